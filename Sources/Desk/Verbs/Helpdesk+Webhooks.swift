import Vault

/// Other programs that want to know. They learn of every mailbox, so only an admin of the whole desk adds one.
extension Helpdesk {
    /// Makes the secret the receiver checks signatures with; it is shown once.
    package func addWebhook(
        _ url: WebhookURL, topics: Set<WebhookTopic>, as principal: Principal
    ) async throws(DeskRefusal) -> (Webhook, secret: String) {
        try principal.requireAdministration()
        guard !topics.isEmpty, !topics.contains(.test) else {
            let names = WebhookTopic.subscribable.map(\.rawValue).joined(separator: ", ")
            throw .invalid(field: "events", expected: "some of \(names)")
        }
        let secret: String
        do throws(VaultFailure) {
            secret = "whsec_" + Base64URL.encode(try Randomness.bytes(32))
        } catch {
            throw .storage(.ioFailed)
        }
        let hook = Webhook(id: WebhookID(from: world), url: url, topics: topics, createdAt: world.now())
        let isAdded = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.addWebhook(hook, secret: Array(secret.utf8), by: principal)
        }
        guard isAdded else {
            throw .invalid(field: "url", expected: "at most \(Limits.webhooks) webhooks; remove one first")
        }
        return (hook, secret)
    }

    package func webhooks(as principal: Principal) async throws(DeskRefusal) -> [Webhook] {
        try principal.requireAdministration()
        return try await storage { () async throws(StoreFailure) -> [Webhook] in try await store.webhooks() }
    }

    package func removeWebhook(_ id: WebhookID, as principal: Principal) async throws(DeskRefusal) {
        try principal.requireAdministration()
        try await require { () async throws(StoreFailure) -> Bool in
            try await store.removeWebhook(id, by: principal, now: world.now())
        }
    }

    package func enableWebhook(_ id: WebhookID, as principal: Principal) async throws(DeskRefusal) {
        try principal.requireAdministration()
        try await require { () async throws(StoreFailure) -> Bool in
            try await store.enableWebhook(id, by: principal, now: world.now())
        }
    }

    /// Queues an event that says nothing. It goes the way of all others, retries included.
    package func testWebhook(_ id: WebhookID, as principal: Principal) async throws(DeskRefusal) {
        try principal.requireAdministration()
        try await require { () async throws(StoreFailure) -> Bool in
            try await store.testWebhook(id, now: world.now())
        }
    }

    private func require(_ body: @Sendable () async throws(StoreFailure) -> Bool) async throws(DeskRefusal) {
        guard try await storage(body) else { throw .notFound(.webhook) }
    }
}
