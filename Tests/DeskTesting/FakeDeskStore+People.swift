package import Desk
package import Foundation
package import Mail
package import Vault

/// People and their wishes.
extension FakeDeskStore {
    package func person(withAddress address: EmailAddress) async throws(StoreFailure) -> Person? {
        try read { state in
            state.people.values.first { $0.address?.normalized == address.normalized }.map { complete($0, state) }
        }
    }

    package func person(_ id: PersonID) async throws(StoreFailure) -> Person? {
        try read { state in state.people[id].map { complete($0, state) } }
    }

    package func unsubscribeSubject(
        _ claim: UnsubscribeClaim
    ) async throws(StoreFailure) -> UnsubscribeSubjectView {
        try read { state in
            let entry = state.entries.values.first { $0.summary.id.object.low == claim.message }
            let ticket = entry?.summary.ticket.flatMap { state.tickets[$0] }
            return UnsubscribeSubjectView(
                mailbox: entry?.summary.mailbox, ticket: ticket?.ticket.number,
                isAwaitingAnswer: ticket?.isAwaitingAnswer ?? false,
                isSuppressed: record(of: claim.suppression, state)?.scope.isEmpty == false)
        }
    }

    package func suppress(_ suppression: Suppression, by author: Principal) async throws(StoreFailure) {
        try write { state in
            let isKnown = state.suppressions.contains {
                $0.hash == suppression.hash && $0.scope == suppression.scope && $0.ticket == suppression.ticket
            }
            if !isKnown {
                state.suppressions.append(suppression)
                state.note(.unsubscribed(suppression.source, suppression.scope), by: author, at: suppression.at)
            }
            guard let record = record(of: suppression.hash, state) else { return }
            for (id, entry) in state.entries where entry.suppression == suppression.hash {
                guard [.queued, .deferred].contains(entry.summary.state),
                    record.covers(entry.summary.mailClass, ticket: entry.summary.ticket)
                else { continue }
                state.entries[id]?.summary.state = .suppressed
                state.entries[id]?.summary.reason = "the person unsubscribed"
            }
        }
    }

    package func liftSuppression(
        hash: [UInt8], evidence: String, by author: Principal, now: Date
    ) async throws(StoreFailure) {
        try write { state in
            guard state.suppressions.contains(where: { $0.hash == hash }) else { return }
            state.suppressions.removeAll { $0.hash == hash }
            state.note(.resubscribed, by: author, at: now)
        }
    }

    package func spendToken(_ token: [UInt8], now: Date) async throws(StoreFailure) -> Bool {
        try write { state in
            guard state.spent.insert(token).inserted else { return false }
            state.note(.undoUsed, by: .daemon, at: now)
            return true
        }
    }

    func hash(of address: EmailAddress, group: String) -> [UInt8] {
        let identity = SuppressionIdentity.text(address: address.normalized, group: group)
        return keys.suppressionHashes(ofAddress: identity).first?.hash ?? []
    }

    func record(of address: EmailAddress, group: String, _ state: State) -> SuppressionRecord? {
        record(of: hash(of: address, group: group), state)
    }

    private func record(of hash: [UInt8], _ state: State) -> SuppressionRecord? {
        let wishes = state.suppressions.filter { $0.hash == hash }
        guard let first = wishes.first else { return nil }
        var record = SuppressionRecord(scope: [], tickets: [:], since: first.at)
        for wish in wishes {
            // A wish for one ticket stays with that ticket; everything wider holds everywhere.
            let narrow = wish.scope.intersection([.ticket, .dropRequest])
            if let ticket = wish.ticket, !narrow.isEmpty { record.tickets[ticket, default: []].formUnion(narrow) }
            if wish.scope != .ticket { record.scope.formUnion(wish.scope.subtracting(.dropRequest)) }
        }
        return record
    }

    private func complete(_ person: Person, _ state: State) -> Person {
        var person = person
        person.disclosures = state.disclosures[person.id] ?? []
        person.restrictions = state.restrictions.filter { $0.person == person.id }
        person.withheld = Set(state.withheld.filter { $0.value == person.id }.keys)
        if let address = person.address, let record = record(of: address, group: "default", state) {
            person.suppressions = ["default": record]
        }
        return person
    }
}
