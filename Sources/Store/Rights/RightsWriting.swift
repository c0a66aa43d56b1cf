internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// A request and its letter inside one transaction: they are written together or not at all.
struct RightsWriting {
    let records: DeskRecords
    let author: Principal
    let dispatch: Dispatch

    private var now: Int64 { Moment.milliseconds(dispatch.world.now()) }

    func register(
        _ original: RightsRequest, in mailbox: MailboxProfile, letter: RightsLetter?
    ) throws(StoreFailure) -> RightsOutcome {
        var request = original
        if let letter {
            switch try send(letter, about: &request, in: mailbox) {
            case nil: break
            case let failure?: return .notComposed(failure)
            }
        }
        try records.add(request)
        try AuditLog(records).append(
            .requestRegistered(request.id, request.right, request.channel), by: author.auditName, at: now)
        return .done(request)
    }

    func change(
        _ id: RightsRequestID, by act: RightsAct, letter: RightsLetter?
    ) throws(StoreFailure) -> RightsOutcome {
        guard let request = try records.rightsRequest(id) else { return .notFound }
        let instant = dispatch.world.now()
        let today = CalendarDay(instant, in: ControllerPlace.zone(ofCountry: request.clock.country))
        var next: RightsRequest
        do throws(DeskRefusal) {
            next = try request.after(act, at: instant, on: today)
        } catch {
            return .refused(error)
        }
        if let letter, next.person != nil, let mailbox = try mailbox(of: next) {
            switch try send(letter, about: &next, in: mailbox) {
            case nil: break
            case let failure?: return .notComposed(failure)
            }
        }
        try records.update(next)
        try AuditLog(records).append(.requestMoved(id, act.word), by: author.auditName, at: now)
        return .done(next)
    }

    /// Queues the letter to the address on file, on the request's ticket or a new one. Answers why it could not.
    private func send(
        _ letter: RightsLetter, about request: inout RightsRequest, in mailbox: MailboxProfile
    ) throws(StoreFailure) -> Dispatch.Failure? {
        guard let person = request.person, let row = try records.row(ofPerson: person) else { return nil }
        let summary = try records.summary(of: person)
        guard let address = summary.address else { return nil }
        var ticket = try ticket(of: request, person: person, in: mailbox)
        request.ticket = ticket.row.number
        let context = OpeningContext(
            ticket: ticket.row.number, mailbox: try records.addressed(mailbox, now: dispatch.world.now()),
            recipientName: summary.name, suppression: nil)
        let made: (entry: PlannedEntry, subject: String, text: String)
        do throws(Dispatch.Failure) {
            made = try RightsLetterPlan.make(
                letter, about: request, in: context, to: address, isFirstContact: !row.isInformed, by: dispatch)
        } catch {
            return error
        }
        let content = MessageContent(
            author: try records.name(of: author), subject: made.subject, text: made.text,
            messageID: made.entry.mail.messageID.value)
        let key = try records.add(
            NewMessage(
                id: TicketMessageID(from: dispatch.world), direction: .out, author: nil, owner: person, at: now,
                isAutomatic: true, content: content), to: &ticket.row)
        try records.add(
            made.entry, position: ticket.row.messageCount, of: ticket.row, key: key, group: mailbox.suppressionGroup,
            now: now)
        try records.markInformed(person, by: made.entry.mail, now: now)
        try keep(ticket, subject: made.subject, requester: person)
        return nil
    }

    /// The ticket that holds the letters.
    private func ticket(
        of request: RightsRequest, person: PersonID, in mailbox: MailboxProfile
    ) throws(StoreFailure) -> (row: TicketRow, isNew: Bool) {
        if let number = request.ticket, let row = try records.ticket(number) { return (row, false) }
        guard let number = TicketNumber(try records.next("ticket")) else { throw .damaged }
        return (TicketRow(number: number, mailbox: mailbox.name, requester: person, status: .open, at: now), true)
    }

    private func keep(
        _ ticket: (row: TicketRow, isNew: Bool), subject: String, requester: PersonID
    ) throws(StoreFailure) {
        var row = ticket.row
        guard !ticket.isNew else {
            try records.add(row, particulars: TicketParticulars(subject: subject))
            return try records.addParticipant(requester, ticket: row.number)
        }
        row.updatedAt = now
        row.version += 1
        try records.update(row)
    }

    private func mailbox(of request: RightsRequest) throws(StoreFailure) -> MailboxProfile? {
        let mailboxes = dispatch.settings.mailboxes
        if let number = request.ticket, let ticket = try records.ticket(number) {
            return mailboxes.first { $0.name == ticket.mailbox }
        }
        return mailboxes.first
    }
}
