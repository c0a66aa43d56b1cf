package import Foundation
import Synchronization

/// Who looked at which ticket lately, and what they saw of it. In memory only: what is written down about staff is the
/// read log, once an hour (gdpr.md B11). A restart forgets it; two colleagues see each other again at the next look.
package final class Sightings: Sendable {
    /// One reader's last look at one ticket.
    package struct Look: Sendable, Equatable {
        package var name: String
        package var at: Date
        /// How many messages there were; nil when the reader answered since and has to look again.
        package var messageCount: Int?

        package init(name: String, at: Date, messageCount: Int?) {
            self.name = name
            self.at = at
            self.messageCount = messageCount
        }
    }

    private struct State {
        var looks: [TicketNumber: [String: Look]] = [:]
        var count = 0
        /// Each name once: every request brings its own copy, and twenty thousand of them would lie about in memory.
        var words: Set<String> = []

        mutating func shared(_ word: String) -> String {
            words.insert(word).memberAfterInsert
        }
    }

    private let state = Mutex(State())

    package init() {}

    /// What the reader was called at an earlier look at anything, so that a name is not asked for twice.
    package func name(of reader: String, on ticket: TicketNumber) -> String? {
        state.withLock { $0.looks[ticket]?[reader]?.name }
    }

    package func note(_ look: Look, by reader: String, on ticket: TicketNumber) {
        state.withLock { state in
            if state.count >= Limits.sightings { Self.forget(&state, before: look.at - Limits.sightingsKept.seconds) }
            // Still full: more people read more tickets than this is made for, and nobody is told about anybody.
            if state.count >= Limits.sightings { state = State() }
            var look = look
            look.name = state.shared(look.name)
            let reader = state.shared(reader)
            if state.looks[ticket, default: [:]].updateValue(look, forKey: reader) == nil { state.count += 1 }
        }
    }

    /// The reader answered: what they saw before is no measure any more.
    package func noteAnswer(by reader: String, on ticket: TicketNumber) {
        state.withLock { $0.looks[ticket]?[reader]?.messageCount = nil }
    }

    /// The newest message the reader saw, if they looked in this life of the daemon and not too long ago.
    package func messagesSeen(by reader: String, on ticket: TicketNumber, now: Date) -> Int? {
        state.withLock { state in
            guard let look = state.looks[ticket]?[reader],
                now.timeIntervalSince(look.at) < Limits.sightingsKept.seconds
            else { return nil }
            return look.messageCount
        }
    }

    /// Everybody else who looked in the last minutes, by reader.
    package func others(than reader: String, on ticket: TicketNumber, now: Date) -> [String: Look] {
        state.withLock { state in
            (state.looks[ticket] ?? [:]).filter { other, look in
                other != reader && now.timeIntervalSince(look.at) < Limits.sightingsShown.seconds
            }
        }
    }

    /// Who left is seen nowhere any more, and has no name here.
    package func forget(_ reader: String) {
        state.withLock { state in
            state.looks = state.looks.compactMapValues { looks in
                let kept = looks.filter { $0.key != reader }
                return kept.isEmpty ? nil : kept
            }
            state.count = state.looks.values.reduce(0) { $0 + $1.count }
            state.words = []
        }
    }

    private static func forget(_ state: inout State, before: Date) {
        state.looks = state.looks.compactMapValues { looks in
            let kept = looks.filter { $0.value.at >= before }
            return kept.isEmpty ? nil : kept
        }
        state.count = state.looks.values.reduce(0) { $0 + $1.count }
    }
}
