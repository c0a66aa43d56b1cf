internal import Desk
internal import Foundation
internal import Vault

/// A message about to be written.
struct NewMessage {
    var id: TicketMessageID
    var direction: TicketMessage.Direction
    var author: PersonID?
    /// Whose key opens it: the author of a mail that came in, the requester of everything else (gdpr.md B10).
    var owner: PersonID
    var at: Int64
    var isAutomatic = false
    var isVerified = false
    var isHeld = false
    var content: MessageContent
}

/// An attachment about to be written.
struct NewAttachment {
    var id: AttachmentID
    var label: AttachmentLabel
    var isInline: Bool
    var bytes: [UInt8]
}

/// A message as it lies.
struct MessageRow: Sendable {
    var ticket: TicketNumber
    var position: Int64
    var id: TicketMessageID
    var direction: TicketMessage.Direction
    var author: PersonID?
    var owner: PersonID
    var at: Int64
    var isAutomatic: Bool
    var isVerified: Bool
    var isHeld: Bool
    var key: [UInt8]
    var content: [UInt8]

    /// In the order `id, position, direction, author, owner, at, is_automatic, is_verified, is_held, cek, content`.
    init(_ row: any SQLRow, of ticket: TicketNumber) throws(StoreFailure) {
        self.ticket = ticket
        id = TicketMessageID(try row.id(0))
        position = row.integer(1)
        direction = try TicketMessage.Direction(code: row.integer(2))
        author = try row.idIfAny(3).map { PersonID($0) }
        owner = PersonID(try row.id(4))
        at = row.integer(5)
        isAutomatic = row.flag(6)
        isVerified = row.flag(7)
        isHeld = row.flag(8)
        key = row.blob(9)
        content = row.blob(10)
    }
}

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

    func key(of message: MessageRow) throws(StoreFailure) -> MessageKey {
        try sealer.openMessageKey(message.key, of: message.id, in: message.ticket, owner: message.owner)
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

    private func add(
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

extension MessageKey {
    func sealAttachment(_ bytes: [UInt8], of id: AttachmentID) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in
            try key.sealAttachment(bytes, at: Place.bytes(of: id), attachment: id.object)
        }
    }

    func openAttachment(_ sealed: [UInt8], of id: AttachmentID) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in
            try key.openAttachment(sealed, at: Place.bytes(of: id), attachment: id.object)
        }
    }
}
