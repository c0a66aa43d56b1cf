internal import Desk
internal import Foundation

/// The copies on one mail server whose time is over: those we moved, and no others (P16).
///
/// An archive, a mail too large to fetch and one that could not be read lie where they lay: the server may have the
/// only copy. Of the rest one is due when its message opens and a verified backup of the keys is younger than the
/// move, or when its ticket is gone already.
struct CopyChoice: Sendable {
    let mailbox: MailboxName
    let terms: RetentionTerms
    let horizon: Date

    func page(_ records: DeskRecords, after copy: ServerCopy?, limit: Int) throws(StoreFailure) -> CopyPage {
        var page = CopyPage()
        var looked = 0
        let place: [SQLValue] = [
            .text(copy?.folder ?? ""), .integer(copy?.uidValidity ?? 0), .integer(copy?.uid ?? 0),
        ]
        try records.session.look(Self.select, bounds + place + [.integer(limit)]) { row throws(StoreFailure) in
            let copy = ServerCopy(
                folder: row.text(0), uidValidity: UInt32(clamping: row.integer(1)),
                uid: UInt32(clamping: row.integer(2)))
            looked += 1
            page.next = copy
            if try isOurs(row, records) { page.copies.append(copy) }
            return .goOn
        }
        if looked < limit { page.next = nil }
        return page
    }

    /// How many there are, without opening the messages.
    func count(_ session: any SQLSession) throws(StoreFailure) -> Int {
        try session.first("SELECT COUNT(*) FROM (\(Self.due)) d", bounds) { row throws(StoreFailure) in
            Int(clamping: row.integer(0))
        } ?? 0
    }

    /// Whether what the copy is of was read back from the disk. Damaged, withheld or without a key: it stays.
    private func isOurs(_ row: any SQLRow, _ records: DeskRecords) throws(StoreFailure) -> Bool {
        guard let id = try row.idIfAny(3) else { return true }
        guard let ticket = TicketNumber(row.integer(4)) else { throw .damaged }
        do throws(StoreFailure) {
            guard let message = try records.message(TicketMessageID(id), of: ticket) else { return false }
            _ = try records.content(of: message, key: try records.key(of: message))
            return true
        } catch .keyDestroyed, .keyHeld, .damaged {
            return false
        }
    }

    private var bounds: [SQLValue] {
        let last = Moment.milliseconds(horizon.addingTimeInterval(-terms.importedCopies.seconds))
        return [.text(mailbox.value), .integer(last), .text(mailbox.value)]
    }

    /// Notes the copies that outlive `erased_message`: nothing keeps them any more. Those of an erasure somebody asked
    /// for are its own.
    static let outliving = """
        INSERT INTO expired_copy (mailbox, folder, uid_validity, uid)
        SELECT mailbox, folder, uid_validity, uid FROM server_copy
        WHERE is_moved = 1 AND message IN (SELECT id FROM erased_message)
        AND NOT EXISTS (SELECT 1 FROM erasure e JOIN erasing g ON g.erasure = e.id)
        ON CONFLICT (mailbox, folder, uid_validity, uid) DO NOTHING
        """

    private static let due = """
        SELECT c.folder AS folder, c.uid_validity AS uid_validity, c.uid AS uid, c.message AS message,
               m.ticket AS ticket
        FROM server_copy c JOIN message m ON m.id = c.message JOIN ticket t ON t.number = m.ticket
        WHERE c.mailbox = ? AND c.is_moved = 1 AND c.at > 0 AND c.at <= ?
        AND c.at < (SELECT COALESCE(MAX(b.at), 0) FROM backup b WHERE b.kind = 'keys' AND b.is_verified = 1)
        AND NOT \(RetentionExemption.ticketStays)
        UNION ALL SELECT x.folder, x.uid_validity, x.uid, NULL, NULL FROM expired_copy x WHERE x.mailbox = ?
        """

    private static let select = """
        SELECT d.folder, d.uid_validity, d.uid, d.message, d.ticket FROM (\(due)) d
        WHERE (d.folder, d.uid_validity, d.uid) > (?, ?, ?) ORDER BY d.folder, d.uid_validity, d.uid LIMIT ?
        """
}
