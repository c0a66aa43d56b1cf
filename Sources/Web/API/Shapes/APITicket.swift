import Desk
package import Foundation
import Mail

/// A ticket as the API shows it; with its messages when one ticket was asked for.
package struct APITicket: Codable, Sendable, Equatable {
    package struct Person: Codable, Sendable, Equatable {
        package var id: String
        @OrNull package var address: String?
        @OrNull package var name: String?

        init(_ person: PersonSummary) {
            id = person.id.hex
            address = person.address?.text
            name = person.name
        }
    }

    package var number: Int64
    package var subject: String
    package var status: String
    package var mailbox: String
    package var person: Person
    @OrNull package var assignee: String?
    package var tags: [String]
    /// `low`, `normal`, `high` or `urgent`.
    package var priority: String
    /// Some of `art9`, `art10`, `minor`.
    package var labels: [String]
    package var createdAt: Date
    package var updatedAt: Date
    package var messageCount: Int
    package var version: Int64
    /// Out of sight until then.
    @OrNull package var snoozedUntil: Date?
    /// What was kept of the person before is withheld (Art. 18).
    package var restricted: Bool
    /// When it will be deleted; null while it is not closed, or its mailbox deletes nothing.
    @OrNull package var expiresAt: Date?
    package var messages: [APIMessage]?
    /// Suggestions: tickets a mail pointed at, and other open tickets of the person.
    package var possiblyRelated: [Int64]?
    /// Who else is at it.
    package var colleagues: [APIColleague]?
    /// Tickets this one was split from or into, or that it follows.
    package var linked: [Int64]?
    /// Numbers that lead here.
    package var mergedFrom: [Int64]?
    /// Who takes part besides the person whose ticket it is.
    package var participants: [Person]?
    /// What of it went to others.
    package var disclosures: [APIDisclosure]?

    init(_ ticket: Ticket) {
        number = ticket.number.value
        subject = ticket.subject
        status = ticket.status.rawValue
        mailbox = ticket.mailbox.value
        person = Person(ticket.requester)
        assignee = ticket.assignee
        tags = ticket.tags
        priority = ticket.priority.rawValue
        labels = ticket.labels.map(\.rawValue)
        createdAt = ticket.createdAt
        updatedAt = ticket.updatedAt
        messageCount = ticket.messageCount
        version = ticket.version
        snoozedUntil = ticket.snoozedUntil
        restricted = ticket.isRestricted
        expiresAt = ticket.expiresAt
    }

    init(_ view: TicketView) {
        self.init(view.ticket)
        messages = view.messages.map { APIMessage($0) }
        possiblyRelated = view.possiblyRelated.map(\.value)
        colleagues = view.colleagues.map { APIColleague($0) }
        linked = view.linked.map(\.value)
        mergedFrom = view.mergedFrom.map(\.value)
        participants = view.participants.map { Person($0) }
        disclosures = view.disclosures.map { APIDisclosure($0) }
    }
}

/// One page of tickets; `next` goes into `?after=` for the following one.
package struct APITicketPage: Codable, Sendable, Equatable {
    package var tickets: [APITicket]
    @OrNull package var next: String?
    /// How much was searched; null when no words were looked for.
    @OrNull package var search: APISearchCoverage?

    init(_ page: TicketPage) {
        tickets = page.tickets.map { APITicket($0) }
        next = page.next?.text
        search = page.coverage.map { APISearchCoverage($0) }
    }
}
