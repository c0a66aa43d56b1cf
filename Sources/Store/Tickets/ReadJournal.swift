internal import Desk
internal import Synchronization

/// Who read which ticket in which hour: once each, so that staff are not timed to the second (gdpr.md B11).
///
/// Reading must go on when the disk is full (P9), so what cannot be written yet is remembered here and written with
/// the next read that can be. Bounded: beyond that many the disk has been full for longer than anybody reads on.
final class ReadJournal: Sendable {
    struct Entry: Hashable, Sendable {
        var hour: Int64
        var ticket: Int64
        var reader: String
    }

    private struct State {
        var hour: Int64 = 0
        var written: Set<Entry> = []
        var pending: Set<Entry> = []
    }

    private let state = Mutex(State())

    /// Notes a read and answers what has to be written now; nothing when it was written before.
    func note(_ entry: Entry) -> [Entry] {
        state.withLock { state in
            if entry.hour != state.hour {
                state.hour = entry.hour
                state.written = []
            }
            if !state.written.contains(entry), state.pending.count < Limits.pendingReads {
                state.pending.insert(entry)
            }
            return Array(state.pending)
        }
    }

    func noteWritten(_ entries: [Entry]) {
        state.withLock { state in
            state.pending.subtract(entries)
            for entry in entries where entry.hour == state.hour && state.written.count < Limits.pendingReads {
                state.written.insert(entry)
            }
        }
    }
}
