package import Desk
package import Foundation
package import Mail

/// Erasing in memory: the states and the limit, without files, servers or keys.
extension FakeDeskStore {
    package func erasurePreview(_ person: PersonID) async throws(StoreFailure) -> ErasureCounts? {
        try read { state in state.people[person].map { Self.counts(of: $0, state) } }
    }

    package func planErasure(
        _ order: ErasureOrder, under policy: ErasurePolicy, now: Date
    ) async throws(StoreFailure) -> ErasurePlanning {
        let id = ErasureID(from: world)
        return try write { state in
            guard state.people[order.person] != nil else { return .nobody }
            if let earlier = state.erasures.values.first(where: {
                $0.person == order.person && !$0.erasure.state.isTerminal
            }) {
                return .planned(earlier.erasure)
            }
            let waits = order.origin == .portal && policy.delay > .zero
            let notBefore = waits ? now.addingTimeInterval(policy.delay.seconds) : now
            let erasure = Erasure(
                id: id,
                state: state.state(ofErasureOf: order.person, notBefore: notBefore, under: policy, now: now),
                askedAt: now, notBefore: notBefore, how: order.verification.how, author: order.author.auditName)
            if erasure.state == .held { state.note(.erasureHeld(id), by: order.author, at: now) }
            state.erasures[id] = FakeErasure(erasure: erasure, person: order.person)
            return .planned(erasure)
        }
    }

    package func approveErasure(
        _ id: ErasureID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard state.erasures[id]?.erasure.state == .held else { return false }
            state.erasures[id]?.erasure.state = .planned
            state.note(.erasureApproved(id), by: author, at: now)
            return true
        }
    }

    package func cancelErasure(
        _ id: ErasureID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let found = state.erasures[id], [.held, .waiting, .onHold].contains(found.erasure.state) else {
                return false
            }
            state.erasures[id]?.erasure.state = .cancelled
            state.note(.erasureCancelled(id), by: author, at: now)
            return true
        }
    }

    package func forget(_ id: ErasureID, now: Date) async throws(StoreFailure) {
        try write { state throws(StoreFailure) in
            guard let found = state.erasures[id] else { throw .notFound }
            guard !state.isHeld(found.person) else {
                if found.erasure.state.isBefore { state.erasures[id]?.erasure.state = .onHold }
                return
            }
            guard found.erasure.state.isBefore, ![.held, .onHold].contains(found.erasure.state),
                let person = state.people.removeValue(forKey: found.person)
            else { return }
            let counts = Self.counts(of: person, state)
            state.restrictions.removeAll { $0.person == found.person }
            state.withheld = state.withheld.filter { $0.value != found.person }
            for number in person.tickets { state.tickets[number] = nil }
            for (export, one) in state.exports where one.person == found.person {
                state.exports[export]?.person = nil
                if one.state != .gone { state.exports[export]?.state = .shredding }
            }
            state.entries = state.entries.filter { entry in
                entry.value.summary.ticket.map { !person.tickets.contains($0) } ?? true
            }
            state.erasures[id]?.erasure.state = .forgotten
            state.erasures[id]?.erasure.erased = counts
            state.note(.personErased(id, messages: Int64(counts.messages)), by: .daemon, at: now)
        }
    }

    package func erasedCopies(_ id: ErasureID) async throws(StoreFailure) -> [MailboxName: [ServerCopy]] { [:] }

    package func erasedAddress(_ id: ErasureID) async throws(StoreFailure) -> EmailAddress? { nil }

    package func recordedMails(
        _ mails: [FetchedMessage], of id: ErasureID, in mailbox: MailboxProfile
    ) async throws(StoreFailure) -> Set<UInt32> { [] }

    package func noteExpunged(_ id: ErasureID, removed: Int, left: Int) async throws(StoreFailure) {
        try advance(id, from: .forgotten, to: .expunged)
    }

    package func findMentions(of id: ErasureID) async throws(StoreFailure) -> Int { 0 }

    package func certify(
        _ id: ErasureID, under policy: ErasurePolicy, by dispatch: Dispatch
    ) async throws(StoreFailure) {
        try advance(id, from: .expunged, to: .certified)
    }

    package func finishErasure(
        _ id: ErasureID, under policy: ErasurePolicy, now: Date
    ) async throws(StoreFailure) -> Bool {
        try advance(id, from: .certified, to: .done)
        return true
    }

    package func erasure(_ id: ErasureID) async throws(StoreFailure) -> Erasure? {
        try read { $0.erasures[id]?.erasure }
    }

    package func erasures(limit: Int) async throws(StoreFailure) -> [Erasure] {
        try read { state in
            Array(state.erasures.values.map(\.erasure).sorted { $0.id > $1.id }.prefix(limit))
        }
    }

    package func unfinishedErasures(now: Date) async throws(StoreFailure) -> [Erasure] {
        try read { state in
            state.erasures.values.map(\.erasure).filter { !$0.state.isTerminal && $0.notBefore <= now }
                .sorted { $0.id < $1.id }
        }
    }

    package func mentions(of id: ErasureID) async throws(StoreFailure) -> [ErasureMention] { [] }

    package func redact(
        _ message: TicketMessageID, of ticket: TicketNumber, text: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> RedactionOutcome {
        try write { state in
            guard let index = state.tickets[ticket]?.messages.firstIndex(where: { $0.id == message }) else {
                return .notFound
            }
            state.tickets[ticket]?.messages[index].text = text
            state.note(.messageRedacted(ticket: ticket, message: message), by: author, at: now)
            return state.tickets[ticket].map { .redacted($0.messages[index]) } ?? .notFound
        }
    }

    private func advance(_ id: ErasureID, from: ErasureState, to: ErasureState) throws(StoreFailure) {
        try write { state in
            guard state.erasures[id]?.erasure.state == from else { return }
            state.erasures[id]?.erasure.state = to
        }
    }

    private static func counts(of person: Person, _ state: State) -> ErasureCounts {
        let tickets = person.tickets.compactMap { state.tickets[$0] }
        return ErasureCounts(
            tickets: tickets.count, messages: tickets.map(\.messages.count).reduce(0, +),
            attachments: tickets.flatMap(\.messages).map(\.attachments.count).reduce(0, +),
            mails: state.entries.values.count { entry in
                entry.summary.ticket.map { person.tickets.contains($0) } ?? false
            })
    }
}

package struct FakeErasure: Sendable, Equatable {
    package var erasure: Erasure
    package var person: PersonID

    package init(erasure: Erasure, person: PersonID) {
        self.erasure = erasure
        self.person = person
    }
}
