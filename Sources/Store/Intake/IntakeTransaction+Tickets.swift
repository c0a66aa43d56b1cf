internal import Desk
internal import Foundation
internal import Mail

/// Writing what arrived: a new ticket, a further message, or a stand-in for what could not be read.
extension IntakeTransaction {
    func append(
        _ reading: ArrivalReading, by author: PersonRow, _ appending: Appending
    ) throws(StoreFailure) -> TicketMessageID {
        guard var ticket = try records.ticket(appending.to) else { throw .notFound }
        var content = reading.content
        content.remarks = appending.remarks + content.remarks
        let id = TicketMessageID(from: world)
        let isHeld = appending.isHeld
        _ = try records.add(
            NewMessage(
                id: id, direction: .in, author: author.id, owner: author.id, at: time(of: reading),
                isAutomatic: content.automaticReason != nil, isVerified: appending.isVerified, isHeld: isHeld,
                content: content), to: &ticket, attachments: attachments(of: reading))
        if appending.reopens { ticket.turn(to: .open, at: now) }
        if appending.wakes { try records.wake(&ticket) }
        if !batch.isArchive {
            try records.announce(.ticketMessage, ticket: ticket.number, mailbox: ticket.mailbox, now: now)
        }
        ticket.updatedAt = now
        ticket.version += 1
        try records.update(ticket)
        return id
    }

    func open(
        _ reading: ArrivalReading, by author: PersonRow, _ opening: Opening
    ) throws(StoreFailure) -> (TicketNumber, TicketMessageID) {
        let isPast = batch.isArchive || isFromBeforeRestore(reading)
        var ticket = try newTicket(
            for: author.id, status: opening.status, at: isPast ? time(of: reading) : now)
        if isPast { ticket.keptSince = now }
        var content = reading.content
        content.remarks = opening.remarks + content.remarks
        var acknowledgement: PreparedMail?
        switch opening.acknowledgement {
        case .withhold(let refusal):
            content.remarks.append("not-acknowledged:\(refusal.rawValue)")
            if refusal == .budget || refusal == .answeredLately {
                try CourtesyTotals.withhold(session, address: reading.authorIndex, now: now)
            }
        case .send:
            acknowledgement = try prepareAcknowledgement(of: reading, ticket: ticket, to: author)
            if acknowledgement == nil { content.remarks.append("not-acknowledged:cannot-be-sent") }
        }
        let id = TicketMessageID(from: world)
        let subject = content.subject
        _ = try records.add(
            NewMessage(
                id: id, direction: .in, author: author.id, owner: author.id, at: time(of: reading),
                isAutomatic: content.automaticReason != nil, isVerified: opening.isVerified, content: content),
            to: &ticket, attachments: attachments(of: reading))
        if let acknowledgement {
            try queue(acknowledgement, on: &ticket, isVerified: opening.isVerified, reading: reading)
        }
        try records.add(ticket, particulars: TicketParticulars(subject: subject))
        try records.addParticipant(author.id, ticket: ticket.number)
        if let related = opening.possiblyRelated { try records.suggest(related, beside: ticket.number) }
        if let followed = opening.follows { try records.link(ticket.number, and: followed) }
        // An archive is old: nobody is told of it as of something that happens.
        if !batch.isArchive {
            try records.announce(.ticketOpened, ticket: ticket.number, mailbox: ticket.mailbox, now: now)
        }
        return (ticket.number, id)
    }

