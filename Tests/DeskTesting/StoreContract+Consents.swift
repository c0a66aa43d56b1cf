package import Desk
import Foundation
import Mail
package import Vault

/// The consent ledger: the exact words, an act behind a link, records that are added and never changed.
extension StoreContract {
    static let consents = [
        StoreContract("a text is never changed: other words are a new version, the same words are none") { subject in
            let first = try await subject.purpose()
            let again = try await subject.purpose()
            try subject.require(first == again && first.texts.count == 1, "the same words are no new version")
            let other = try await subject.purpose(text: "We send you our newsletter every second month.")
            try subject.require(
                other.texts.map(\.version.text) == ["en-1", "en-2"], "\(other.texts.map(\.version.text))")
            try subject.require(other.texts[0] == first.texts[0], "the first stays what it was")
            let german = try await subject.purpose(language: .german, text: "Wir senden Ihnen jeden Monat Neuigkeiten.")
            try subject.require(german.shown(in: .german)?.version.text == "de-1", "each language counts for itself")
            try subject.require(try await subject.store.consentPurposes() == [german], "and is kept so")
        },
        StoreContract("only the button behind the link makes a consent, with everything that proves it") { subject in
            let purpose = try await subject.purpose()
            let link = try await subject.consentLink(to: purpose, for: "eve@customer.example")
            let nobody = try await subject.store.person(withAddress: Samples.address("eve@customer.example"))
            try subject.require(nobody == nil, "before the button nobody is on file")
            subject.clock.advance(by: .seconds(3600))
            _ = try await subject.store.confirmOptIn(withToken: link.hash, now: subject.now)
            _ = try await subject.store.confirmOptIn(withToken: link.hash, now: subject.now)
            let records = try await subject.consents(of: "eve@customer.example")
            let record = try subject.unwrap(records.first, "the consent")
            try subject.require(records.count == 1 && record.isGranted, "one, and it counts: \(records)")
            try subject.require(record.act == .doubleOptIn && record.controls == .unticked, "the act: \(record)")
            try subject.require(record.version?.text == "en-1" && record.shown == [7, 7], "the words: \(record)")
            let waited = record.givenAt.timeIntervalSince(record.requestedAt ?? subject.now)
            try subject.require(waited >= 3600, "both times: \(waited)")
            try subject.require(record.evidence?.contains("double opt-in") == true, "the evidence: \(record)")
            try subject.require(record.isWithdrawalShown && record.controller == "Example GmbH", "what was shown")
        },
        StoreContract("a withdrawal is a record beside the consent, effective at once") { subject in
            let purpose = try await subject.purpose()
            let link = try await subject.consentLink(to: purpose, for: "eve@customer.example")
            _ = try await subject.store.confirmOptIn(withToken: link.hash, now: subject.now)
            let holder = try await subject.store.consentHolder(subject.claim(of: "eve@customer.example"))
            let person = try subject.unwrap(holder, "whose link it is")
            let before = try subject.unwrap(try await subject.consents(of: "eve@customer.example").first, "it")
            let line = await subject.store.ledgerStatus().sequence
            try subject.require(try await subject.withdraw(purpose, of: person) == 1, "one ends")
            try subject.require(try await subject.withdraw(purpose, of: person) == 0, "and no second time")
            try subject.require(await subject.store.ledgerStatus().sequence == line + 1, "one line in the ledger")
            var after = try subject.unwrap(try await subject.consents(of: "eve@customer.example").first, "it")
            try subject.require(after.state == .withdrawn && !after.isGranted, "it counts no more")
            after.withdrawal = nil
            try subject.require(after == before, "and the record itself is what it was")
            _ = try await subject.store.confirmOptIn(withToken: link.hash, now: subject.now)
            try subject.require(
                try await subject.consents(of: "eve@customer.example").allSatisfy { !$0.isGranted },
                "the link does not give it again")
        },
        StoreContract("what shows no act or no words is kept as invalid and counts for nothing") { subject in
            let purpose = try await subject.purpose()
            let address = try Samples.address("old@customer.example")
            let version = ConsentTextVersion(language: .english, number: 1)
            let drafts: [ConsentDraft] = [
                subject.draft(purpose, version: version, act: nil, evidence: "list of 2019"),
                subject.draft(purpose, version: nil, act: .checkbox, evidence: "list of 2019"),
                subject.draft(purpose, version: version, act: .checkbox, evidence: nil),
                subject.draft(
                    purpose, version: ConsentTextVersion(language: .english, number: 9), act: .checkbox, evidence: "x"),
                subject.draft(purpose, version: version, act: .signedPaper, evidence: "folder 7", age: .below(16)),
            ]
            for draft in drafts {
                let record = draft.record(
                    as: ConsentID(from: subject.clock.world), to: purpose, controller: "C", author: "operator")
                try await subject.store.addConsent(record, of: address, by: .operatorOnHost, now: subject.now)
            }
            let kept = try await subject.consents(of: "old@customer.example")
            try subject.require(kept.count == 5 && kept.allSatisfy { $0.state == .invalid }, "\(kept.map(\.state))")
            let whole = subject.draft(purpose, version: version, act: .signedPaper, evidence: "folder 7")
            try await subject.store.addConsent(
                whole.record(
                    as: ConsentID(from: subject.clock.world), to: purpose, controller: "C", author: "operator"),
                of: address, by: .operatorOnHost, now: subject.now)
            let standing = ConsentStanding(
                try await subject.consents(of: "old@customer.example"), of: purpose, now: subject.now)
            try subject.require(standing.isGranted && standing.version == version, "the whole one counts")
        },
        StoreContract("a purpose that is closed asks nobody, and no link of it works") { subject in
            let purpose = try await subject.purpose()
            let link = try await subject.consentLink(to: purpose, for: "eve@customer.example")
            try subject.require(
                try await subject.store.closePurpose(purpose.code, by: .operatorOnHost, now: subject.now), "closed")
            try subject.require(
                try await !subject.store.closePurpose(purpose.code, by: .operatorOnHost, now: subject.now), "once")
            let made = try await subject.store.confirmOptIn(withToken: link.hash, now: subject.now)
            try subject.require(made == nil, "its link gives nothing")
            let wish = try subject.wish(.consent(subject.consentWish(to: purpose)), for: "bob@customer.example")
            _ = try await subject.store.queueOptIn(wish)
            try subject.require(try await subject.sendLinks() == OptInSendings(forgotten: 1), "and no mail leaves")
        },
        StoreContract("a form is kept once, as it was shown") { subject in
            try await subject.store.keepConsentForm([1, 2], hash: [9], now: subject.now)
            try await subject.store.keepConsentForm([1, 2], hash: [9], now: subject.now)
            try subject.require(try await subject.store.consentForm([9]) == [1, 2], "the form")
            try subject.require(try await subject.store.consentForm([8]) == nil, "no other")
        },
    ]
}

