internal import Desk
internal import Synchronization

/// Who read which ticket in which hour: once each, so that staff are not timed to the second (gdpr.md B11).
///
/// Reading must go on when the disk is full (P9), so what cannot be written yet is remembered here and written with
/// the next read that can be. Bounded; what does not fit is counted as lost.
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
        var lost = 0
    }

    private let state = Mutex(State())

    /// Notes a read and answers what has to be written now; nothing when it was written before.
    func note(_ entry: Entry) -> [Entry] {
        state.withLock { state in
            if entry.hour != state.hour {
                state.hour = entry.hour
                state.written = []
            }
            if !state.written.contains(entry) {
                if state.pending.count < Limits.pendingReads { state.pending.insert(entry) } else { state.lost += 1 }
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

    /// Reads that were never written because too many waited.
    var lost: Int { state.withLock { $0.lost } }
}
