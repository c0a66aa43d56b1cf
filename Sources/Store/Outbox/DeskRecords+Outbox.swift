internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Entries of the outbox: writing them with their mail, finding them, and ending them.
extension DeskRecords {
    /// Writes an entry with its final bytes and the hashes by which answers to it will be known.
    func add(
        _ planned: PlannedEntry, position: Int64, of ticket: TicketRow, key: MessageKey, group: String, now: Int64
    ) throws(StoreFailure) {
        try add(
            planned, ticket: ticket.number, position: position, mailbox: ticket.mailbox, key: key, group: group,
            now: now)
    }

    /// `ticket` is nil for a letter, and its position 0.
    func add(
        _ planned: PlannedEntry, ticket: TicketNumber?, position: Int64, mailbox: MailboxName, key: MessageKey,
        group: String, now: Int64
    ) throws(StoreFailure) {
        let mail = planned.mail
        let id = mail.entry
        let recipient = mail.outbound.recipient
        try session.run(
            """
            INSERT INTO outbox (id, reference, ticket, position, mailbox, class, state, attempts, is_first_answer,
                                is_overridden, is_to_requester, is_repetition, enqueued_at, next_attempt_at, run,
                                last_reply, reason, hashes, recipient)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 0, ?, ?, NULL, NULL, ?, ?, ?)
            """,
            [
                .id(id.object), .integer(Int64(bitPattern: id.object.low)), .integer(ticket?.value ?? 0),
                .integer(position), .text(mailbox.value), .integer(Int(mail.mailClass.rawValue)),
                .integer(planned.state.code), .flag(planned.isFirstAnswer), .flag(planned.isOverridden),
                .flag(planned.isToRequester), .integer(now - now % 60_000),
                .integer(Moment.milliseconds(planned.nextAttemptAt)), .text(planned.reason),
                .blob(Array(hashes.suppression(recipient, group: group).joined())),
                .blob(try key.seal(Array(recipient.text.utf8), at: Place.recipient(of: id), padded: true)),
            ])
        try addReference(hashes.cut(mail.messageIDHash), kind: ReferenceKind.sent, ticket, mailbox, entry: id)
        try addReference(hashes.cut(mail.replyTokenHash), kind: ReferenceKind.token, ticket, mailbox, entry: id)
        // Withheld mail never leaves by itself, so its bytes are not kept; its text is in the message.
        guard !planned.state.isTerminal else { return }
        let envelope = MailEnvelope(sender: mail.outbound.sender, link: mail.outbound.unsubscribe)
        try session.run(
            "INSERT INTO outbox_mail (entry, envelope, wire) VALUES (?, ?, ?)",
            [
                .id(id.object), .blob(try key.seal(envelope.bytes, at: Place.envelope(of: id), padded: true)),
                .blob(try key.seal(mail.outbound.bytes, at: Place.wire(of: id))),
            ])
    }

    func entry(_ id: OutboxEntryID) throws(StoreFailure) -> EntryRow? {
        try session.first(
            "\(EntryRow.select) WHERE id = ?", [.id(id.object)]
        ) { row throws(StoreFailure) in try EntryRow(row) }
    }

    /// The entry an unsubscribe token was made for. The token carries half of the id, which is random enough.
    func entry(withReference reference: UInt64) throws(StoreFailure) -> EntryRow? {
        try session.first(
            "\(EntryRow.select) WHERE reference = ?", [.integer(Int64(bitPattern: reference))]
        ) { row throws(StoreFailure) in try EntryRow(row) }
    }

    func entries(of ticket: TicketNumber) throws(StoreFailure) -> [EntryRow] {
        try session.all(
            "\(EntryRow.select) WHERE ticket = ? ORDER BY id", [.integer(ticket.value)]
        ) { row throws(StoreFailure) in try EntryRow(row) }
    }

    /// Ends an entry or sends it on, whatever its state was; the caller has checked that it may.
    func set(
        _ state: DeliveryState, of id: OutboxEntryID, reason: String?, lastReply: String? = nil
    ) throws(StoreFailure) {
        try session.run(
            """
            UPDATE outbox SET state = ?, run = NULL, reason = ?, last_reply = COALESCE(?, last_reply) WHERE id = ?
            """, [.integer(state.code), .text(reason), .text(lastReply), .id(id.object)])
    }

    /// How large the sealed mail is; 0 when there is none any more.
    func mailSize(of id: OutboxEntryID) throws(StoreFailure) -> Int64 {
        try session.first(
            "SELECT LENGTH(wire) FROM outbox_mail WHERE entry = ?", [.id(id.object)]
        ) { row throws(StoreFailure) in row.integer(0) } ?? 0
    }

    /// The bytes of a mail that will not be sent any more.
    func dropMail(of id: OutboxEntryID) throws(StoreFailure) {
        try session.run("DELETE FROM outbox_mail WHERE entry = ?", [.id(id.object)])
    }

    /// Tells the ticket that a mail did not arrive. What a human wrote needs a human again, so the ticket reopens.
    func reportFailure(
        of entry: EntryRow, _ text: String, now: Int64, note: TicketMessageID
    ) throws(StoreFailure) {
        guard var ticket = try ticket(of: entry) else { return }
        try addEvent(text, to: &ticket, now: now, id: note)
        try announce(.outboxFailed, ticket: ticket.number, mailbox: entry.mailbox, entry: entry.id, now: now)
        if !entry.mailClass.isAutomatic {
            ticket.turn(to: .open, at: now)
            try wake(&ticket)
        }
        ticket.updatedAt = now
        ticket.version += 1
        try update(ticket)
    }

    /// Withholds every waiting mail to this recipient that its wish covers now. One of unknown fate is stopped at the
    /// gate before its second try.
    func withhold(_ hash: [UInt8]) throws(StoreFailure) {
        let list = SuppressionList(session: session)
        let waiting = try session.all(
            "\(EntryRow.select) WHERE state < 10 AND state IN (1, 2)", []
        ) { row throws(StoreFailure) in try EntryRow(row) }
        for entry in waiting where entry.hashes.contains(hash) {
            guard case .withheld(let reason) = entry.permission(try list.record(entry.hashes)) else { continue }
            try set(.suppressed, of: entry.id, reason: reason)
            try dropMail(of: entry.id)
        }
    }

    private func addReference(
        _ hash: [UInt8], kind: Int64, _ ticket: TicketNumber?, _ mailbox: MailboxName, entry: OutboxEntryID
    ) throws(StoreFailure) {
        try session.run(
            "INSERT INTO mail_reference (hash, kind, identity, mailbox, ticket, entry) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .blob(hash), .integer(kind), .blob([]), .text(mailbox.value), .integer(ticket?.value),
                .id(entry.object),
            ])
    }
}
