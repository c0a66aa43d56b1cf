package import Mail
import Vault

/// Double opt-in: asking, sending the link, looking at its page, confirming.
///
/// Whoever asks is nobody, and so is whoever opens a link: the token is the authority.
extension Helpdesk {
    /// Takes a wish down. What it costs and what it answers is the same for every address; only when too many wait is
    /// everybody told to come back.
    package func ask(
        _ wish: OptInWish, of address: EmailAddress, in language: Language
    ) async throws(DeskRefusal) {
        if let refusal = settings.value.sendingRefusal { throw .sendingRefused(refusal) }
        guard settings.value.mailbox(for: wish) != nil else { throw .notFound(.mailbox) }
        let optIn = OptIn(
            id: OptInID(from: world), wish: wish, address: address, language: language, askedAt: world.now())
        let isTaken = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.queueOptIn(optIn)
        }
        guard isTaken else { throw .storage(.busy) }
    }

    /// The daemon's loop: sends links to those who wait. Answers whether there may be more.
    package func sendOptIns() async throws(StoreFailure) -> Bool {
        let settings = settings.value
        // Without an https address a link would lead nowhere; the wishes wait, and go when their time is over.
        guard settings.sendingRefusal == nil else { return false }
        let dispatch = Dispatch(settings: settings, keys: keys, world: world)
        let done = try await store.sendOptIns(limit: Limits.optInsTogether, dispatch: dispatch)
        if done.sent > 0 { bells.ringAll() }
        return done.sent + done.forgotten >= Limits.optInsTogether
    }

    /// What a link's page shows. Reads only (P13).
    package func optInPage(token text: String) async throws(DeskRefusal) -> OptInPage {
        guard let token = LinkToken(text) else { throw .notFound(.link) }
        let found = try await storage { () async throws(StoreFailure) -> OptIn? in
            try await store.optIn(withToken: token.hash, now: world.now())
        }
        return try await page(of: found)
    }

    /// Makes the wish true. Idempotent while the link lives.
    package func confirmOptIn(token text: String) async throws(DeskRefusal) -> OptInPage {
        guard let token = LinkToken(text) else { throw .notFound(.link) }
        let found = try await storage { () async throws(StoreFailure) -> OptIn? in
            try await store.confirmOptIn(withToken: token.hash, now: world.now())
        }
        return try await page(of: found)
    }

    private func page(of found: OptIn?) async throws(DeskRefusal) -> OptInPage {
        guard let found else { throw .notFound(.link) }
        var page = OptInPage(
            language: found.language, serviceName: settings.value.serviceName, wish: found.wish, isConfirmed: false)
        if case .confirmed = found.state { page.isConfirmed = true }
        guard case .consent(let wish) = found.wish else { return page }
        let purpose = try await purpose(wish.purpose)
        guard purpose.isOpen, let text = purpose.text(wish.version) else { throw .notFound(.link) }
        page.text = text
        guard page.isConfirmed else { return page }
        let person = try await storage { () async throws(StoreFailure) -> Person? in
            try await store.person(withAddress: found.address)
        }
        guard let person else { throw .notFound(.link) }
        let granted = try await storage { () async throws(StoreFailure) -> Set<ShortName> in
            try await store.grantedPurposes(of: person.id)
        }
        page.isWithdrawn = !granted.contains(wish.purpose)
        return page
    }
}
