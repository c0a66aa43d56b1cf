package import Desk
package import Foundation
internal import Mail
internal import Vault

/// What agents write.
extension Store {
    package func answer(
        _ number: TicketNumber, with draft: ReplyDraft, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> AnswerOutcome {
        let (sealer, world) = (sealer, dispatch.world)
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            return try Answering(records: records, draft: draft, author: author, dispatch: dispatch, world: world)
                .answer(number)
        }
    }

    package func note(
        _ number: TicketNumber, text: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> TicketMessage? {
        let (sealer, id, now) = (sealer, TicketMessageID(from: world), Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) -> TicketMessage? in
            let records = DeskRecords(session, sealer: sealer)
            guard var ticket = try records.ticket(number) else { return nil }
            let content = MessageContent(author: try records.name(of: author), subject: "", text: text)
            _ = try records.add(
                NewMessage(id: id, direction: .note, author: nil, owner: ticket.requester, at: now, content: content),
                to: &ticket)
            ticket.updatedAt = now
            ticket.version += 1
            try records.update(ticket)
            guard let row = try records.message(at: ticket.messageCount, of: ticket.number) else { throw .damaged }
            return try records.shown(row, entries: [])
        }
    }

    package func change(
        _ number: TicketNumber, to changes: TicketChanges, ifVersion: Int64?, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ChangeOutcome {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let ticket = try records.ticket(number) else { return .notFound }
            if ticket.isStale(ifVersion, askedAs: number) { return .conflict(currentVersion: ticket.version) }
            guard try records.change(ticket, to: changes, by: author, at: now) else { return .noSuchAssignee }
            guard let changed = try records.ticket(ticket.number) else { throw .damaged }
            return .changed(try records.shown(changed))
        }
    }
}

extension DeskRecords {
    /// One ticket, changed and counted. False, and nothing changed, when no such agent looks after its mailbox.
    func change(
        _ row: TicketRow, to changes: TicketChanges, by author: Principal, at now: Int64
    ) throws(StoreFailure) -> Bool {
        var (ticket, kept) = (row, changes)
        var assignee: Assignee?
        if let text = changes.assignee {
            guard let found = try self.assignee(text, of: row.mailbox) else { return false }
            assignee = found
        }
        if let status = changes.status { ticket.turn(to: status, at: now) }
        if let priority = changes.priority { ticket.priority = priority }
        ticket.updatedAt = now
        ticket.version += 1
        try update(ticket)
        if ticket.status == .closed, row.status != .closed {
            try announce(.ticketClosed, ticket: row.number, mailbox: row.mailbox, now: now)
        }
        if let assignee {
            try assign(row.number, to: assignee.agent)
            kept.assignee = assignee.word ?? ""
        }
        try change(kept, of: ticket, by: author, at: now)
        return true
    }

    /// The changes to what is sealed. Labels are written down besides: they decide how a ticket may be treated.
    private func change(
        _ changes: TicketChanges, of ticket: TicketRow, by author: Principal, at now: Int64
    ) throws(StoreFailure) {
        guard changes.assignee != nil || changes.tags != nil || changes.labels != nil else { return }
        var particulars = try particulars(of: ticket)
        if let assignee = changes.assignee { particulars.assignee = assignee.isEmpty ? nil : assignee }
        if let tags = changes.tags { particulars.tags = tags }
        if let labels = changes.labels.map(PrivacyLabel.ordered), labels != particulars.labels {
            particulars.labels = labels
            try AuditLog(self).append(.ticketLabelled(ticket.number, Set(labels)), by: author.auditName, at: now)
        }
        try set(particulars, of: ticket)
    }
}
