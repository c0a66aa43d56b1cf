package import Desk
package import Foundation
import Mail
import Vault

/// What agents do.
extension FakeDeskStore {
    package func tickets(_ filter: TicketFilter) async throws(StoreFailure) -> TicketPage {
        let now = world.now()
        return try read { state in
            let found = state.tickets.values.filter { entry in
                let ticket = entry.ticket
                let words = ([ticket.subject] + entry.messages.map(\.text)).joined(separator: "\n").lowercased()
                return entry.mergedInto == nil && state.withheld[ticket.number] == nil
                    && filter.criteria.matchesOutside(
                        status: ticket.status, mailbox: ticket.mailbox, priority: ticket.priority,
                        snoozedUntil: ticket.snoozedUntil, updatedAt: ticket.updatedAt, now: now)
                    && filter.criteria.matchesInside(ticket)
                    && filter.visible?.contains(ticket.mailbox) ?? true
                    && filter.text.map { words.contains($0.lowercased()) } ?? true
            }
            let key = { (ticket: Ticket) in
                PageKey(updatedAt: Int64(ticket.updatedAt.timeIntervalSince1970 * 1000), number: ticket.number.value)
            }
            let sorted = found.map(\.ticket).sorted {
                (key($0).updatedAt, key($0).number) > (key($1).updatedAt, key($1).number)
            }
            let rest = sorted.filter { ticket in
                guard let after = filter.after else { return true }
                return (key(ticket).updatedAt, key(ticket).number) < (after.updatedAt, after.number)
            }
            let page = Array(rest.prefix(filter.limit))
            return TicketPage(
                tickets: page, next: rest.count > page.count ? page.last.map(key) : nil,
                coverage: filter.text == nil ? nil : SearchCoverage(state: .complete, percent: 100))
        }
    }

    package func ticket(
        _ number: TicketNumber, reader: Principal, now: Date
    ) async throws(StoreFailure) -> TicketView? {
        try read { state in
            state.ticket(number).map {
                TicketView(
                    ticket: $0.ticket, messages: $0.messages, mergedFrom: state.mergedNumbers(into: $0.ticket.number),
                    participants: state.summaries($0.participants),
                    disclosures: state.disclosures(on: $0.ticket.number))
            }
        }
    }

    package func mailbox(ofTicket number: TicketNumber) async throws(StoreFailure) -> MailboxName? {
        try read { $0.tickets[number]?.ticket.mailbox }
    }

    package func attachment(
        _ id: AttachmentID, of number: TicketNumber, reader: Principal, now: Date
    ) async throws(StoreFailure) -> (AttachmentSummary, [UInt8])? {
        try read { state in
            guard let file = state.files[id], file.ticket == number else { return nil }
            return (file.summary, file.bytes)
        }
    }

