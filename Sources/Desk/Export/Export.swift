package import Foundation

/// What an export's id is an id of.
package enum ExportTag: Sendable {}

/// Names one export. Random: it leads to nobody once its person was erased.
package typealias ExportID = Identifier<ExportTag>

/// A copy of what is kept about one person, made for that person (Art. 15, 20): what became of it, never what is in it.
/// The states are the table in `Desk.docc/Export.md`.
package struct Export: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Everything, with what Art. 15(1) wants said besides.
        case access
        /// What the person provided, for taking along (Art. 20).
        case portability

        /// The right that asks for it.
        package var right: RightsRequest.Right {
            switch self {
            case .access: .access
            case .portability: .portability
            }
        }
    }

    /// The words are part of the schema and never change.
    package enum State: String, Sendable, CaseIterable {
        /// Asked for; it is being made, or will be.
        case planned
        case ready
        /// Nobody can open it any more; its key and its file still have to go.
        case shredding
        case gone
    }

    package var id: ExportID
    package var kind: Kind
    package var state: State
    /// nil once the person was erased.
    package var person: PersonID?
    /// The request it answers.
    package var request: RightsRequestID?
    package var how: ErasureVerification.How
    /// A role or a token's id.
    package var author: String
    /// To the minute.
    package var askedAt: Date
    package var readyAt: Date?
    package var expiresAt: Date?
    package var goneAt: Date?
    /// When it was handed to its person as the answer to a request, to the minute.
    package var handedAt: Date?
    /// nil until it was made.
    package var contents: Contents?

    /// What is in it, in numbers.
    package struct Contents: Sendable, Equatable {
        package var bytes: Int
        package var messages: Int
        package var attachments: Int
        /// Places where an address or a name of somebody else was covered, and files that were held back (Art. 15(4)).
        package var covered: Int

        package init(bytes: Int = 0, messages: Int = 0, attachments: Int = 0, covered: Int = 0) {
            self.bytes = bytes
            self.messages = messages
            self.attachments = attachments
            self.covered = covered
        }
    }

    /// Whether its bytes can be fetched.
    package func isOpenable(at now: Date) -> Bool {
        guard state == .ready, let expiresAt else { return false }
        return now < expiresAt
    }

    /// Whether the person finds it on their own page: they asked for it there, or somebody has read it and handed it
    /// over.
    package var isShownToPerson: Bool { isOwn || handedAt != nil }

    /// The person asked for it on their own page.
    package var isOwn: Bool { author == Export.ownAuthor }

    /// How `Principal.person` is written down as an author.
    package static let ownAuthor = "person"

    package init(
        id: ExportID, kind: Kind, state: State = .planned, person: PersonID?, request: RightsRequestID? = nil,
        how: ErasureVerification.How, author: String, askedAt: Date, readyAt: Date? = nil, expiresAt: Date? = nil,
        goneAt: Date? = nil, handedAt: Date? = nil, contents: Contents? = nil
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.person = person
        self.request = request
        self.how = how
        self.author = author
        self.askedAt = askedAt
        self.readyAt = readyAt
        self.expiresAt = expiresAt
        self.goneAt = goneAt
        self.handedAt = handedAt
        self.contents = contents
    }
}

/// That a copy is wanted, and on whose word.
package struct ExportOrder: Sendable {
    package var person: PersonID
    package var kind: Export.Kind
    package var request: RightsRequestID?
    package var verification: ErasureVerification
    package var author: Principal

    package init(
        person: PersonID, kind: Export.Kind, request: RightsRequestID? = nil, verification: ErasureVerification,
        author: Principal
    ) {
        self.person = person
        self.kind = kind
        self.request = request
        self.verification = verification
        self.author = author
    }
}

/// What the store made of an order.
package enum ExportPlanning: Sendable, Equatable {
    /// A new export, or the one of the same kind that is being made already.
    case planned(Export)
    case nobody
    /// The stand-in for senders without an address is not a person.
    case standIn
}
