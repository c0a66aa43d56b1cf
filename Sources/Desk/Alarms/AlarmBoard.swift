import Foundation
import Synchronization

/// The book in memory: whoever looks enters what he found, and everybody reads the same.
///
/// `AlarmWatch` alone keeps it on disk. It is kept in memory first, so that a store that cannot be written silences no
/// alarm.
package final class AlarmBoard: Sendable {
    private struct State {
        var book = AlarmBook()
        var clock: ClockWatch?
    }

    private let state = Mutex(State())
    /// How much room the store has; nil when that cannot be told.
    package let room: @Sendable () -> DiskRoom?

    package init(room: @escaping @Sendable () -> DiskRoom? = { nil }) {
        self.room = room
    }

    package var all: [Alarm] { state.withLock { $0.book.all } }
    package var standing: [Alarm] { state.withLock { $0.book.standing } }

    /// What the last run of the daemon left behind. Once, before anybody looks.
    package func restore(_ alarms: [Alarm]) {
        state.withLock { $0.book = AlarmBook(alarms) }
    }

    /// Compares the clocks; seconds of a jump, if there was one lately.
    func lookAtClock(wall: Date, monotonic: Duration) -> Int? {
        state.withLock { state in
            guard var clock = state.clock else {
                state.clock = ClockWatch(wall: wall, monotonic: monotonic)
                return nil
            }
            let jump = clock.look(wall: wall, monotonic: monotonic)
            state.clock = clock
            return jump
        }
    }

    func see(_ reading: AlarmReading, now: Date) -> [Alarm] {
        state.withLock { state in
            state.book.see(reading, now: now)
            return state.book.standing
        }
    }

    func due(now: Date, repeatAfter: Duration) -> [AlarmNotice] {
        state.withLock { $0.book.due(now: now, repeatAfter: repeatAfter) }
    }

    func note(_ telling: AlarmTelling, of notice: AlarmNotice, now: Date) {
        state.withLock { $0.book.note(telling, of: notice, now: now) }
    }
}