    package func answer(
        _ number: TicketNumber, with draft: ReplyDraft, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> AnswerOutcome {
        try write { state in
            guard var stored = state.ticket(number),
                let profile = dispatch.settings.mailbox(named: stored.ticket.mailbox)
            else { return .notFound }
            let key = draft.idempotencyKey.map { "\(author.auditName) \(number.value) \($0)" }
            if let made = key.flatMap({ state.answers[$0] }),
                let message = stored.messages.first(where: { $0.id == made })
            {
                return .repeated(message)
            }
            if let version = draft.ifVersion, version != stored.ticket.version || number != stored.ticket.number {
                return .conflict(currentVersion: stored.ticket.version)
            }
            if let seen = draft.unlessAnsweredAfter,
                stored.messages.dropFirst(seen).contains(where: { $0.direction == .out && !$0.automatic })
            {
                return .conflict(currentVersion: stored.ticket.version)
            }
            guard stored.ticket.requester.address != nil else { return .nobodyToAnswer }
            let planned: [PlannedEntry]
            do throws(Dispatch.Failure) {
                planned = try ReplyPlan.make(draft, in: context(of: stored, profile, state), by: dispatch)
            } catch {
                return .notComposed(error)
            }
            let message = reply(draft, planned, state.name(of: author), now: dispatch.world.now())
            for entry in planned {
                state.entries[entry.mail.entry] = fakeEntry(entry, stored.ticket.number, profile)
                guard entry.isOverridden else { continue }
                state.note(
                    .replyOverridden(ticket: stored.ticket.number, entry: entry.mail.entry), by: author,
                    at: dispatch.world.now())
            }
            stored.messages.append(message)
            stored.isAwaitingAnswer = false
            state.answersBefore.append(
                FakeBefore(
                    ticket: number, message: message.id, author: author.auditName, entries: planned.map(\.mail.entry),
                    made: draft.close ? .closed : .pending, status: stored.ticket.status))
            state.drafts[number]?.removeAll { $0.author == author.auditName }
            stored.ticket.status = draft.close ? .closed : .pending
            if draft.close { stored.ticket.snoozedUntil = nil }
            touch(&stored, now: dispatch.world.now())
            state.tickets[stored.ticket.number] = stored
            if let key { state.answers[key] = message.id }
            return .answered(message)
        }
    }

    package func note(
        _ number: TicketNumber, text: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> TicketMessage? {
        try write { state in
            guard var stored = state.ticket(number) else { return nil }
            let message = TicketMessage(
                id: TicketMessageID(from: world), direction: .note, author: state.name(of: author), authorID: nil,
                text: text,
                fromHTML: false, at: now, messageID: nil, automatic: false, automaticReason: nil, verified: true,
                held: false, attachments: [], recipients: [], remarks: [], replyTo: nil)
            stored.messages.append(message)
            touch(&stored, now: now)
            state.tickets[stored.ticket.number] = stored
            return message
        }
    }

    package func change(
        _ number: TicketNumber, to changes: TicketChanges, ifVersion: Int64?, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ChangeOutcome {
        try write { state in
            guard var stored = state.ticket(number) else { return .notFound }
            if let ifVersion, ifVersion != stored.ticket.version || number != stored.ticket.number {
                return .conflict(currentVersion: stored.ticket.version)
            }
            guard let changed = state.change(&stored, to: changes, by: author, now: now) else {
                return .noSuchAssignee
            }
            return .changed(changed)
        }
    }

    func touch(_ stored: inout FakeTicket, now: Date) {
        stored.ticket.version += 1
        stored.ticket.messageCount = stored.messages.count
        stored.ticket.updatedAt = now
    }

    private func context(of stored: FakeTicket, _ profile: MailboxProfile, _ state: State) -> ReplyContext {
        let asked = stored.messages.last { $0.direction == .in }
        let requester = stored.ticket.requester
        return ReplyContext(
            ticket: stored.ticket, mailbox: profile, recipient: requester.address, recipientName: requester.name,
            suppression: requester.address.flatMap { record(of: $0, group: profile.suppressionGroup, state) },
            copiedSuppressions: [:], isUndeliverable: false,
            answers: asked.map {
                MessageContent(
                    author: $0.author, subject: stored.ticket.subject, text: $0.text, messageID: $0.messageID?.value)
            },
            isFirstAnswer: stored.isAwaitingAnswer, wroteAt: asked?.at, isFirstContact: false)
    }

    private func reply(
        _ draft: ReplyDraft, _ planned: [PlannedEntry], _ author: String, now: Date
    ) -> TicketMessage {
        TicketMessage(
            id: TicketMessageID(from: world), direction: .out, author: author, authorID: nil,
            text: draft.text, fromHTML: false, at: now, messageID: planned.first?.mail.messageID, automatic: false,
            automaticReason: nil, verified: true, held: false,
            attachments: draft.attachments.map {
                AttachmentSummary(
                    id: AttachmentID(from: world), filename: $0.filename, mediaType: $0.mediaType,
                    size: $0.bytes.count, isInline: false, contentID: nil)
            },
            recipients: planned.map {
                Delivery(
                    entry: $0.mail.entry, to: $0.mail.outbound.recipient, state: $0.state, reason: $0.reason,
                    attempts: 0, lastReply: nil)
            },
            remarks: [], replyTo: nil)
    }

    func fakeEntry(_ planned: PlannedEntry, _ number: TicketNumber, _ profile: MailboxProfile) -> FakeEntry {
        FakeEntry(
            summary: OutboxEntrySummary(
                id: planned.mail.entry, ticket: number, mailbox: profile.name, mailClass: planned.mail.mailClass,
                state: planned.state, attempts: 0, nextAttemptAt: planned.nextAttemptAt, lastReply: nil,
                reason: planned.reason),
            suppression: hash(of: planned.mail.outbound.recipient, group: profile.suppressionGroup))
    }
}
