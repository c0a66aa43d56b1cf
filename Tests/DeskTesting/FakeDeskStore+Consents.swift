package import Desk
package import Foundation
package import Mail
package import Vault

/// The consent ledger.
extension FakeDeskStore {
    package func consentPurposes() async throws(StoreFailure) -> [ConsentPurpose] {
        try read { state in state.purposes }
    }

    package func savePurpose(
        _ draft: ConsentPurposeDraft, withdrawal: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ConsentPurpose? {
        try write { state in
            var purpose =
                state.purposes.first { $0.code == draft.code }
                ?? ConsentPurpose(
                    code: draft.code, mailbox: nil, reviewMonths: 1, isForChildren: false, createdAt: now, texts: [])
            purpose.mailbox = draft.mailbox
            purpose.reviewMonths = draft.reviewMonths
            purpose.isForChildren = draft.isForChildren
            purpose.closedAt = nil
            let newest = purpose.newest(in: draft.text.language)
            let text = ConsentText(
                version: ConsentTextVersion(
                    language: draft.text.language, number: (newest?.version.number ?? 0) + 1),
                title: draft.text.title, text: draft.text.text, withdrawal: withdrawal, at: now)
            if newest?.hash != text.hash {
                purpose.texts.append(text)
                state.note(.purposeWorded(number: text.version.number, text.version.language), by: author, at: now)
            }
            state.purposes.removeAll { $0.code == draft.code }
            state.purposes.append(purpose)
            return purpose
        }
    }

    package func closePurpose(_ code: ShortName, by author: Principal, now: Date) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let index = state.purposes.firstIndex(where: { $0.code == code && $0.isOpen }) else { return false }
            state.purposes[index].closedAt = now
            state.note(.purposeClosed, by: author, at: now)
            return true
        }
    }

    package func keepConsentForm(_ form: [UInt8], hash: [UInt8], now: Date) async throws(StoreFailure) {
        try write { state in state.forms[hash] = form }
    }

    package func consentForm(_ hash: [UInt8]) async throws(StoreFailure) -> [UInt8]? {
        try read { state in state.forms[hash] }
    }

    package func consents(of person: PersonID) async throws(StoreFailure) -> [ConsentRecord] {
        try read { state in state.consents.filter { $0.person == person }.map(\.record) }
    }

    package func grantedPurposes(of person: PersonID) async throws(StoreFailure) -> Set<ShortName> {
        try read { state in
            Set(state.consents.filter { $0.person == person && $0.record.isGranted }.map(\.record.purpose))
        }
    }

    package func addConsent(
        _ record: ConsentRecord, of address: EmailAddress, by author: Principal, now: Date
    ) async throws(StoreFailure) {
        try write { state in add(record, of: address, by: author, now: now, &state) }
    }

    package func withdrawConsents(
        to purpose: ShortName, of person: PersonID, by withdrawal: ConsentWithdrawal, author: Principal
    ) async throws(StoreFailure) -> Int {
        try write { state in
            var ended = 0
            for index in state.consents.indices where state.consents[index].person == person {
                guard state.consents[index].record.purpose == purpose,
                    state.consents[index].record.withdrawal == nil
                else { continue }
                state.consents[index].record.withdrawal = withdrawal
                state.note(
                    .consentWithdrawn(state.consents[index].record.id, withdrawal.channel), by: author,
                    at: withdrawal.at)
                ended += 1
            }
            return ended
        }
    }

    package func consentHolder(_ claim: UnsubscribeClaim) async throws(StoreFailure) -> PersonID? {
        try read { state in
            state.people.values.first { person in
                person.address.map { hash(of: $0, group: "default") } == claim.suppression
            }?.id
        }
    }

    func add(
        _ record: ConsentRecord, of address: EmailAddress, by author: Principal, now: Date, _ state: inout State
    ) {
        let known = state.people.values.first { $0.address?.normalized == address.normalized }
        let person =
            known
            ?? Person(
                id: PersonID(from: world), address: address, name: nil, firstSeenAt: now, tickets: [],
                suppressions: [:], isUndeliverable: false)
        state.people[person.id] = person
        state.consents.append(FakeConsent(person: person.id, record: record))
        state.note(.consentRecorded(record.id, record.channel, isValid: record.isValid), by: author, at: now)
    }
}

package struct FakeConsent: Sendable, Equatable {
    package var person: PersonID
    package var record: ConsentRecord
}
