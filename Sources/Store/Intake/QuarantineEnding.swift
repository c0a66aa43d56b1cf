internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// The two ways out of the quarantine, inside one transaction.
struct QuarantineEnding {
    let records: DeskRecords
    let world: World
    let now: Date

    private var session: any SQLSession { records.session }
    private var milliseconds: Int64 { Moment.milliseconds(now) }

    /// As a file that nobody parses, on the message that stands for it. Where that message lies now may not be where it
    /// was written.
    func release(_ row: QuarantineRow, by author: Principal) throws(StoreFailure) -> TicketNumber {
        let id = row.mail.id
        guard let (number, position) = try place(of: id), let message = try records.message(at: position, of: number)
        else { throw .notFound }
        let bytes = try records.sealer.desk.open(row.content, at: Place.quarantined(id))
        let file = NewAttachment(
            id: AttachmentID(from: world),
            label: AttachmentLabel(filename: "mail.eml", mediaType: "message/rfc822", contentID: nil), isInline: false,
            bytes: bytes)
        try records.add(file, to: id, position: 0, key: try records.key(of: message))
        try session.run(
            "UPDATE intake_ledger SET state = ? WHERE mailbox = ? AND folder = ? AND uid = ? AND message = ?",
            [.integer(IntakeState.Unsettled.State.acceptedNotTold.code)] + ledger(row.mail))
        try session.run("DELETE FROM quarantine WHERE message = ?", [.id(id.object)])
        try tell(
            "Released from the quarantine: the mail is attached as it came. It was not read, and nobody was told.",
            on: number)
        try record(.released, id, by: author)
        return number
    }

    /// Ours only. Where the server's copy lies stays written down, so that an erasure still finds it.
    func delete(_ row: QuarantineRow, as act: QuarantineAct, by author: Principal) throws(StoreFailure) {
        let id = row.mail.id
        let mail = row.mail
        let freed = try session.run(
            "DELETE FROM intake_ledger WHERE mailbox = ? AND folder = ? AND uid = ? AND message = ?", ledger(mail))
        if freed > 0 {
            try session.run(
                """
                INSERT INTO server_copy (message, mailbox, folder, uid_validity, uid, at) VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(id.object), .text(mail.mailbox.value), .text(mail.folder), .integer(row.uidValidity),
                    .integer(mail.uid), .integer(Moment.milliseconds(now)),
                ])
        }
        try session.run("DELETE FROM quarantine WHERE message = ?", [.id(id.object)])
        if let (number, _) = try place(of: id) {
            let why = act == .expired ? "because its time was over after somebody had looked at it" : "by hand"
            try tell(
                "Deleted from the quarantine \(why). The copy on the mail server was left where it is.", on: number,
                closing: true)
        }
        try record(act, id, by: author)
    }

    private func place(of id: TicketMessageID) throws(StoreFailure) -> (TicketNumber, Int64)? {
        try session.first(
            "SELECT ticket, position FROM message WHERE id = ?", [.id(id.object)]
        ) { row throws(StoreFailure) in
            guard let number = TicketNumber(row.integer(0)) else { throw .damaged }
            return (number, row.integer(1))
        }
    }

    private func ledger(_ mail: QuarantinedMail) -> [SQLValue] {
        [.text(mail.mailbox.value), .text(mail.folder), .integer(mail.uid), .id(mail.id.object)]
    }

    private func tell(_ text: String, on number: TicketNumber, closing: Bool = false) throws(StoreFailure) {
        guard var ticket = try records.ticket(number) else { return }
        try records.addEvent(text, to: &ticket, now: milliseconds, id: TicketMessageID(from: world))
        if closing, ticket.status != .closed { ticket.turn(to: .closed, at: milliseconds) }
        ticket.updatedAt = milliseconds
        ticket.version += 1
        try records.update(ticket)
    }

    private func record(_ act: QuarantineAct, _ id: TicketMessageID, by author: Principal) throws(StoreFailure) {
        try AuditLog(session, keys: records.sealer.keys).append(
            .quarantine(act, id), by: author.auditName, at: milliseconds)
    }
}
