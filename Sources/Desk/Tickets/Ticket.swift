package import Foundation
package import Mail

/// A customer's request and everything said about it.
package struct Ticket: Sendable, Equatable {
    package var number: TicketNumber
    package var mailbox: MailboxName
    package var requester: PersonSummary
    package var subject: String
    package var status: TicketStatus
    package var assignee: String?
    package var tags: [String]
    package var priority: TicketPriority
    package var labels: [PrivacyLabel]
    package var createdAt: Date
    package var updatedAt: Date
    package var messageCount: Int
    /// Counts every change; a reply names the version it answers, so two agents cannot answer one state.
    package var version: Int64
    /// Out of sight until then; nil when it is not.
    package var snoozedUntil: Date?
    /// What was kept of the requester before is withheld (Art. 18). This ticket came later, or the reader may see it.
    package var isRestricted = false
    /// Since when its retention counts: its closing, or its import; nil while it is not closed.
    package var keptFrom: Date?
    /// When it will be deleted; nil while it is not closed, or its mailbox deletes nothing.
    package var expiresAt: Date?

    package init(
        number: TicketNumber, mailbox: MailboxName, requester: PersonSummary, subject: String, status: TicketStatus,
        assignee: String?, tags: [String], priority: TicketPriority = .normal, labels: [PrivacyLabel] = [],
        createdAt: Date, updatedAt: Date, messageCount: Int, version: Int64
    ) {
        self.number = number
        self.mailbox = mailbox
        self.requester = requester
        self.subject = subject
        self.status = status
        self.assignee = assignee
        self.tags = tags
        self.priority = priority
        self.labels = labels
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.messageCount = messageCount
        self.version = version
    }
}

package enum TicketStatus: String, Sendable, CaseIterable {
    case new, open, pending, closed
}

/// Who a person is, as far as a ticket shows it. Address and name are nil once they were erased.
package struct PersonSummary: Sendable, Equatable {
    package var id: PersonID
    package var address: EmailAddress?
    package var name: String?

    package init(id: PersonID, address: EmailAddress?, name: String?) {
        self.id = id
        self.address = address
        self.name = name
    }
}
