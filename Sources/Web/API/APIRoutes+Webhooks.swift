import Desk

/// Other programs that want to know.
extension APIRoutes {
    var webhookRoutes: [Route] {
        [
            route("GET", "/webhooks") { (request) async throws(APIFailure) in
                _ = try request.query([])
                let hooks = try await asking(about: "the list of webhooks") { () async throws(DeskRefusal) in
                    try await desk.webhooks(as: request.principal)
                }
                return APICoding.response(200, APIWebhooks(webhooks: hooks.map { APIWebhook($0) }))
            },
            route("POST", "/webhooks") { (request) async throws(APIFailure) in try await addWebhook(request) },
            route("DELETE", "/webhooks/{id}") { (request) async throws(APIFailure) in
                try await ask(request) { (id) async throws(DeskRefusal) in
                    try await desk.removeWebhook(id, as: request.principal)
                }
            },
            route("POST", "/webhooks/{id}/test") { (request) async throws(APIFailure) in
                try await ask(request) { (id) async throws(DeskRefusal) in
                    try await desk.testWebhook(id, as: request.principal)
                }
            },
            route("POST", "/webhooks/{id}/enable") { (request) async throws(APIFailure) in
                try await ask(request) { (id) async throws(DeskRefusal) in
                    try await desk.enableWebhook(id, as: request.principal)
                }
            },
        ]
    }

    private func addWebhook(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(WebhookBody.self)
        guard let url = WebhookURL(body.url) else { throw .invalid("url", WebhookURL.expected) }
        var topics: Set<WebhookTopic> = []
        for text in body.events {
            guard let topic = WebhookTopic(rawValue: text), topic != .test else {
                let names = WebhookTopic.subscribable.map(\.rawValue).joined(separator: ", ")
                throw .invalid("events", "some of \(names)")
            }
            topics.insert(topic)
        }
        let wanted = topics
        let (hook, secret) = try await asking(about: "the webhook") { () async throws(DeskRefusal) in
            try await desk.addWebhook(url, topics: wanted, as: request.principal)
        }
        return APICoding.response(201, APIWebhook(hook, secret: secret))
    }

    private func ask(
        _ request: APIRequest, _ verb: (WebhookID) async throws(DeskRefusal) -> Void
    ) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(WebhookID.self, of: .webhook)
        try await asking(about: "webhook \(id.hex)") { () async throws(DeskRefusal) in try await verb(id) }
        return WebResponse(status: 204)
    }
}
