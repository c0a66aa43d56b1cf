internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// The one reason of a final failure that is decided here: RFC 5321 §6.1 leaves a lost answer open, and P4 allows one
/// repetition and no second.
extension Settlement {
    static let lostTwice = "the answer was lost twice; it may have been delivered"
}

/// The end of a try.
extension DeskRecords {
    func settle(
        _ entry: EntryRow, as settlement: Settlement, now: Int64, note: TicketMessageID
    ) throws(StoreFailure) {
        switch settlement {
        case .sent(let reply):
            try set(.sent, of: entry.id, reason: nil, lastReply: reply)
            try dropMail(of: entry.id)
        case .suppressed(let reason):
            try set(.suppressed, of: entry.id, reason: reason)
            try dropMail(of: entry.id)
        case .failed(let reason, let reply):
            try fail(entry, reason, reply: reply, now: now, note: note)
        case .unknown(let retryAt):
            try markUnknown(entry.id, retryAt: Moment.milliseconds(retryAt))
        case .deferred(let until, let reply):
            try session.run(
                """
                UPDATE outbox SET state = ?, run = NULL, next_attempt_at = ?, last_reply = COALESCE(?, last_reply)
                WHERE id = ?
                """,
                [
                    .integer(DeliveryState.deferred.code), .integer(Moment.milliseconds(until)), .text(reply),
                    .id(entry.id.object),
                ])
        case .released(let until):
            try session.run(
                """
                UPDATE outbox SET state = ?, run = NULL, next_attempt_at = ?, attempts = attempts - 1 WHERE id = ?
                """,
                [
                    .integer(DeliveryState.queued.code), .integer(Moment.milliseconds(until)), .id(entry.id.object),
                ])
        }
    }

    /// The bytes are kept: an agent may try again.
    func fail(
        _ entry: EntryRow, _ reason: String, reply: String?, now: Int64, note: TicketMessageID
    ) throws(StoreFailure) {
        try set(.failed, of: entry.id, reason: reason, lastReply: reply)
        let code = reply.map { " (\($0))" } ?? ""
        try reportFailure(of: entry, "The mail was not delivered: \(reason)\(code).", now: now, note: note)
    }

    /// Tried once more at that time, and marked so that there is no third time.
    func markUnknown(_ id: OutboxEntryID, retryAt: Int64) throws(StoreFailure) {
        try session.run(
            "UPDATE outbox SET state = ?, run = NULL, is_repetition = 1, next_attempt_at = ? WHERE id = ?",
            [.integer(DeliveryState.unknown.code), .integer(retryAt), .id(id.object)])
    }

    /// The mail as it will be sent; nil when it does not open any more or does not prove its link (P6).
    func outbound(of entry: EntryRow) throws(StoreFailure) -> Outbound? {
        let sealed = try session.first(
            "SELECT envelope, wire FROM outbox_mail WHERE entry = ?", [.id(entry.id.object)]
        ) { row throws(StoreFailure) in (row.blob(0), row.blob(1)) }
        guard let sealed else { return nil }
        do throws(StoreFailure) {
            guard let key = try key(of: entry) else { return nil }
            let envelope = try MailEnvelope(bytes: key.open(sealed.0, at: Place.envelope(of: entry.id)))
            guard let recipient = try recipient(of: entry, key: key) else { return nil }
            return Outbound(
                sender: envelope.sender, recipient: recipient, mailbox: entry.mailbox,
                bytes: try key.open(sealed.1, at: Place.wire(of: entry.id)), unsubscribe: envelope.link)
        } catch {
            // A damaged or shredded mail fails alone; a failing disk must not look like one.
            if error.endsTransaction { throw error }
            return nil
        }
    }

    func recipient(of entry: EntryRow, key: MessageKey) throws(StoreFailure) -> EmailAddress? {
        let bytes = try key.open(entry.recipient, at: Place.recipient(of: entry.id))
        return EmailAddress(String(decoding: bytes, as: UTF8.self))
    }

    /// Entries newest first, all or those of one state.
    func lookAtEntries(
        in state: DeliveryState?, _ body: (EntryRow) throws(StoreFailure) -> Looking
    ) throws(StoreFailure) {
        try session.look(
            "\(EntryRow.select) WHERE ? = 0 OR state = ? ORDER BY id DESC",
            [.integer(state?.code ?? 0), .integer(state?.code ?? 0)]
        ) { row throws(StoreFailure) in try body(try EntryRow(row)) }
    }
}
