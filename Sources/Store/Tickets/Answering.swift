internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// One answer of an agent, inside one transaction: the context is read where the answer is written, so that neither
/// a colleague nor an unsubscribe can come between.
struct Answering {
    let records: DeskRecords
    let draft: ReplyDraft
    let author: Principal
    let dispatch: Dispatch
    let world: World

    func answer(_ number: TicketNumber) throws(StoreFailure) -> AnswerOutcome {
        let now = Moment.milliseconds(world.now())
        let idempotency = draft.idempotencyKey.map { Idempotency(records, author: author, key: $0) }
        if let earlier = try idempotency?.find(since: now) { return .repeated(earlier) }
        guard let ticket = try records.ticket(number), !ticket.isWithheld else { return .notFound }
        if ticket.isStale(draft.ifVersion, askedAs: number) { return .conflict(currentVersion: ticket.version) }
        if let seen = draft.unlessAnsweredAfter {
            // Positions of a ticket that was merged since say nothing about this one.
            guard draft.seenIn ?? number == ticket.number,
                try !records.isAnswered(ticket.number, after: Int64(clamping: seen))
            else {
                return .conflict(currentVersion: ticket.version)
            }
        }
        guard let context = try context(of: ticket) else { return .nobodyToAnswer }
        let plan: [PlannedEntry]
        do throws(Dispatch.Failure) {
            plan = try ReplyPlan.make(draft, in: context, by: dispatch)
        } catch {
            return .notComposed(error)
        }
        let row = try write(plan, to: ticket, context, now: now)
        try idempotency?.note(row, now: now)
        let entries = try records.entries(of: ticket.number).filter { $0.position == row.position }
        return .answered(try records.shown(row, entries: entries))
    }

    /// nil when there is nobody to answer.
    private func context(of ticket: TicketRow) throws(StoreFailure) -> ReplyContext? {
        guard let configured = dispatch.settings.mailbox(named: ticket.mailbox) else { return nil }
        let profile = try records.addressed(configured, now: dispatch.world.now())
        let requester = try records.summary(of: ticket.requester)
        guard let address = requester.address, address.text != ArrivalReading.missingAuthor,
            let person = try records.row(ofPerson: ticket.requester)
        else { return nil }
        let list = SuppressionList(session: records.session)
        var copied: [String: SuppressionRecord] = [:]
        for copy in draft.carbonCopies {
            copied[copy.normalized] = try list.record(
                records.hashes.suppression(copy, group: profile.suppressionGroup))
        }
        let request = try records.newestRequest(of: ticket)
        let isFirstAnswer = try request.map { (request) throws(StoreFailure) in
            try !records.isAnswered(ticket.number, after: request.position)
        }
        return ReplyContext(
            ticket: try records.shown(ticket), mailbox: profile, recipient: address, recipientName: requester.name,
            suppression: try list.record(records.hashes.suppression(address, group: profile.suppressionGroup)),
            copiedSuppressions: copied,
            isUndeliverable: person.isUndeliverable(at: Moment.milliseconds(dispatch.world.now())),
            answers: try request.map { (request) throws(StoreFailure) in
                try records.content(of: request, key: records.key(of: request))
            },
            isFirstAnswer: isFirstAnswer ?? false, wroteAt: request.map { Moment.date($0.at) },
            isFirstContact: !person.isInformed)
    }

    private func write(
        _ plan: [PlannedEntry], to ticket: TicketRow, _ context: ReplyContext, now: Int64
    ) throws(StoreFailure) -> MessageRow {
        let before = ticket
        var ticket = ticket
        let id = TicketMessageID(from: world)
        var content = MessageContent(
            author: try records.name(of: author),
            subject: ReplySubject.text(answering: context.ticket.subject, ticket: ticket.number), text: draft.text,
            messageID: plan.first { $0.isToRequester }?.mail.messageID.value)
        if let override = draft.override {
            // Who writes to somebody who does not want it says why, where everybody who reads the answer sees it.
            content.remarks.append("override: \(override.basis): \(override.reason)")
        }
        let attachments = draft.attachments.map { NewAttachment($0, id: AttachmentID(from: world)) }
        let key = try records.add(
            NewMessage(
                id: id, direction: .out, author: nil, owner: ticket.requester, at: now, content: content),
            to: &ticket, attachments: attachments)
        for planned in plan {
            try records.add(
                planned, position: ticket.messageCount, of: ticket, key: key, group: context.mailbox.suppressionGroup,
                now: now)
            if !planned.isToRequester {
                // Art. 15(1)(c), 19: whoever is copied in is a recipient of what is said to the requester.
                try records.note(
                    .copy, of: id, about: ticket.requester, on: ticket.number, by: planned,
                    DisclosureParticulars(
                        recipient: planned.mail.outbound.recipient.text, reason: nil, basis: nil,
                        files: attachments.count), author: author, now: now)
            }
            guard planned.isOverridden else { continue }
            try AuditLog(records).append(
                .replyOverridden(ticket: ticket.number, entry: planned.mail.entry), by: author.auditName, at: now)
        }
        let queued = plan.first { $0.isToRequester && $0.state == .queued }
        let isQueued = queued != nil
        if let queued { try records.markInformed(ticket.requester, by: queued.mail, now: now) }
        ticket.turn(to: draft.close ? .closed : .pending, at: now)
        try records.keepBefore(
            before, answerAt: ticket.messageCount, makes: ticket.status, by: author,
            informs: isQueued && context.isFirstContact)
        try records.removeDraft(of: author, on: ticket.number)
        try records.announce(.ticketAnswered, ticket: ticket.number, mailbox: ticket.mailbox, now: now)
        if draft.close, before.status != .closed {
            try records.announce(.ticketClosed, ticket: ticket.number, mailbox: ticket.mailbox, now: now)
        }
        ticket.updatedAt = now
        ticket.version += 1
        try records.update(ticket)
        guard let row = try records.message(at: ticket.messageCount, of: ticket.number) else { throw .damaged }
        return row
    }
}
