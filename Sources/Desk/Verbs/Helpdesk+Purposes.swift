/// Purposes people may consent to.
extension Helpdesk {
    package func consentPurposes(as principal: Principal) async throws(DeskRefusal) -> [ConsentPurpose] {
        try principal.require(.ticketsRead)
        return try await purposes().filter { purpose in isSeen(purpose, by: principal) }
    }

    /// A new purpose, or new words for one. Whoever answers for the data decides what people are asked.
    package func savePurpose(
        _ draft: ConsentPurposeDraft, as principal: Principal
    ) async throws(DeskRefusal) -> ConsentPurpose {
        try principal.requireOversightOfConsent()
        let settings = settings.value
        if let mailbox = draft.mailbox, settings.mailbox(named: mailbox) == nil { throw .notFound(.mailbox) }
        try draft.validate()
        let withdrawal =
            draft.text.withdrawal
            ?? Phrase.consentWithdrawal.text(in: draft.text.language, ["address": settings.controller.email])
        let saved = try await storage { () async throws(StoreFailure) -> ConsentPurpose? in
            try await store.savePurpose(draft, withdrawal: withdrawal, by: principal, now: world.now())
        }
        guard let saved else {
            throw .invalid(field: "code", expected: "at most \(Limits.consentPurposes) purposes; close one first")
        }
        return saved
    }

    /// Nobody is asked any more, and no consent to it counts.
    package func closePurpose(_ code: ShortName, as principal: Principal) async throws(DeskRefusal) {
        try principal.requireOversightOfConsent()
        let isClosed = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.closePurpose(code, by: principal, now: world.now())
        }
        guard isClosed else { throw .notFound(.purpose) }
    }

    func purposes() async throws(DeskRefusal) -> [ConsentPurpose] {
        try await storage { () async throws(StoreFailure) -> [ConsentPurpose] in try await store.consentPurposes() }
    }

    func purpose(_ code: ShortName) async throws(DeskRefusal) -> ConsentPurpose {
        guard let found = try await purposes().first(where: { $0.code == code }) else { throw .notFound(.purpose) }
        return found
    }

    /// One that belongs to no mailbox is everybody's affair, so it is not for those who see some only.
    func isSeen(_ purpose: ConsentPurpose, by principal: Principal) -> Bool {
        guard principal.visibleMailboxes != nil else { return true }
        return purpose.mailbox.map { principal.sees($0) } ?? false
    }

    /// A purpose the principal may not see does not exist for it.
    func requireSight(of code: ShortName, by principal: Principal) async throws(DeskRefusal) -> ConsentPurpose {
        let found = try await purpose(code)
        guard isSeen(found, by: principal) else { throw .notFound(.purpose) }
        return found
    }
}

extension Principal {
    /// Those who answer for what people are asked: the operator, an admin, the DPO, in every mailbox.
    func requireOversightOfConsent() throws(DeskRefusal) {
        guard has(.admin) || has(.dpo), visibleMailboxes == nil else { throw .forbidden(.dpo) }
    }
}
