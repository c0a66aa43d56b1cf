package import Desk
import Foundation
import Mail
import Vault

/// Writing first.
extension FakeDeskStore {
    package func open(
        _ draft: OpeningDraft, in mailbox: MailboxProfile, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> OpeningOutcome {
        try write { state throws(StoreFailure) in
            let key = draft.idempotencyKey.map { "\(author.auditName) open \($0)" }
            if let made = key.flatMap({ state.answers[$0] }),
                let stored = state.tickets.values.first(where: { $0.messages.contains { $0.id == made } })
            {
                return .repeated(stored.ticket)
            }
            guard let number = TicketNumber((state.tickets.keys.max()?.value ?? 0) + 1) else { throw .damaged }
            let known = state.people.values.first { $0.address?.normalized == draft.to.normalized }
            let context = OpeningContext(
                ticket: number, mailbox: mailbox, recipientName: known?.name,
                suppression: record(of: draft.to, group: mailbox.suppressionGroup, state))
            let planned: PlannedEntry
            do throws(Dispatch.Failure) {
                planned = try OpeningPlan.make(draft, in: context, by: dispatch)
            } catch {
                return .notComposed(error)
            }
            let now = dispatch.world.now()
            var person =
                known
                ?? Person(
                    id: PersonID(from: world), address: draft.to, name: nil, firstSeenAt: now, tickets: [],
                    suppressions: [:], isUndeliverable: false)
            person.tickets.append(number)
            let message = opening(draft, planned, state.name(of: author), now: now)
            let ticket = Ticket(
                number: number, mailbox: mailbox.name,
                requester: PersonSummary(id: person.id, address: person.address, name: person.name),
                subject: draft.subject, status: .pending, assignee: nil, tags: [], createdAt: now, updatedAt: now,
                messageCount: 1, version: 1)
            state.people[person.id] = person
            state.tickets[number] = FakeTicket(ticket: ticket, messages: [message], isAwaitingAnswer: false)
            state.entries[planned.mail.entry] = fakeEntry(planned, number, mailbox)
            if planned.isOverridden {
                state.note(.replyOverridden(ticket: number, entry: planned.mail.entry), by: author, at: now)
            }
            if let key { state.answers[key] = message.id }
            return .opened(ticket)
        }
    }

    private func opening(
        _ draft: OpeningDraft, _ planned: PlannedEntry, _ author: String, now: Date
    ) -> TicketMessage {
        TicketMessage(
            id: TicketMessageID(from: world), direction: .out, author: author, authorID: nil,
            text: draft.text, fromHTML: false, at: now, messageID: planned.mail.messageID, automatic: false,
            automaticReason: nil, verified: true, held: false,
            attachments: draft.attachments.map {
                AttachmentSummary(
                    id: AttachmentID(from: world), filename: $0.filename, mediaType: $0.mediaType,
                    size: $0.bytes.count, isInline: false, contentID: nil)
            },
            recipients: [
                Delivery(
                    entry: planned.mail.entry, to: planned.mail.outbound.recipient, state: planned.state,
                    reason: planned.reason, attempts: 0, lastReply: nil)
            ],
            remarks: ["written-first: \(draft.basis): \(draft.reason)"], replyTo: nil)
    }
}
