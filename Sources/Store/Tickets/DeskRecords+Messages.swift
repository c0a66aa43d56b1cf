internal import Desk
internal import Foundation
internal import Vault

/// Messages and their attachments, each under a key of its own that the owner's key opens.
extension DeskRecords {
    /// Writes a message at the end of its ticket, whose counts the caller writes back. Answers the message's key.
    func add(
        _ message: NewMessage, to ticket: inout TicketRow, attachments: [NewAttachment] = []
    ) throws(StoreFailure) -> MessageKey {
        let (key, wrapped) = try sealer.makeMessageKey(of: message.id, in: ticket.number, owner: message.owner)
        ticket.messageCount += 1
        try session.run(
            """
            INSERT INTO message (ticket, position, id, direction, author, owner, at, is_automatic, is_verified,
                                 is_held, cek, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(ticket.number.value), .integer(ticket.messageCount), .id(message.id.object),
                .integer(message.direction.code), .id(message.author?.object), .id(message.owner.object),
                .integer(message.at), .flag(message.isAutomatic), .flag(message.isVerified), .flag(message.isHeld),
                .blob(wrapped), .blob(try key.seal(message.content.bytes, at: Place.content(of: message.id))),
            ])
        for (position, attachment) in attachments.enumerated() {
            try add(attachment, to: message.id, position: position, key: key)
        }
        return key
    }

    /// Something that happened to a ticket, told in words of ours. Nothing is written for a requester whose key was
    /// destroyed: there is nobody left whom it could concern.
    func addEvent(_ text: String, to ticket: inout TicketRow, now: Int64, id: TicketMessageID) throws(StoreFailure) {
        let content = MessageContent(author: "ticketd", subject: "", text: text)
        let before = ticket.messageCount
        do throws(StoreFailure) {
            _ = try add(
                NewMessage(
                    id: id, direction: .note, author: nil, owner: ticket.requester, at: now, isAutomatic: true,
                    content: content), to: &ticket)
        } catch .keyDestroyed {
            ticket.messageCount = before
        }
    }

    func messages(of ticket: TicketNumber, limit: Int) throws(StoreFailure) -> [MessageRow] {
        try session.all(
            """
            SELECT id, position, direction, author, owner, at, is_automatic, is_verified, is_held, cek, content
            FROM message WHERE ticket = ? ORDER BY position DESC LIMIT ?
            """, [.integer(ticket.value), .integer(limit)]
        ) { row throws(StoreFailure) in try MessageRow(row, of: ticket) }
    }

    func message(at position: Int64, of ticket: TicketNumber) throws(StoreFailure) -> MessageRow? {
        try session.first(
            """
            SELECT id, position, direction, author, owner, at, is_automatic, is_verified, is_held, cek, content
            FROM message WHERE ticket = ? AND position = ?
            """, [.integer(ticket.value), .integer(position)]
        ) { row throws(StoreFailure) in try MessageRow(row, of: ticket) }
    }

    func message(_ id: TicketMessageID, of ticket: TicketNumber) throws(StoreFailure) -> MessageRow? {
        try session.first(
            """
            SELECT id, position, direction, author, owner, at, is_automatic, is_verified, is_held, cek, content
            FROM message WHERE ticket = ? AND id = ?
            """, [.integer(ticket.value), .id(id.object)]
        ) { row throws(StoreFailure) in try MessageRow(row, of: ticket) }
    }

    func key(of message: MessageRow) throws(StoreFailure) -> MessageKey {
        // A place without words: an erasure left it where somebody else's stay.
        guard !message.key.isEmpty else { throw .keyDestroyed }
        return try sealer.openMessageKey(message.key, of: message.id, in: message.ticket, owner: message.owner)
    }

    func content(of message: MessageRow, key: MessageKey) throws(StoreFailure) -> MessageContent {
        try MessageContent(bytes: key.open(message.content, at: Place.content(of: message.id)))
    }

    /// The newest mail of the requester that was admitted to the ticket.
    func newestRequest(of ticket: TicketRow) throws(StoreFailure) -> MessageRow? {
        try session.first(
            """
            SELECT id, position, direction, author, owner, at, is_automatic, is_verified, is_held, cek, content
            FROM message WHERE ticket = ? AND direction = 1 AND author = ? AND is_held = 0
            ORDER BY position DESC LIMIT 1
            """, [.integer(ticket.number.value), .id(ticket.requester.object)]
        ) { row throws(StoreFailure) in try MessageRow(row, of: ticket.number) }
    }

    /// Whether a human answer to the requester stands after this position. One that never began to leave, because
    /// it was withheld or taken back, answered nothing.
    func isAnswered(_ ticket: TicketNumber, after position: Int64) throws(StoreFailure) -> Bool {
        try session.exists(
            """
            SELECT 1 FROM outbox WHERE ticket = ? AND position > ? AND class = ? AND is_to_requester = 1
            AND state NOT IN (?, ?)
            """,
            [
                .integer(ticket.value), .integer(position), .integer(Int(MailClass.humanReply.rawValue)),
                .integer(DeliveryState.suppressed.code), .integer(DeliveryState.withdrawn.code),
            ])
    }

    /// Whether this very mail came in before, whatever became of its author since (P2, P8).
    func isKnown(_ messageHash: [UInt8], identity: [UInt8]) throws(StoreFailure) -> Bool {
        try session.exists(
            "SELECT 1 FROM mail_reference WHERE hash = ? AND kind = ? AND identity = ?",
            [.blob(messageHash), .integer(ReferenceKind.received), .blob(identity)])
    }

    /// A file of a message, under the message's key.
    func add(
        _ attachment: NewAttachment, to message: TicketMessageID, position: Int, key: MessageKey
    ) throws(StoreFailure) {
        let label = try key.seal(attachment.label.bytes, at: Place.label(of: attachment.id), padded: true)
        let content = try key.sealAttachment(attachment.bytes, of: attachment.id)
        try session.run(
            """
            INSERT INTO attachment (message, position, id, size, is_inline, label, content)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(message.object), .integer(position), .id(attachment.id.object), .integer(attachment.bytes.count),
                .flag(attachment.isInline), .blob(label), .blob(content),
            ])
    }
}
