package import Foundation
package import Mail

/// Everything that is kept about a person but for what was said: what the pages and the JSON of an export are made of.
package struct ExportSubject: Sendable {
    package var person: PersonSummary
    package var firstSeenAt: Date
    /// Whether the notice of Art. 13 was given.
    package var isInformed: Bool
    package var isUndeliverable: Bool
    package var wishes: [Wish] = []
    package var lifts: [Lift] = []
    package var requests: [RightsRequest] = []
    package var erasures: [Erasure] = []
    package var exports: [Export] = []
    package var restrictions: [Restriction] = []
    package var holds: [LegalHold] = []
    package var disclosures: [Disclosure] = []
    /// Who of the recipients was told of a correction, a restriction (Art. 19).
    package var recipientNotices: [RecipientNotice] = []
    /// Oldest first, ended and invalid ones too.
    package var consents: [ConsentRecord] = []
    /// The purposes they are for, with the words.
    package var purposes: [ConsentPurpose] = []
    package var statements: [Stated] = []
    /// Which words of the privacy notice the person was given.
    package var notices: [NoticeShown] = []
    package var reads: [Read] = []
    package var drafts: [Unsent] = []
    package var originals: [Original] = []
    /// In the order of their numbers.
    package var tickets: [ExportedTicket] = []
    /// Names and addresses of the staff, which stay covered where they were not told to the person (C-579/21).
    package var staff: Set<String> = []

    package init(person: PersonSummary, firstSeenAt: Date, isInformed: Bool, isUndeliverable: Bool) {
        self.person = person
        self.firstSeenAt = firstSeenAt
        self.isInformed = isInformed
        self.isUndeliverable = isUndeliverable
    }

    /// An unsubscribe.
    package struct Wish: Sendable, Equatable {
        package var group: String
        package var ticket: TicketNumber?
        package var scope: UnsubscribeScope
        package var since: Date
        package var source: String

        package init(group: String, ticket: TicketNumber?, scope: UnsubscribeScope, since: Date, source: String) {
            self.group = group
            self.ticket = ticket
            self.scope = scope
            self.since = since
            self.source = source
        }
    }

    /// An unsubscribe that was taken back, with what showed that the person wanted it.
    package struct Lift: Sendable, Equatable {
        package var group: String
        package var at: Date
        package var evidence: String

        package init(group: String, at: Date, evidence: String) {
            self.group = group
            self.at = at
            self.evidence = evidence
        }
    }

    /// That a ticket was opened on a day, in so many hours of it. Who did stays with us (C-579/21).
    package struct Read: Sendable, Equatable {
        package enum Reader: String, Sendable, CaseIterable {
            case staff, program
        }

        package var day: Date
        package var ticket: TicketNumber
        package var hours: Int
        package var reader: Reader

        package init(day: Date, ticket: TicketNumber, hours: Int, reader: Reader) {
            self.day = day
            self.ticket = ticket
            self.hours = hours
            self.reader = reader
        }
    }

    /// What the person says about a message, kept beside it (Art. 16).
    package struct Stated: Sendable, Equatable {
        package var ticket: TicketNumber
        package var position: Int64
        package var at: Date
        package var text: String

        package init(ticket: TicketNumber, position: Int64, at: Date, text: String) {
            self.ticket = ticket
            self.position = position
            self.at = at
            self.text = text
        }
    }

    /// An answer that was begun and not sent.
    package struct Unsent: Sendable, Equatable {
        package var ticket: TicketNumber
        package var savedAt: Date
        package var text: String

        package init(ticket: TicketNumber, savedAt: Date, text: String) {
            self.ticket = ticket
            self.savedAt = savedAt
            self.text = text
        }
    }

    /// A mail of the person that nobody could read and that is held as it came.
    package struct Original: Sendable, Equatable {
        package var message: TicketMessageID
        package var ticket: TicketNumber
        package var at: Date
        package var size: Int

        package init(message: TicketMessageID, ticket: TicketNumber, at: Date, size: Int) {
            self.message = message
            self.ticket = ticket
            self.at = at
            self.size = size
        }
    }
}

