internal import Desk
internal import Foundation

/// A mail that could not be read, as it lies.
struct QuarantineRow: Sendable {
    var mail: QuarantinedMail
    var uidValidity: Int64
    var content: [UInt8]

    static func find(_ id: TicketMessageID, _ session: any SQLSession) throws(StoreFailure) -> QuarantineRow? {
        try session.first(
            """
            SELECT message, ticket, mailbox, folder, uid, size, reason, at, looked_at, uid_validity, content
            FROM quarantine WHERE message = ?
            """, [.id(id.object)]
        ) { row throws(StoreFailure) in
            QuarantineRow(mail: try QuarantinedMail(row), uidValidity: row.integer(9), content: row.blob(10))
        }
    }
}

extension QuarantinedMail {
    /// In the order `message, ticket, mailbox, folder, uid, size, reason, at, looked_at`.
    init(_ row: any SQLRow) throws(StoreFailure) {
        guard let mailbox = MailboxName(row.text(2)) else { throw .damaged }
        self.init(
            id: TicketMessageID(try row.id(0)), mailbox: mailbox, folder: row.text(3),
            uid: UInt32(clamping: row.integer(4)), size: Int(row.integer(5)), reason: row.text(6),
            at: Moment.date(row.integer(7)), ticket: TicketNumber(row.integer(1)),
            lookedAt: row.integerIfAny(8).map(Moment.date))
    }
}
