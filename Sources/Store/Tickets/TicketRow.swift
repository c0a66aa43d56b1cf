internal import Desk

/// Clear columns of a ticket, and its particulars as they lie.
struct TicketRow: Sendable {
    var number: TicketNumber
    var mailbox: MailboxName
    var requester: PersonID
    var status: TicketStatus
    var createdAt: Int64
    var updatedAt: Int64
    var closedAt: Int64?
    /// Also the position of the newest message.
    var messageCount: Int64
    var version: Int64
    var priority: TicketPriority
    var particulars: [UInt8]
    var snoozedUntil: Int64?
    /// The ticket this one became part of. Never itself part of another: a later merge moves the pointer.
    var mergedInto: TicketNumber?
    /// Only the data protection officer sees it (Art. 18(2)).
    var isWithheld = false
    /// What was kept of the requester before is withheld.
    var isOfRestricted = false
    /// When an archive was imported: its retention counts from there, whatever day the mail is of.
    var keptSince: Int64?

    /// How every query for tickets begins, whichever it is after.
    static let select = """
        SELECT number, mailbox, requester, status, created_at, updated_at, closed_at, message_count, version, priority,
               particulars, until, merged_into,
               EXISTS (SELECT 1 FROM withheld_ticket w WHERE w.ticket = number),
               EXISTS (SELECT 1 FROM restriction r WHERE r.person = requester), kept_since
        FROM ticket LEFT JOIN snooze ON snooze.ticket = ticket.number
        """

    /// In the order of `select`.
    init(_ row: any SQLRow) throws(StoreFailure) {
        guard let number = TicketNumber(row.integer(0)), let mailbox = MailboxName(row.text(1)) else { throw .damaged }
        self.number = number
        self.mailbox = mailbox
        requester = PersonID(try row.id(2))
        status = try TicketStatus(code: row.integer(3))
        createdAt = row.integer(4)
        updatedAt = row.integer(5)
        closedAt = row.integerIfAny(6)
        messageCount = row.integer(7)
        version = row.integer(8)
        priority = try TicketPriority(code: row.integer(9))
        particulars = row.blob(10)
        snoozedUntil = row.integerIfAny(11)
        mergedInto = row.integerIfAny(12).flatMap { TicketNumber($0) }
        isWithheld = row.flag(13)
        isOfRestricted = row.flag(14)
        keptSince = row.integerIfAny(15)
    }

    init(number: TicketNumber, mailbox: MailboxName, requester: PersonID, status: TicketStatus, at: Int64) {
        self.number = number
        self.mailbox = mailbox
        self.requester = requester
        self.status = status
        createdAt = at - at % 60_000
        updatedAt = at
        closedAt = status == .closed ? at : nil
        messageCount = 0
        version = 1
        priority = .normal
        particulars = []
    }

    /// Since when its retention counts; nil while it is not closed.
    var keptFrom: Int64? { closedAt.map { max($0, keptSince ?? 0) } }

    /// Whether somebody who asked for `number` at that version has not seen this ticket as it is. What was seen under
    /// the number of a ticket that was merged since is never this one.
    func isStale(_ version: Int64?, askedAs number: TicketNumber) -> Bool {
        guard let version else { return false }
        return number != self.number || version != self.version
    }

    mutating func turn(to status: TicketStatus, at now: Int64) {
        if status == .closed, self.status != .closed { closedAt = now }
        if status != .closed { closedAt = nil }
        self.status = status
    }
}