/// A ticket in which the person has a part, as the export knows it.
package struct ExportedTicket: Sendable, Equatable {
    package var number: TicketNumber
    package var mailbox: MailboxName
    /// Whose request it is: theirs, or somebody else's in which they were copied.
    package var isOfPerson: Bool
    /// Only of a ticket of the person's own.
    package var subject: String?
    package var status: TicketStatus
    package var tags: [String]
    package var labels: [PrivacyLabel]
    package var createdAt: Date
    package var updatedAt: Date
    package var closedAt: Date?
    /// Where it ended when the export was begun. What comes later is not in it.
    package var lastPosition: Int64
    /// Since when its retention counts; nil while it is not closed.
    package var keptFrom: Date?
    /// Who else takes part: names that are covered where the person did not hear them.
    package var others: [PersonSummary]

    package init(
        number: TicketNumber, mailbox: MailboxName, isOfPerson: Bool, subject: String?, status: TicketStatus,
        tags: [String], labels: [PrivacyLabel], createdAt: Date, updatedAt: Date, closedAt: Date?, lastPosition: Int64,
        others: [PersonSummary]
    ) {
        self.number = number
        self.mailbox = mailbox
        self.isOfPerson = isOfPerson
        self.subject = subject
        self.status = status
        self.tags = tags
        self.labels = labels
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.closedAt = closedAt
        self.lastPosition = lastPosition
        self.others = others
    }
}

/// A message of such a ticket, opened.
package struct ExportedMessage: Sendable, Equatable {
    /// What the person has to do with it.
    package enum Part: String, Sendable, CaseIterable {
        /// They wrote it.
        case theirs = "yours"
        /// It went to them.
        case received = "to-you"
        /// Staff wrote it about their request, for themselves.
        case note = "about-you"
        /// Somebody else wrote or got it, in a ticket of the person's.
        case others = "of-others"
        /// It is none of their affair: in somebody else's ticket, between others.
        case foreign
    }

    package var id: TicketMessageID
    package var ticket: TicketNumber
    package var position: Int64
    package var direction: TicketMessage.Direction
    package var part: Part
    package var at: Date
    /// The author's address, when a person wrote it who is still known.
    package var authorAddress: EmailAddress?
    package var content: MessageContent
    package var isAutomatic: Bool
    package var isVerified: Bool
    package var isHeld: Bool
    package var attachments: [AttachmentSummary]
    /// What became of the mail to the person; nil when none went to them.
    package var delivery: DeliveryState?

    package init(
        id: TicketMessageID, ticket: TicketNumber, position: Int64, direction: TicketMessage.Direction, part: Part,
        at: Date, authorAddress: EmailAddress?, content: MessageContent, isAutomatic: Bool, isVerified: Bool,
        isHeld: Bool, attachments: [AttachmentSummary], delivery: DeliveryState?
    ) {
        self.id = id
        self.ticket = ticket
        self.position = position
        self.direction = direction
        self.part = part
        self.at = at
        self.authorAddress = authorAddress
        self.content = content
        self.isAutomatic = isAutomatic
        self.isVerified = isVerified
        self.isHeld = isHeld
        self.attachments = attachments
        self.delivery = delivery
    }

    /// Whether the person knows it already: nothing in it has to be covered (Art. 15(4)).
    package var isKnownToPerson: Bool { part == .theirs || part == .received }
}

/// Some messages of a ticket, in order, and where to go on.
package struct ExportedPage: Sendable {
    package var messages: [ExportedMessage]
    /// nil at the end.
    package var next: Int64?

    package init(messages: [ExportedMessage], next: Int64?) {
        self.messages = messages
        self.next = next
    }
}
