import Desk
import Mail
import Synchronization

/// A mail server for staff mail that takes or is away, and remembers what it took.
final class StaffServer: Courier {
    private let state = Mutex((isUp: true, taken: [Outbound]()))

    var taken: [Outbound] { state.withLock { $0.taken } }
    var texts: [String] { taken.map { MessageParser().parse($0.bytes).readableText().text } }

    func set(isUp: Bool) { state.withLock { $0.isUp = isUp } }

    func send(_ outbound: Outbound, checkpoint: any SendCheckpoint) async -> DeliveryOutcome {
        guard await checkpoint.mayBegin() else { return .withheld }
        return state.withLock { state in
            guard state.isUp else { return .unavailable(.unreachable) }
            state.taken.append(outbound)
            return .accepted(SMTPReply(code: 250))
        }
    }

    func close() async {}
}
