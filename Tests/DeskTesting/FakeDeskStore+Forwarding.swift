package import Desk
import Foundation
import Mail

/// Handing a message on.
extension FakeDeskStore {
    package func forward(
        _ message: TicketMessageID, of number: TicketNumber, with draft: ForwardDraft, by author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> ForwardOutcome {
        try write { state in
            guard var stored = state.ticket(number),
                let profile = dispatch.settings.mailbox(named: stored.ticket.mailbox)
            else { return .ticketNotFound }
            let key = draft.idempotencyKey.map { "\(author.auditName) forward \($0)" }
            if let made = key.flatMap({ state.answers[$0] }),
                let earlier = stored.messages.first(where: { $0.id == made })
            {
                return .repeated(earlier)
            }
            if let version = draft.ifVersion, version != stored.ticket.version {
                return .conflict(currentVersion: stored.ticket.version)
            }
            guard let forwarded = stored.messages.first(where: { $0.id == message }) else { return .messageNotFound }
            if let refusal = refusal(draft, forwarded, stored) { return .refused(refusal) }
            guard let files = self.files(draft.files, of: forwarded, state) else { return .refused(.unknownFile) }
            let context = ForwardContext(
                ticket: stored.ticket.number, mailbox: profile, direction: forwarded.direction,
                subject: stored.ticket.subject, text: forwarded.text, at: forwarded.at, files: files,
                suppression: record(of: draft.to, group: profile.suppressionGroup, state))
            let planned: PlannedEntry
            do throws(Dispatch.Failure) {
                planned = try ForwardPlan.make(draft, in: context, by: dispatch)
            } catch {
                return .notComposed(error)
            }
            let now = dispatch.world.now()
            let shown = self.message(draft, planned, of: forwarded, author, now: now)
            stored.messages.append(shown)
            state.entries[planned.mail.entry] = fakeEntry(planned, stored.ticket.number, profile)
            let about = forwarded.authorID ?? stored.ticket.requester.id
            state.disclosures[about, default: []].append(
                Disclosure(
                    kind: .forward, ticket: stored.ticket.number, message: forwarded.id, entry: planned.mail.entry,
                    at: now, author: author.auditName, recipient: draft.to, reason: draft.reason, basis: draft.basis,
                    files: files.count, state: planned.state))
            state.note(.messageForwarded(forwarded.id, ticket: stored.ticket.number), by: author, at: now)
            touch(&stored, now: now)
            state.tickets[stored.ticket.number] = stored
            if let key { state.answers[key] = shown.id }
            return .forwarded(shown)
        }
    }

    private func refusal(
        _ draft: ForwardDraft, _ forwarded: TicketMessage, _ stored: FakeTicket
    ) -> ForwardRefusal? {
        if forwarded.direction == .note { return .isNote }
        if forwarded.held { return .isHeld }
        return stored.ticket.requester.address?.normalized == draft.to.normalized ? .isRequester : nil
    }

    private func files(
        _ wanted: ForwardDraft.Files, of message: TicketMessage, _ state: State
    ) -> [ComposedAttachment]? {
        let there = message.attachments.map(\.id)
        let chosen: [AttachmentID]
        switch wanted {
        case .all: chosen = there
        case .chosen(let ids): chosen = ids
        }
        guard chosen.allSatisfy(there.contains) else { return nil }
        return chosen.compactMap { state.files[$0] }.map {
            ComposedAttachment(
                filename: $0.summary.filename ?? "attachment", mediaType: $0.summary.mediaType, bytes: $0.bytes)
        }
    }

    private func message(
        _ draft: ForwardDraft, _ planned: PlannedEntry, of forwarded: TicketMessage, _ author: Principal, now: Date
    ) -> TicketMessage {
        TicketMessage(
            id: TicketMessageID(from: world), direction: .out, author: author.auditName, authorID: nil,
            text: draft.text, fromHTML: false, at: now, messageID: planned.mail.messageID, automatic: false,
            automaticReason: nil, verified: true, held: false, attachments: [],
            recipients: [
                Delivery(
                    entry: planned.mail.entry, to: planned.mail.outbound.recipient, state: planned.state,
                    reason: planned.reason, attempts: 0, lastReply: nil)
            ],
            remarks: ["forwarded:\(forwarded.id.hex)", "reason: \(draft.reason)"], replyTo: nil)
    }
}

extension FakeDeskStore.State {
    func disclosures(on ticket: TicketNumber) -> [Disclosure] {
        disclosures.values.flatMap { $0 }.filter { $0.ticket == ticket }.sorted { $0.entry < $1.entry }
    }
}
