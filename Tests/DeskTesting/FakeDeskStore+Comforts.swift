package import Desk
package import Foundation

/// What makes an agent's day easier: taking back, writing slowly, coming back later.
extension FakeDeskStore {
    package func withdrawAnswer(
        to number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> TakingBack? {
        try write { state in
            let waiting = state.answersBefore.last { before in
                before.ticket == number && before.author == author.auditName
                    && before.entries.contains { state.isWaiting($0) }
            }
            guard let waiting else { return nil }
            for entry in waiting.entries where state.isWaiting(entry) { state.withdraw(entry) }
            state.restore(waiting.message, now: now)
            guard let stored = state.tickets[number],
                let message = stored.messages.first(where: { $0.id == waiting.message })
            else { return nil }
            return TakingBack(message: message, ticket: stored.ticket)
        }
    }

    package func name(of principal: Principal) async throws(StoreFailure) -> String {
        try read { state in
            guard case .token(let id, _, _) = principal else { return principal.auditName }
            return state.tokens.first { $0.id == id }?.label ?? principal.auditName
        }
    }

    package func version(ofTicket number: TicketNumber) async throws(StoreFailure) -> Int64? {
        try read { $0.tickets[number]?.ticket.version }
    }

    package func saveDraft(
        _ text: String, on number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Draft? {
        let name = try await name(of: author)
        return try write { state in
            guard let stored = state.tickets[number] else { return nil }
            state.drafts[number]?.removeAll {
                now.timeIntervalSince($0.savedAt) > Desk.Limits.draftKept.seconds
            }
            let index = state.drafts[number]?.firstIndex { $0.author == author.auditName }
            let begunAt = index.flatMap { state.drafts[number]?[$0].begunAt } ?? now
            let draft = Draft(
                author: author.auditName, name: name, text: text, version: stored.ticket.version, begunAt: begunAt,
                savedAt: now)
            if let index { state.drafts[number]?[index] = draft } else { state.drafts[number, default: []] += [draft] }
            return draft
        }
    }

    package func drafts(on number: TicketNumber) async throws(StoreFailure) -> [Draft] {
        try read { $0.drafts[number] ?? [] }
    }

    package func removeDraft(on number: TicketNumber, by author: Principal) async throws(StoreFailure) -> Bool {
        try write { state in
            let before = state.drafts[number]?.count ?? 0
            state.drafts[number]?.removeAll { $0.author == author.auditName }
            return (state.drafts[number]?.count ?? 0) < before
        }
    }

    package func snooze(
        _ number: TicketNumber, until: Date, by author: Principal, now: Date
    ) async throws(StoreFailure) -> SnoozeOutcome {
        try write { state in
            guard let stored = state.tickets[number] else { return .notFound }
            guard stored.ticket.status != .closed else { return .isClosed }
            return .done(state.put(number, off: until, now: now))
        }
    }

    package func wake(
        _ number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> SnoozeOutcome {
        try write { state in
            guard let stored = state.tickets[number] else { return .notFound }
            guard stored.ticket.snoozedUntil != nil else { return .done(stored.ticket) }
            return .done(state.put(number, off: nil, now: now))
        }
    }

    package func wakeDue(now: Date, limit: Int) async throws(StoreFailure) -> [TicketNumber] {
        try write { state in
            let due = state.tickets.values.map(\.ticket).filter { $0.snoozedUntil.map { $0 <= now } ?? false }
            for ticket in due.prefix(limit) { _ = state.put(ticket.number, off: nil, now: now) }
            return due.prefix(limit).map(\.number)
        }
    }

    package func nextWake() async throws(StoreFailure) -> Date? {
        try read { $0.tickets.values.compactMap(\.ticket.snoozedUntil).min() }
    }
}

/// What a ticket was before an answer that may still be taken back.
package struct FakeBefore: Sendable, Equatable {
    package var ticket: TicketNumber
    package var message: TicketMessageID
    package var author: String
    package var entries: [OutboxEntryID]
    package var made: TicketStatus
    package var status: TicketStatus
}

extension FakeDeskStore.State {
    func isWaiting(_ entry: OutboxEntryID) -> Bool {
        [.queued, .deferred].contains(entries[entry]?.summary.state)
    }

    mutating func withdraw(_ entry: OutboxEntryID) {
        entries[entry]?.summary.state = .withdrawn
        guard let number = entries[entry]?.summary.ticket, let messages = tickets[number]?.messages else { return }
        for (index, message) in messages.enumerated() {
            for (position, recipient) in message.recipients.enumerated() where recipient.entry == entry {
                tickets[number]?.messages[index].recipients[position].state = .withdrawn
                tickets[number]?.messages[index].recipients[position].reason = "taken back"
            }
        }
    }

    /// Gives the ticket its former status back once no mail of the answer can leave.
    mutating func restore(_ message: TicketMessageID, now: Date) {
        guard let index = answersBefore.firstIndex(where: { $0.message == message }) else { return }
        let before = answersBefore[index]
        let ended = before.entries.allSatisfy { [.withdrawn, .suppressed].contains(entries[$0]?.summary.state) }
        guard ended else { return }
        answersBefore.remove(at: index)
        if let later = answersBefore.firstIndex(where: { $0.ticket == before.ticket && $0.message > message }) {
            answersBefore[later].status = before.status
        } else if tickets[before.ticket]?.ticket.status == before.made {
            tickets[before.ticket]?.ticket.status = before.status
        }
        tickets[before.ticket]?.ticket.version += 1
        tickets[before.ticket]?.ticket.updatedAt = now
    }

    mutating func put(_ number: TicketNumber, off until: Date?, now: Date) -> Ticket {
        guard var stored = tickets[number] else { preconditionFailure("the caller looked at this ticket") }
        stored.ticket.snoozedUntil = until
        stored.ticket.version += 1
        stored.ticket.updatedAt = now
        tickets[number] = stored
        return stored.ticket
    }

    mutating func change(
        _ stored: inout FakeTicket, to changes: TicketChanges, by author: Principal, now: Date
    ) -> Ticket? {
        if let assignee = changes.assignee {
            let agent = agents.first { $0.answers(to: assignee) && $0.looksAfter(stored.ticket.mailbox) }
            guard agent != nil || assignee.isEmpty || agents.isEmpty else { return nil }
            stored.ticket.assignee = agent?.name ?? (assignee.isEmpty ? nil : assignee)
        }
        if let status = changes.status { stored.ticket.status = status }
        if stored.ticket.status == .closed { stored.ticket.snoozedUntil = nil }
        if let tags = changes.tags { stored.ticket.tags = tags }
        if let priority = changes.priority { stored.ticket.priority = priority }
        if let labels = changes.labels.map(PrivacyLabel.ordered), labels != stored.ticket.labels {
            stored.ticket.labels = labels
            note(.ticketLabelled(stored.ticket.number, Set(labels)), by: author, at: now)
        }
        stored.ticket.version += 1
        stored.ticket.updatedAt = now
        tickets[stored.ticket.number] = stored
        return stored.ticket
    }
}
