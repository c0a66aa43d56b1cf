import Synchronization

/// What happened in which order, written by servers and by the test itself. The order between threads is that of the
/// calls, so that "this happened before that" can be asserted.
package final class EventLog: Sendable {
    private let lines = Mutex<[String]>([])

    package init() {}

    package func note(_ line: String) {
        lines.withLock { $0.append(line) }
    }

    package var all: [String] { lines.withLock { $0 } }

    package func removeAll() {
        lines.withLock { $0 = [] }
    }
}
