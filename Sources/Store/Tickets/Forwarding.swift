internal import Desk
internal import Foundation
internal import Mail

/// One message handed on to somebody outside, inside one transaction: the mail, the message that shows it on the ticket
/// and the record of the disclosure are there together or not at all.
///
/// What is sealed for it is sealed for the owner of the forwarded message: erasing that person reaches the copy.
struct Forwarding {
    let records: DeskRecords
    let draft: ForwardDraft
    let author: Principal
    let dispatch: Dispatch

    func forward(_ id: TicketMessageID, of number: TicketNumber) throws(StoreFailure) -> ForwardOutcome {
        let now = Moment.milliseconds(dispatch.world.now())
        // NUL stands in no header: a key used for an answer is not taken for one of these.
        let idempotency = draft.idempotencyKey.map {
            Idempotency(records, author: author, key: "forward\u{0}\($0)")
        }
        if let earlier = try idempotency?.find(since: now) { return .repeated(earlier) }
        guard let ticket = try records.ticket(number),
            let configured = dispatch.settings.mailbox(named: ticket.mailbox)
        else { return .ticketNotFound }
        if ticket.isStale(draft.ifVersion, askedAs: number) { return .conflict(currentVersion: ticket.version) }
        guard let message = try records.message(id, of: ticket.number) else { return .messageNotFound }
        if let refusal = try refusal(message, ticket) { return .refused(refusal) }
        let profile = try records.addressed(configured, now: dispatch.world.now())
        let context: ForwardContext
        do throws(StoreFailure) {
            guard let found = try self.context(message, ticket, profile) else { return .refused(.unknownFile) }
            context = found
        } catch .keyDestroyed {
            return .refused(.isErased)
        } catch .keyHeld {
            return .refused(.isRestricted)
        }
        guard context.files.count <= Desk.Limits.attachmentsPerReply else { return .refused(.tooManyFiles) }
        let planned: PlannedEntry
        do throws(Dispatch.Failure) {
            planned = try ForwardPlan.make(draft, in: context, by: dispatch)
        } catch {
            return .notComposed(error)
        }
        let row = try write(planned, message, ticket, context, now: now)
        try idempotency?.note(row, now: now)
        let entries = try records.entries(of: ticket.number).filter { $0.position == row.position }
        return .forwarded(try records.shown(row, entries: entries))
    }

    private func refusal(_ message: MessageRow, _ ticket: TicketRow) throws(StoreFailure) -> ForwardRefusal? {
        if message.direction == .note { return .isNote }
        if message.isHeld { return .isHeld }
        let requester = try records.summary(of: ticket.requester).address
        return requester?.normalized == draft.to.normalized ? .isRequester : nil
    }

    /// nil when a file was asked for that the message does not have.
    private func context(
        _ message: MessageRow, _ ticket: TicketRow, _ profile: MailboxProfile
    ) throws(StoreFailure) -> ForwardContext? {
        let content = try records.content(of: message, key: records.key(of: message))
        let there = try records.shown(message, entries: []).attachments.map(\.id)
        let chosen: [AttachmentID]
        switch draft.files {
        case .all: chosen = there
        case .chosen(let ids): chosen = ids
        }
        var files: [ComposedAttachment] = []
        for id in chosen {
            guard there.contains(id), let (summary, bytes) = try records.attachment(id, of: ticket.number) else {
                return nil
            }
            files.append(
                ComposedAttachment(
                    filename: summary.filename ?? "attachment", mediaType: summary.mediaType, bytes: bytes))
        }
        let particulars = try records.particulars(of: ticket)
        return ForwardContext(
            ticket: ticket.number, mailbox: profile, direction: message.direction, subject: particulars.subject,
            text: content.text, at: Moment.date(message.at), files: files,
            suppression: try SuppressionList(session: records.session).record(
                records.hashes.suppression(draft.to, group: profile.suppressionGroup)))
    }

    private func write(
        _ planned: PlannedEntry, _ forwarded: MessageRow, _ ticket: TicketRow, _ context: ForwardContext, now: Int64
    ) throws(StoreFailure) -> MessageRow {
        var ticket = ticket
        let basis = draft.basis.map { "\($0): " } ?? ""
        let content = MessageContent(
            author: try records.name(of: author), subject: OpeningSubject.text(context.subject, ticket: ticket.number),
            text: draft.text, messageID: planned.mail.messageID.value,
            remarks: ["forwarded:\(forwarded.id.hex)", "reason: \(basis)\(draft.reason)"])
        let key = try records.add(
            NewMessage(
                id: TicketMessageID(from: dispatch.world), direction: .out, author: nil, owner: forwarded.owner,
                at: now, content: content), to: &ticket)
        try records.add(
            planned, position: ticket.messageCount, of: ticket, key: key, group: context.mailbox.suppressionGroup,
            now: now)
        try records.note(
            .forward, of: forwarded.id, about: forwarded.owner, on: ticket.number, by: planned,
            DisclosureParticulars(
                recipient: draft.to.text, reason: draft.reason, basis: draft.basis, files: context.files.count),
            author: author, now: now)
        try AuditLog(records).append(
            .messageForwarded(forwarded.id, ticket: ticket.number), by: author.auditName, at: now)
        ticket.updatedAt = now
        ticket.version += 1
        try records.update(ticket)
        guard let row = try records.message(at: ticket.messageCount, of: ticket.number) else { throw .damaged }
        return row
    }
}
