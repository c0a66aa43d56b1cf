internal import Desk
internal import Mail

/// A ticket as an agent sees it.
extension DeskRecords {
    /// `visible` is what the reader may see of other mailboxes; nil is everything.
    func view(of row: TicketRow, visible: MailboxSight?) throws(StoreFailure) -> TicketView {
        let rows = try messages(of: row.number, limit: Limits.messagesShown).reversed()
        let entries = Dictionary(grouping: try entries(of: row.number), by: \.position)
        var messages: [TicketMessage] = []
        let expired = try expiredFiles(of: row.number)
        for message in rows {
            var shown = try shown(message, entries: entries[message.position] ?? [])
            if let files = expired[message.position] { shown.remarks.append("files-expired:\(files)") }
            messages.append(shown)
        }
        let ticket = try shown(row)
        let neighbours = try neighbours(of: row, ticket.requester, visible: visible)
        return TicketView(
            ticket: ticket, messages: messages, possiblyRelated: neighbours.suggested, linked: neighbours.linked,
            mergedFrom: try mergedNumbers(into: row.number), participants: try participants(of: row),
            disclosures: try disclosures(on: row.number))
    }

    /// By place, how many files of a message retention has deleted.
    private func expiredFiles(of ticket: TicketNumber) throws(StoreFailure) -> [Int64: Int64] {
        var expired: [Int64: Int64] = [:]
        try session.look(
            "SELECT position, files_gone FROM message WHERE ticket = ? AND files_gone > 0", [.integer(ticket.value)]
        ) { row throws(StoreFailure) in
            expired[row.integer(0)] = row.integer(1)
            return .goOn
        }
        return expired
    }

    /// One message. What cannot be opened is shown as such and keeps the rest from nobody.
    func shown(_ row: MessageRow, entries: [EntryRow]) throws(StoreFailure) -> TicketMessage {
        do throws(StoreFailure) {
            let key = try key(of: row)
            let content = try content(of: row, key: key)
            var message = shown(row, content)
            if row.direction != .in { message.author = try shownAuthor(content.author) }
            message.attachments = try attachments(of: row.id, key: key)
            message.statements = try statements(on: row.id)
            for entry in entries {
                message.recipients.append(delivery(of: entry, to: try recipient(of: entry, key: key)))
            }
            return message
        } catch .keyDestroyed {
            return unreadable(row, remark: "erased", entries)
        } catch .keyHeld {
            return unreadable(row, remark: "withheld", entries)
        } catch .damaged {
            return unreadable(row, remark: "damaged", entries)
        }
    }

    func attachment(
        _ id: AttachmentID, of ticket: TicketNumber
    ) throws(StoreFailure) -> (AttachmentSummary, [UInt8])? {
        let found = try session.first(
            """
            SELECT m.position, a.size, a.is_inline, a.label, a.content
            FROM message m JOIN attachment a ON a.message = m.id WHERE m.ticket = ? AND a.id = ?
            """, [.integer(ticket.value), .id(id.object)]
        ) { row throws(StoreFailure) in
            (row.integer(0), Int(row.integer(1)), row.flag(2), row.blob(3), row.blob(4))
        }
        guard let (position, size, isInline, label, content) = found,
            let message = try message(at: position, of: ticket)
        else { return nil }
        let key = try key(of: message)
        let summary = try summary(of: id, size: size, isInline: isInline, label: label, key: key)
        return (summary, try key.openAttachment(content, of: id))
    }

    func attachments(of message: TicketMessageID, key: MessageKey) throws(StoreFailure) -> [AttachmentSummary] {
        try session.all(
            "SELECT id, size, is_inline, label FROM attachment WHERE message = ? ORDER BY position",
            [.id(message.object)]
        ) { row throws(StoreFailure) in
            try summary(
                of: AttachmentID(try row.id(0)), size: Int(row.integer(1)), isInline: row.flag(2), label: row.blob(3),
                key: key)
        }
    }

    private func summary(
        of id: AttachmentID, size: Int, isInline: Bool, label: [UInt8], key: MessageKey
    ) throws(StoreFailure) -> AttachmentSummary {
        let label = try AttachmentLabel(bytes: key.open(label, at: Place.label(of: id)))
        return AttachmentSummary(
            id: id, filename: label.filename, mediaType: label.mediaType, size: size, isInline: isInline,
            contentID: label.contentID)
    }

    private func shown(_ row: MessageRow, _ content: MessageContent) -> TicketMessage {
        TicketMessage(
            id: row.id, direction: row.direction, author: content.author, authorID: row.author, text: content.text,
            fromHTML: content.fromHTML, at: Moment.date(row.at), messageID: content.messageID.flatMap { MessageID($0) },
            automatic: row.isAutomatic, automaticReason: content.automaticReason, verified: row.isVerified,
            held: row.isHeld, attachments: [], recipients: [], remarks: content.remarks, replyTo: content.replyTo)
    }

    private func unreadable(_ row: MessageRow, remark: String, _ entries: [EntryRow]) -> TicketMessage {
        var message = shown(row, MessageContent(author: "", subject: "", text: "", remarks: [remark]))
        message.recipients = entries.map { delivery(of: $0, to: nil) }
        return message
    }

    private func delivery(of entry: EntryRow, to address: EmailAddress?) -> Delivery {
        Delivery(
            entry: entry.id, to: address, state: entry.state, reason: entry.reason,
            attempts: Int(clamping: entry.attempts), lastReply: entry.lastReply)
    }
}
