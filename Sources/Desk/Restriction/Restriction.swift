package import Foundation

/// That what is kept of a person is withheld, and why (Art. 18). One for each ground that stands; while there is any,
/// only the data protection officer reads what was kept before, and nothing is done with it.
package struct Restriction: Sendable, Equatable {
    package enum Ground: String, Sendable, CaseIterable {
        /// Art. 18(1)(a): the person contests that the data is right.
        case accuracy = "a"
        /// Art. 18(1)(b): it was unlawful, and the person does not want it erased.
        case unlawful = "b"
        /// Art. 18(1)(c): the person needs it for a legal claim.
        case claims = "c"
        /// Art. 18(1)(d): the person objected, and nobody has decided yet (Art. 21(1)).
        case objection = "d"
        /// An erasure was asked for and a legal hold keeps it from being carried out (Art. 17(3)).
        case hold
        /// An erasure was asked for in the portal and waits, so that the person can take it back.
        case erasure

        /// What somebody asked for, and is told of before it ends (Art. 18(3)). The others end with what they wait for.
        package var isAskedFor: Bool {
            switch self {
            case .accuracy, .unlawful, .claims, .objection: true
            case .hold, .erasure: false
            }
        }
    }

    /// The mail that says that the restriction will end.
    package struct Notice: Sendable, Equatable {
        package var entry: OutboxEntryID
        /// To the minute.
        package var queuedAt: Date
        package var state: DeliveryState

        package init(entry: OutboxEntryID, queuedAt: Date, state: DeliveryState) {
            self.entry = entry
            self.queuedAt = queuedAt
            self.state = state
        }
    }

    /// How the person came to know that it ends.
    package enum Telling: String, Sendable, CaseIterable {
        case mail, phone, letter
        case inPerson = "in-person"
        /// The person ended it.
        case oneself
        /// What it waited for is over: nobody had obtained it.
        case notNeeded = "not-needed"
    }

    package var person: PersonID
    package var ground: Ground
    /// To the minute.
    package var since: Date
    /// A role or a token's id.
    package var author: String
    /// nil until somebody wants to lift it.
    package var notice: Notice?

    package init(person: PersonID, ground: Ground, since: Date, author: String, notice: Notice? = nil) {
        self.person = person
        self.ground = ground
        self.since = since
        self.author = author
        self.notice = notice
    }
}
