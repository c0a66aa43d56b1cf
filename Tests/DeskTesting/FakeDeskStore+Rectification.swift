package import Desk
package import Foundation
import Mail

/// Correcting in memory, and telling recipients without mail.
extension FakeDeskStore {
    package func rectify(
        _ person: PersonID, by rectification: Rectification, author: Principal, now: Date
    ) async throws(StoreFailure) -> RectificationOutcome {
        try write { state in
            guard state.people[person] != nil else { return .nobody }
            if let address = rectification.address {
                let isTaken = state.people.values.contains {
                    $0.id != person && $0.address?.normalized == address.normalized
                }
                guard !isTaken else { return .addressTaken }
                state.people[person]?.address = address
            }
            if let name = rectification.name { state.people[person]?.name = name }
            state.note(.personRectified(person), by: author, at: now)
            return .rectified
        }
    }

    package func state(
        _ text: String, about message: TicketMessageID, of ticket: TicketNumber, for person: PersonID,
        by author: Principal, now: Date
    ) async throws(StoreFailure) -> StatementOutcome {
        try write { state in
            guard let stored = state.ticket(ticket),
                let index = stored.messages.firstIndex(where: { $0.id == message })
            else { return .notFound }
            guard stored.messages[index].authorID == person || stored.ticket.requester.id == person else {
                return .notTheirs
            }
            let statement = Statement(text: text, at: now, author: author.auditName)
            state.tickets[stored.ticket.number]?.messages[index].statements.append(statement)
            state.note(.statementAdded(message, ticket: stored.ticket.number), by: author, at: now)
            return state.tickets[stored.ticket.number].map { .stated($0.messages[index]) } ?? .notFound
        }
    }

    package func tellRecipients(
        of person: PersonID, _ act: RecipientNotice.Act, correction: String?, unless reason: String?,
        by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> [RecipientNotice] {
        try write { state in
            let recipients = Set((state.disclosures[person] ?? []).compactMap(\.recipient?.text)).sorted()
            let notices = recipients.map { text in
                RecipientNotice(
                    act: act,
                    recipient: (state.disclosures[person] ?? []).first { $0.recipient?.text == text }?.recipient,
                    at: world.now(), state: reason == nil ? .queued : nil, reason: reason)
            }
            state.notices[person, default: []] += notices
            return notices
        }
    }

    package func recipientNotices(of person: PersonID) async throws(StoreFailure) -> [RecipientNotice] {
        try read { $0.notices[person] ?? [] }
    }
}
