internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Messages for an export: opened, and told apart by what the person has to do with them.
extension DeskRecords {
    func exportedPage(
        of ticket: ExportedTicket, after position: Int64, person: PersonSummary
    ) throws(StoreFailure) -> ExportedPage {
        var rows: [MessageRow] = []
        var bytes = 0
        try session.look(
            """
            SELECT id, position, direction, author, owner, at, is_automatic, is_verified, is_held, cek, content
            FROM message WHERE ticket = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?
            """,
            [
                .integer(ticket.number.value), .integer(position), .integer(ticket.lastPosition),
                .integer(Limits.exportedMessages),
            ]
        ) { row throws(StoreFailure) in
            rows.append(try MessageRow(row, of: ticket.number))
            bytes += rows.last?.content.count ?? 0
            return bytes < Limits.exportedBytes ? .goOn : .enough
        }
        guard let last = rows.last else { return ExportedPage(messages: [], next: nil) }
        let entries = try session.all(
            "\(EntryRow.select) WHERE ticket = ? AND position > ? AND position <= ? ORDER BY id",
            [.integer(ticket.number.value), .integer(position), .integer(last.position)]
        ) { row throws(StoreFailure) in try EntryRow(row) }
        let byPosition = Dictionary(grouping: entries, by: \.position)
        var messages: [ExportedMessage] = []
        for row in rows {
            messages.append(try exported(row, of: ticket, byPosition[row.position] ?? [], to: person))
        }
        return ExportedPage(messages: messages, next: last.position < ticket.lastPosition ? last.position : nil)
    }

    func exportedFile(_ id: AttachmentID, of message: ExportedMessage) throws(StoreFailure) -> [UInt8]? {
        guard let row = try self.message(message.id, of: message.ticket) else { return nil }
        let sealed = try session.first(
            "SELECT content FROM attachment WHERE message = ? AND id = ?",
            [.id(message.id.object), .id(id.object)]
        ) { row throws(StoreFailure) in row.blob(0) }
        guard let sealed else { return nil }
        return try key(of: row).openAttachment(sealed, of: id)
    }

    private func exported(
        _ row: MessageRow, of ticket: ExportedTicket, _ entries: [EntryRow], to person: PersonSummary
    ) throws(StoreFailure) -> ExportedMessage {
        var content = MessageContent(author: "", subject: "", text: "")
        var attachments: [AttachmentSummary] = []
        var delivery: DeliveryState?
        // Only what is the person's own is opened while it is withheld from others.
        let reader = row.owner == person.id ? self : DeskRecords(session, sealer: sealer.opening(held: false))
        do throws(StoreFailure) {
            let key = try reader.key(of: row)
            content = try self.content(of: row, key: key)
            attachments = try self.attachments(of: row.id, key: key)
            for entry in entries {
                let recipient = try recipient(of: entry, key: key)
                if let recipient, recipient.normalized == person.address?.normalized { delivery = entry.state }
            }
        } catch .keyDestroyed {
            content.remarks = ["erased"]
        } catch .keyHeld {
            content.remarks = ["withheld"]
        } catch .damaged {
            content.remarks = ["damaged"]
        }
        let part = part(of: row, content, ticket, isToPerson: delivery != nil, person)
        return ExportedMessage(
            id: row.id, ticket: row.ticket, position: row.position, direction: row.direction, part: part,
            at: Moment.date(row.at),
            authorAddress: try row.author.map { (author) throws(StoreFailure) in
                try summary(of: author).address
            } ?? nil, content: content, isAutomatic: row.isAutomatic, isVerified: row.isVerified,
            isHeld: row.isHeld, attachments: attachments, delivery: delivery)
    }

    private func part(
        of row: MessageRow, _ content: MessageContent, _ ticket: ExportedTicket, isToPerson: Bool,
        _ person: PersonSummary
    ) -> ExportedMessage.Part {
        if row.author == person.id { return .theirs }
        switch row.direction {
        case .in:
            let isNamed = (content.to + content.cc).contains {
                EmailAddress($0)?.normalized == person.address?.normalized
            }
            if isNamed { return .received }
            return ticket.isOfPerson ? .others : .foreign
        case .out:
            if isToPerson { return .received }
            return ticket.isOfPerson ? .note : .foreign
        case .note:
            return ticket.isOfPerson ? .note : .foreign
        }
    }
}
