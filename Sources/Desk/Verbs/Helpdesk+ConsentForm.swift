package import Mail
import Vault

/// Consenting and withdrawing by oneself: the public form, and the page behind the link of every mail. Nobody logs in.
extension Helpdesk {
    package func consentForm(
        _ code: ShortName, in language: Language
    ) async throws(DeskRefusal) -> ConsentForm {
        let (purpose, settings) = (try await purpose(code), settings.value)
        guard purpose.isOpen, let text = purpose.shown(in: language) else { throw .notFound(.purpose) }
        return ConsentForm(
            purpose: code, language: text.version.language, serviceName: settings.serviceName,
            controller: settings.controller.shown, text: text,
            age: purpose.isForChildren ? ParentalAge.years(in: settings.controller.country) : nil,
            mailbox: purpose.mailbox)
    }

    /// Takes the wish down; the answer and its time are the same for every address (P15). `page` is the form as it was
    /// shown, kept once so that the hash in the proof can be checked against something.
    package func askForConsent(
        by form: ConsentForm, of address: EmailAddress, age: AgeStatement, page: [UInt8]
    ) async throws(DeskRefusal) {
        if let needed = form.age, age != .atLeast(needed) {
            // Art. 8(1): somebody with parental responsibility has to authorise it, which a form cannot see.
            throw .invalid(field: "age", expected: "at least \(needed)")
        }
        let hash = Digest.sha256(page)
        try await storage { () async throws(StoreFailure) in
            try await store.keepConsentForm(page, hash: hash, now: world.now())
        }
        let wish = ConsentWish(
            purpose: form.purpose, version: form.text.version, controller: form.controller, shown: hash,
            age: form.age == nil ? .notAsked : age, mailbox: form.mailbox)
        try await ask(.consent(wish), of: address, in: form.language)
    }

    /// What the holder of a link may withdraw on its page. Reads only (P13).
    package func consentOffers(token text: String, in language: Language) async throws(DeskRefusal) -> [ConsentOffer] {
        guard let person = try await holder(ofLink: text) else { return [] }
        let granted = try await storage { () async throws(StoreFailure) -> Set<ShortName> in
            try await store.grantedPurposes(of: person)
        }
        guard !granted.isEmpty else { return [] }
        return try await purposes().filter { granted.contains($0.code) }.map { purpose in
            ConsentOffer(purpose: purpose.code, title: purpose.shown(in: language)?.title ?? purpose.code.value)
        }
    }

    /// One click, no login, no reason. Effective when it answers.
    package func withdrawConsent(token text: String, to code: ShortName) async throws(DeskRefusal) {
        guard let person = try await holder(ofLink: text) else { return }
        _ = try await withdrawConsent(to: code, of: person, through: .link, evidence: nil, by: .daemon)
    }

    /// The consent behind a link of double opt-in, taken back by the same link.
    package func withdrawOptIn(token text: String) async throws(DeskRefusal) -> OptInPage {
        guard let token = LinkToken(text) else { throw .notFound(.link) }
        let found = try await storage { () async throws(StoreFailure) -> OptIn? in
            try await store.optIn(withToken: token.hash, now: world.now())
        }
        guard let found, case .confirmed = found.state, case .consent(let wish) = found.wish else {
            throw .notFound(.link)
        }
        let person = try await storage { () async throws(StoreFailure) -> Person? in
            try await store.person(withAddress: found.address)
        }
        if let person {
            _ = try await withdrawConsent(
                to: wish.purpose, of: person.id, through: .link, evidence: nil, by: .daemon)
        }
        return try await optInPage(token: text)
    }

    private func holder(ofLink text: String) async throws(DeskRefusal) -> PersonID? {
        let claim = try readToken(text)
        guard !claim.isForStaff, claim.kind != .undo else { throw .notFound(.link) }
        return try await storage { () async throws(StoreFailure) -> PersonID? in
            try await store.consentHolder(claim)
        }
    }
}

/// A consent that stands, as the page behind a link names it.
package struct ConsentOffer: Sendable, Equatable {
    package var purpose: ShortName
    package var title: String

    package init(purpose: ShortName, title: String) {
        self.purpose = purpose
        self.title = title
    }
}