extension StoreSubject {
    package func purpose(
        language: Language = .english, text: String = "We send you our newsletter once a month."
    ) async throws -> ConsentPurpose {
        let draft = ConsentPurposeDraft(
            code: try unwrap(ShortName("newsletter"), "the code"), mailbox: nil, reviewMonths: 24,
            isForChildren: false,
            text: ConsentPurposeDraft.Text(language: language, title: "Newsletter", text: text, withdrawal: nil))
        return try unwrap(
            try await store.savePurpose(
                draft, withdrawal: "You can withdraw at any time.", by: .operatorOnHost, now: now), "the purpose")
    }

    package func consentWish(to purpose: ConsentPurpose) throws -> ConsentWish {
        ConsentWish(
            purpose: purpose.code, version: ConsentTextVersion(language: .english, number: 1),
            controller: "Example GmbH", shown: [7, 7], age: .notAsked, mailbox: nil)
    }

    /// Asks as the form does, sends the mail, and answers the link in it.
    package func consentLink(to purpose: ConsentPurpose, for address: String) async throws -> LinkToken {
        let optIn = try wish(.consent(consentWish(to: purpose)), for: address)
        try require(try await store.queueOptIn(optIn), "there is room")
        _ = try await sendLinks()
        return try unwrap(try await sentLinks().links.first, "the link")
    }

    package func consents(of address: String) async throws -> [ConsentRecord] {
        guard let person = try await store.person(withAddress: Samples.address(address)) else { return [] }
        return try await store.consents(of: person.id)
    }

    package func withdraw(_ purpose: ConsentPurpose, of person: PersonID) async throws -> Int {
        try await store.withdrawConsents(
            to: purpose.code, of: person,
            by: ConsentWithdrawal(at: now, channel: .link, evidence: nil, author: "daemon"), author: .daemon)
    }

    fileprivate func draft(
        _ purpose: ConsentPurpose, version: ConsentTextVersion?, act: AffirmativeAct?, evidence: String?,
        age: AgeStatement = .notAsked
    ) -> ConsentDraft {
        ConsentDraft(
            purpose: purpose.code, version: version, act: act, givenAt: now.addingTimeInterval(-3600),
            channel: .import, evidence: evidence, age: age, parentalAuthorisation: nil)
    }
}
