import Desk
package import Foundation

/// An erasure and its certificate. Names no person.
package struct APIErasure: Codable, Sendable, Equatable {
    /// Copies on mail servers.
    package struct Copies: Codable, Sendable, Equatable {
        package var removed: Int
        /// Found, and the server offers no safe way to remove them.
        package var left: Int
    }

    /// Recipients of the person's data (Art. 19).
    package struct Recipients: Codable, Sendable, Equatable {
        package var told: Int
        package var untold: Int
    }

    /// The search for marks of the person in every file of the state folder.
    package struct Search: Codable, Sendable, Equatable {
        package var bytes: Int64
        package var found: Int
    }

    /// A message of somebody else that names the person.
    package struct Mention: Codable, Sendable, Equatable {
        package var ticket: Int64
        package var message: String
    }

    package var id: String
    package var state: String
    package var askedAt: Date
    package var notBefore: Date
    package var how: String
    package var author: String
    @OrNull package var erased: APIErasureCounts?
    package var copies: Copies
    package var recipients: Recipients
    package var mentionCount: Int
    /// With one erasure only.
    package var mentions: [Mention]?
    @OrNull package var search: Search?
    /// Until when a backup of keys.db could still open what was erased.
    @OrNull package var openableUntil: Date?
    package var unreachable: [String]
    /// What became of the confirmation.
    @OrNull package var confirmation: String?
    @OrNull package var finishedAt: Date?

    init(_ erasure: Erasure, mentions: [ErasureMention]? = nil) {
        id = erasure.id.hex
        state = erasure.state.rawValue
        askedAt = erasure.askedAt
        notBefore = erasure.notBefore
        how = erasure.how.rawValue
        author = erasure.author
        erased = erasure.erased.map { APIErasureCounts($0) }
        copies = Copies(removed: erasure.copiesRemoved, left: erasure.copiesLeft)
        recipients = Recipients(told: erasure.recipientsTold, untold: erasure.recipientsUntold)
        mentionCount = erasure.mentions
        self.mentions = mentions?.map { Mention(ticket: $0.ticket.value, message: $0.message.hex) }
        search = erasure.scanned.map { Search(bytes: $0, found: erasure.residue ?? 0) }
        openableUntil = erasure.openableUntil
        unreachable = erasure.unreachable
        confirmation = erasure.confirmation?.publicName
        finishedAt = erasure.finishedAt
    }
}

/// What an erasure removes, in numbers.
package struct APIErasureCounts: Codable, Sendable, Equatable {
    package var tickets: Int
    package var emptied: Int
    package var messages: Int
    package var attachments: Int
    package var mails: Int
    package var copies: Int
    package var quarantined: Int

    init(_ counts: ErasureCounts) {
        tickets = counts.tickets
        emptied = counts.emptied
        messages = counts.messages
        attachments = counts.attachments
        mails = counts.mails
        copies = counts.copies
        quarantined = counts.quarantined
    }
}

package struct APIErasures: Codable, Sendable, Equatable {
    package var erasures: [APIErasure]
}
