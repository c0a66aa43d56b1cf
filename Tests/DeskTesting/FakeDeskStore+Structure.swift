package import Desk
package import Foundation
package import Mail
import Vault

/// What belongs together, and who takes part. The fake follows the rules of who may be merged with whom; what becomes
/// of keys, mail and references is proved on the real store.
extension FakeDeskStore {
    package func place(ofTicket number: TicketNumber) async throws(StoreFailure) -> TicketNumber? {
        try read { $0.ticket(number)?.ticket.number }
    }

    package func merge(
        _ number: TicketNumber, into target: TicketNumber, ifVersion: Int64?, by author: Principal, now: Date
    ) async throws(StoreFailure) -> MergeOutcome {
        try write { state in
            guard var source = state.tickets[number], var kept = state.ticket(target) else { return .notFound }
            let place = kept.ticket.number
            if let already = source.mergedInto {
                return already == place ? .merged(kept.ticket) : .refused(.alreadyMerged(into: already))
            }
            if let ifVersion, ifVersion != source.ticket.version {
                return .conflict(currentVersion: source.ticket.version)
            }
            guard place != number else { return .refused(.itself) }
            guard source.ticket.mailbox == kept.ticket.mailbox else { return .refused(.differentMailboxes) }
            let person = source.ticket.requester.id
            let isSame = person == kept.ticket.requester.id
            guard isSame || kept.participants.contains(person) else { return .refused(.differentPeople) }
            if isSame { kept.participants += source.participants.filter { !kept.participants.contains($0) } }
            kept.messages = (kept.messages + source.messages).sorted { $0.at < $1.at }
            kept.ticket.version = max(kept.ticket.version, source.ticket.version)
            touch(&kept, now: now)
            (source.messages, source.participants, source.mergedInto) = ([], [], place)
            source.ticket.status = .closed
            for other in state.tickets.keys where state.tickets[other]?.mergedInto == number {
                state.tickets[other]?.mergedInto = place
            }
            (state.tickets[number], state.tickets[place]) = (source, kept)
            state.note(.ticketMerged(number, into: place), by: author, at: now)
            return .merged(kept.ticket)
        }
    }

    package func split(
        _ messages: [TicketMessageID], from number: TicketNumber, subject: String?, ifVersion: Int64?,
        by author: Principal, now: Date
    ) async throws(StoreFailure) -> SplitOutcome {
        try write { state throws(StoreFailure) in
            guard var source = state.ticket(number) else { return .notFound }
            if let ifVersion, ifVersion != source.ticket.version {
                return .conflict(currentVersion: source.ticket.version)
            }
            let taken = source.messages.filter { messages.contains($0.id) }
            guard taken.count == Set(messages).count else { return .refused(.unknownMessage) }
            guard taken.count < source.messages.count else { return .refused(.nothingLeft) }
            let authors = Set(taken.compactMap(\.authorID))
            guard authors.isSubset(of: [source.ticket.requester.id]) else { return .refused(.severalPeople) }
            guard let made = TicketNumber((state.tickets.keys.max()?.value ?? 0) + 1) else { throw .damaged }
            var ticket = source.ticket
            (ticket.number, ticket.subject, ticket.status) = (made, subject ?? ticket.subject, .open)
            (ticket.version, ticket.messageCount, ticket.updatedAt) = (1, taken.count, now)
            source.messages.removeAll { messages.contains($0.id) }
            touch(&source, now: now)
            state.tickets[source.ticket.number] = source
            state.tickets[made] = FakeTicket(ticket: ticket, messages: taken, isAwaitingAnswer: true)
            state.note(
                .ticketSplit(made, from: source.ticket.number, messages: Int64(taken.count)), by: author, at: now)
            return .split(ticket)
        }
    }

    package func admit(
        _ message: TicketMessageID, to number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> AdmissionOutcome {
        try write { state in
            guard var stored = state.ticket(number) else { return .ticketNotFound }
            guard let index = stored.messages.firstIndex(where: { $0.id == message }) else { return .messageNotFound }
            guard stored.messages[index].held else { return .admitted(stored.ticket) }
            stored.messages[index].held = false
            touch(&stored, now: now)
            state.tickets[stored.ticket.number] = stored
            state.note(.messageAdmitted(message, ticket: stored.ticket.number), by: author, at: now)
            return .admitted(stored.ticket)
        }
    }

    package func addParticipant(
        _ address: EmailAddress, to number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ParticipantOutcome {
        try write { state in
            guard var stored = state.ticket(number) else { return .ticketNotFound }
            let known = state.people.values.first { $0.address?.normalized == address.normalized }
            let person =
                known
                ?? Person(
                    id: PersonID(from: world), address: address, name: nil, firstSeenAt: now, tickets: [],
                    suppressions: [:], isUndeliverable: false)
            state.people[person.id] = person
            let place = stored.ticket.number
            if person.id != stored.ticket.requester.id, !stored.participants.contains(person.id) {
                guard stored.participants.count < Limits.participants else { return .tooMany }
                stored.participants.append(person.id)
                state.people[person.id]?.tickets.append(place)
                touch(&stored, now: now)
                state.tickets[place] = stored
                state.note(.participantAdded(person.id, ticket: place), by: author, at: now)
            }
            return .changed(state.summaries(stored.participants))
        }
    }

    package func removeParticipant(
        _ person: PersonID, from number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ParticipantOutcome {
        try write { state in
            guard var stored = state.ticket(number) else { return .ticketNotFound }
            guard person != stored.ticket.requester.id else { return .isRequester }
            guard stored.participants.contains(person) else { return .notParticipant }
            stored.participants.removeAll { $0 == person }
            touch(&stored, now: now)
            state.tickets[stored.ticket.number] = stored
            state.note(.participantRemoved(person, ticket: stored.ticket.number), by: author, at: now)
            return .changed(state.summaries(stored.participants))
        }
    }
}

extension FakeDeskStore.State {
    /// The ticket a number leads to.
    func ticket(_ number: TicketNumber) -> FakeTicket? {
        guard let found = tickets[number], let target = found.mergedInto else { return tickets[number] }
        return tickets[target]
    }

    func mergedNumbers(into number: TicketNumber) -> [TicketNumber] {
        tickets.values.filter { $0.mergedInto == number }.map(\.ticket.number).sorted()
    }

    func summaries(_ people: [PersonID]) -> [PersonSummary] {
        people.compactMap { self.people[$0] }.map { PersonSummary(id: $0.id, address: $0.address, name: $0.name) }
    }
}
