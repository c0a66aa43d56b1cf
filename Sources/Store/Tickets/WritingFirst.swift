internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// One ticket that begins with a mail of ours, inside one transaction: person, ticket, message and outbox entry are
/// there together or not at all, and an unsubscribe cannot come between looking and writing.
struct WritingFirst {
    let records: DeskRecords
    let draft: OpeningDraft
    let profile: MailboxProfile
    let author: Principal
    let dispatch: Dispatch
    let world: World

    /// The key of a person nobody knows yet, in its own commit of keys.db before the rows: a key without a person,
    /// should the process end between the two files, opens nothing. A repeated request makes none.
    func makeKey() throws(StoreFailure) -> PersonID? {
        guard try repeated(at: Moment.milliseconds(world.now())) == nil,
            try records.person(withIndex: index) == nil
        else { return nil }
        let id = PersonID(from: world)
        try vault { () throws(VaultFailure) in try records.sealer.keys.makePersonKeys(for: [id.object]) }
        return id
    }

    func open(newPerson: PersonID?) throws(StoreFailure) -> OpeningOutcome {
        let now = Moment.milliseconds(world.now())
        if let earlier = try repeated(at: now) { return .repeated(earlier) }
        // A number that no mail could be made for is not given again: numbers are never reused.
        guard let number = TicketNumber(try records.next("ticket")) else { throw .damaged }
        let known = try records.person(withIndex: index)
        let context = OpeningContext(
            ticket: number, mailbox: try records.addressed(profile, now: world.now()),
            recipientName: try known.flatMap { (person) throws(StoreFailure) in try records.summary(of: person.id).name
            },
            suppression: try SuppressionList(session: records.session).record(
                records.hashes.suppression(draft.to, group: profile.suppressionGroup)))
        let planned: PlannedEntry
        do throws(Dispatch.Failure) {
            planned = try OpeningPlan.make(draft, in: context, by: dispatch)
        } catch {
            return .notComposed(error)
        }
        let requester = if let known { known.id } else { try person(newPerson).id }
        try write(planned, to: requester, ticket: number, now: now)
        guard let ticket = try records.ticket(number), let row = try records.message(at: 1, of: number) else {
            throw .damaged
        }
        try idempotency?.note(row, now: now)
        return .opened(try records.shown(ticket))
    }

    private func write(
        _ planned: PlannedEntry, to requester: PersonID, ticket number: TicketNumber, now: Int64
    ) throws(StoreFailure) {
        var ticket = TicketRow(
            number: number, mailbox: profile.name, requester: requester, status: .pending, at: now)
        let isInformed = try records.row(ofPerson: requester)?.isInformed ?? false
        // Whoever reads the ticket sees why it was opened; the person asks, and is told.
        var remarks = ["written-first: \(draft.basis): \(draft.reason)"]
        if planned.isOverridden { remarks.append("override: \(draft.basis): \(draft.reason)") }
        let content = MessageContent(
            author: try records.name(of: author), subject: OpeningSubject.text(draft.subject, ticket: number),
            text: draft.text, messageID: planned.mail.messageID.value, remarks: remarks)
        let attachments = draft.attachments.map { NewAttachment($0, id: AttachmentID(from: world)) }
        let key = try records.add(
            NewMessage(
                id: TicketMessageID(from: world), direction: .out, author: nil, owner: requester, at: now,
                content: content),
            to: &ticket, attachments: attachments)
        try records.add(
            planned, position: ticket.messageCount, of: ticket, key: key, group: profile.suppressionGroup, now: now)
        if planned.isOverridden {
            try AuditLog(records).append(
                .replyOverridden(ticket: number, entry: planned.mail.entry), by: author.auditName, at: now)
        }
        try records.add(ticket, particulars: TicketParticulars(subject: draft.subject))
        try records.addParticipant(requester, ticket: number)
        try records.announce(.ticketOpened, ticket: number, mailbox: profile.name, now: now)
        // Taken back, there is nothing left to be done: nobody was written to.
        var before = ticket
        before.turn(to: .closed, at: now)
        try records.keepBefore(
            before, answerAt: ticket.messageCount, makes: ticket.status, by: author,
            informs: planned.state == .queued && !isInformed)
        if planned.state == .queued { try records.markInformed(requester, by: planned.mail, now: now) }
    }

    /// The person whose key was made before. Without one nothing can be sealed.
    private func person(_ id: PersonID?) throws(StoreFailure) -> PersonRow {
        guard let id else { throw .damaged }
        return try records.addPerson(id, address: draft.to, name: nil, index: index, now: world.now())
    }

    private func repeated(at now: Int64) throws(StoreFailure) -> Ticket? {
        guard let number = try idempotency?.ticket(since: now), let row = try records.ticket(number) else { return nil }
        return try records.shown(row)
    }

    private var index: [UInt8] { records.hashes.address(draft.to) }

    /// NUL stands in no header: a key used for an answer is not taken for one of an opening.
    private var idempotency: Idempotency? {
        draft.idempotencyKey.map { Idempotency(records, author: author, key: "open\u{0}\($0)") }
    }
}
