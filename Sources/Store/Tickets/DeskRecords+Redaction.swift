internal import Desk
internal import Vault

/// Other words in the place of those that were written.
extension DeskRecords {
    /// Replaces the text, forgets who else was addressed, and seals all under a new key. A backup of desk.db keeps the
    /// old words until it expires: they are its author's, whose key lives.
    func redact(_ row: MessageRow, text: String) throws(StoreFailure) {
        let old = try key(of: row)
        var content = try content(of: row, key: old)
        content.text = text
        content.fromHTML = false
        content.to = []
        content.cc = []
        content.replyTo = nil
        if !content.remarks.contains(Self.redacted) { content.remarks.append(Self.redacted) }
        let (key, wrapped) = try sealer.makeMessageKey(of: row.id, in: row.ticket, owner: row.owner)
        try session.run(
            "UPDATE message SET cek = ?, content = ? WHERE ticket = ? AND position = ?",
            [
                .blob(wrapped), .blob(try key.seal(content.bytes, at: Place.content(of: row.id))),
                .integer(row.ticket.value), .integer(row.position),
            ])
        try resealAttachments(of: row.id, from: old, to: key)
        for entry in try entries(of: row.ticket) where entry.position == row.position {
            let recipient = try old.open(entry.recipient, at: Place.recipient(of: entry.id))
            try session.run(
                "UPDATE outbox SET recipient = ? WHERE id = ?",
                [
                    .blob(try key.seal(recipient, at: Place.recipient(of: entry.id), padded: true)),
                    .id(entry.id.object),
                ])
            // The bytes of a mail that failed hold the words that were replaced.
            try dropMail(of: entry.id)
        }
    }

    private func resealAttachments(
        of message: TicketMessageID, from old: MessageKey, to key: MessageKey
    ) throws(StoreFailure) {
        let rows = try session.all(
            "SELECT id, position, label, content FROM attachment WHERE message = ?", [.id(message.object)]
        ) { row throws(StoreFailure) in
            (AttachmentID(try row.id(0)), row.integer(1), row.blob(2), row.blob(3))
        }
        for (id, position, label, content) in rows {
            let opened = try old.open(label, at: Place.label(of: id))
            let bytes = try old.openAttachment(content, of: id)
            try session.run(
                "UPDATE attachment SET label = ?, content = ? WHERE message = ? AND position = ?",
                [
                    .blob(try key.seal(opened, at: Place.label(of: id), padded: true)),
                    .blob(try key.sealAttachment(bytes, of: id)), .id(message.object), .integer(position),
                ])
        }
    }

    private static let redacted = "redacted"
}
