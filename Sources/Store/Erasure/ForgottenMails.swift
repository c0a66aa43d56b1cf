internal import Desk
internal import Mail
internal import Vault

/// The keyed hashes of the mails an erased person sent us: by them a mail that a server still holds is known again,
/// also by a database that was restored from before the mail came.
struct ForgottenMails {
    private let records: DeskRecords
    private let person: PersonID

    /// After `ErasureScope.fill`, while the person's key still opens what they wrote.
    init(_ records: DeskRecords, of person: PersonID) {
        self.records = records
        self.person = person
    }

    func all() throws(StoreFailure) -> [LedgerAct.ForgottenMail] {
        var mails = Set(try ofWholeTickets())
        for hash in try hashesElsewhere() {
            try records.session.look(
                "SELECT mailbox, hash, identity FROM mail_reference WHERE hash = ? AND kind = ?",
                [.blob(hash), .integer(ReferenceKind.received)]
            ) { row throws(StoreFailure) in
                if let mail = Self.mail(row) { mails.insert(mail) }
                return .goOn
            }
        }
        return Array(mails)
    }

    private func ofWholeTickets() throws(StoreFailure) -> [LedgerAct.ForgottenMail] {
        try records.session.all(
            """
            SELECT mailbox, hash, identity FROM mail_reference
            WHERE kind = ? AND ticket IN (SELECT number FROM erased_ticket)
            """, [.integer(ReferenceKind.received)]
        ) { row throws(StoreFailure) in Self.mail(row) }.compactMap { $0 }
    }

    /// In tickets that stay, the references of others stand beside the person's: only the mail itself tells which are.
    private func hashesElsewhere() throws(StoreFailure) -> [[UInt8]] {
        let places = try records.session.all(
            "SELECT ticket, position FROM erased_message WHERE ticket NOT IN (SELECT number FROM erased_ticket)", []
        ) { row throws(StoreFailure) in (TicketNumber(row.integer(0)), row.integer(1)) }
        var hashes: [[UInt8]] = []
        for (ticket, position) in places {
            guard let ticket, let message = try records.message(at: position, of: ticket), message.direction == .in,
                let id = try messageID(of: message)
            else { continue }
            hashes.append(records.hashes.messageID(id))
        }
        return hashes
    }

    /// A damaged message keeps nobody from being erased.
    private func messageID(of message: MessageRow) throws(StoreFailure) -> MessageID? {
        do throws(StoreFailure) {
            return try records.content(of: message, key: records.key(of: message)).messageID.flatMap { MessageID($0) }
        } catch .damaged, .keyDestroyed {
            return nil
        }
    }

    private static func mail(_ row: any SQLRow) -> LedgerAct.ForgottenMail? {
        MailboxName(row.text(0)).map {
            LedgerAct.ForgottenMail(mailbox: $0, messageHash: row.blob(1), identity: row.blob(2))
        }
    }
}