    /// P10: a ticket shows that there is something, the bytes wait sealed, the server's copy stays untouched.
    func quarantine(_ reading: ArrivalReading) throws(StoreFailure) -> Acceptance.Outcome {
        guard case .unreadable(let bytes, let reason) = reading.form else { throw .damaged }
        let author = try person(of: reading, nil)
        var ticket = try newTicket(for: author.id, status: .new, at: now)
        let id = TicketMessageID(from: world)
        _ = try records.add(
            NewMessage(
                id: id, direction: .in, author: author.id, owner: author.id, at: time(of: reading),
                content: reading.content), to: &ticket)
        try records.add(ticket, particulars: TicketParticulars(subject: reading.content.subject))
        try records.addParticipant(author.id, ticket: ticket.number)
        try session.run(
            """
            INSERT INTO quarantine (message, ticket, mailbox, folder, uid_validity, uid, size, reason, at, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(id.object), .integer(ticket.number.value), .text(batch.profile.name.value), .text(batch.folder),
                .integer(batch.uidValidity), .integer(reading.uid), .integer(bytes.count), .text(reason.rawValue),
                .integer(Moment.minute(batch.now)),
                .blob(try records.sealer.desk.seal(bytes, at: Place.quarantined(id))),
            ])
        try set(.quarantined, of: reading.uid, message: id)
        try records.announce(.ticketOpened, ticket: ticket.number, mailbox: ticket.mailbox, now: now)
        return .opened(ticket.number)
    }

    private func newTicket(
        for requester: PersonID, status: TicketStatus, at: Int64
    ) throws(StoreFailure) -> TicketRow {
        guard let number = TicketNumber(try records.next("ticket")) else { throw .damaged }
        return TicketRow(number: number, mailbox: batch.profile.name, requester: requester, status: status, at: at)
    }

    /// When the server got it; for an archive, when it was written. Never in the future: that would look newer than
    /// an unsubscribe made after it.
    private func time(of reading: ArrivalReading) -> Int64 {
        let date = batch.isArchive ? reading.message?.date ?? reading.receivedAt : reading.receivedAt
        return min(Moment.milliseconds(date), now)
    }

    private func attachments(of reading: ArrivalReading) -> [NewAttachment] {
        guard let message = reading.message else { return [] }
        let attached = reading.attachments.map { attachment in
            NewAttachment(
                id: AttachmentID(from: world),
                label: AttachmentLabel(
                    filename: attachment.filename, mediaType: attachment.mediaType, contentID: attachment.contentID),
                isInline: attachment.isInline, bytes: message.decodedBytes(of: attachment.part))
        }
        return attached
            + reading.unpacked.map { file in
                NewAttachment(
                    id: AttachmentID(from: world),
                    label: AttachmentLabel(
                        filename: file.filename, mediaType: file.mediaType, contentID: file.contentID),
                    isInline: false, bytes: file.bytes)
            }
    }

    /// nil when nothing may leave or no mail can be made of it; the ticket is opened all the same.
    private func prepareAcknowledgement(
        of reading: ArrivalReading, ticket: TicketRow, to author: PersonRow
    ) throws(StoreFailure) -> PreparedMail? {
        guard batch.settings.sendingRefusal == nil else { return nil }
        let letter = AcknowledgementLetter.make(
            ticket: ticket.number, to: reading.author, answering: reading.message?.messageID,
            mailbox: try records.addressed(batch.profile, now: batch.now),
            settings: batch.settings, isFirstContact: !author.isInformed)
        let dispatch = Dispatch(settings: batch.settings, keys: records.sealer.keys, world: world)
        do throws(Dispatch.Failure) {
            return try dispatch.prepare(letter)
        } catch {
            return nil
        }
    }

    private func queue(
        _ mail: PreparedMail, on ticket: inout TicketRow, isVerified: Bool, reading: ArrivalReading
    ) throws(StoreFailure) {
        let language = batch.profile.language
        let values = ["number": String(ticket.number.value), "service": batch.settings.serviceName]
        let content = MessageContent(
            author: batch.settings.serviceName, subject: Phrase.acknowledgementSubject.text(in: language, values),
            text: Phrase.acknowledgementText.text(in: language, values), messageID: mail.messageID.value)
        let key = try records.add(
            NewMessage(
                id: TicketMessageID(from: world), direction: .out, author: nil, owner: ticket.requester, at: now,
                isAutomatic: true, content: content), to: &ticket)
        let planned = PlannedEntry(
            mail: mail, state: .queued, reason: nil, isFirstAnswer: false, isOverridden: false, isToRequester: true,
            nextAttemptAt: batch.now)
        try records.add(
            planned, position: ticket.messageCount, of: ticket, key: key, group: batch.profile.suppressionGroup,
            now: now)
        try records.markInformed(ticket.requester, by: mail, now: now)
        try courtesies.add(
            session, address: reading.authorIndex, entry: mail.entry, isVerified: isVerified, now: now)
    }
}
