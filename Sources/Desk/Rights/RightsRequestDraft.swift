package import Foundation

/// A request as somebody takes it down: by phone, from a letter, at the counter, or from a mail that is a ticket.
package struct RightsRequestDraft: Sendable {
    package var right: RightsRequest.Right
    package var channel: RightsRequest.Channel
    /// When it reached us; now when it is being taken down.
    package var receivedAt: Date?
    package var person: PersonID?
    package var ticket: TicketNumber?
    package var mailbox: MailboxName?
    package var wording: String
    package var contact: String?
    /// Whether the person is told at once that we have it, which is the rule.
    package var acknowledges: Bool

    package init(
        right: RightsRequest.Right, channel: RightsRequest.Channel, receivedAt: Date? = nil, person: PersonID? = nil,
        ticket: TicketNumber? = nil, mailbox: MailboxName? = nil, wording: String, contact: String? = nil,
        acknowledges: Bool = true
    ) {
        self.right = right
        self.channel = channel
        self.receivedAt = receivedAt
        self.person = person
        self.ticket = ticket
        self.mailbox = mailbox
        self.wording = wording
        self.contact = contact
        self.acknowledges = acknowledges
    }

    package func validate(now: Date) throws(DeskRefusal) {
        guard wording.utf8.count <= Limits.wordingBytes else {
            throw .invalid(field: "wording", expected: "at most \(Limits.wordingBytes) bytes")
        }
        if let contact, contact.utf8.count > Limits.lineBytes || !contact.isOneLine {
            throw .invalid(field: "contact", expected: "one line of at most \(Limits.lineBytes) bytes")
        }
        if let receivedAt, receivedAt > now || now.timeIntervalSince(receivedAt) > Limits.requestAge.seconds {
            throw .invalid(field: "receivedAt", expected: "a time in the past, at most three years ago")
        }
    }
}
