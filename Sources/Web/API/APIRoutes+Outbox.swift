import Desk

/// The outbox: what waits, what failed, try again, take back.
extension APIRoutes {
    var outboxRoutes: [Route] {
        [
            route("GET", "/outbox") { (request) async throws(APIFailure) in try await outbox(request) },
            route("POST", "/outbox/{id}/retry") { (request) async throws(APIFailure) in try await retry(request) },
            route("POST", "/outbox/{id}/withdraw") { (request) async throws(APIFailure) in
                try await withdraw(request)
            },
        ]
    }

    private func outbox(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let query = try request.query(["state"])
        // People see `sending` for two states of ours.
        var states: [DeliveryState?] = [nil]
        if let word = query["state"] {
            states = DeliveryState.allCases.filter { $0.publicName == word }
            guard !states.isEmpty else {
                let words = Set(DeliveryState.allCases.map(\.publicName)).sorted()
                throw .invalid("state", words.joined(separator: ", "))
            }
        }
        var entries: [OutboxEntrySummary] = []
        for state in states {
            entries += try await asking(about: "the outbox") { () async throws(DeskRefusal) in
                try await desk.outbox(state: state, limit: Limits.outboxEntries, as: request.principal)
            }
        }
        return APICoding.response(200, APIOutbox(entries: entries.map { APIOutbox.Entry($0) }))
    }

    private func retry(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(OutboxEntryID.self, of: .entry)
        try await asking(about: "entry \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.retryEntry(id, as: request.principal)
        }
        return WebResponse(status: 204)
    }

    private func withdraw(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(OutboxEntryID.self, of: .entry)
        let isWithdrawn = try await asking(about: "entry \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.withdrawEntry(id, as: request.principal)
        }
        return APICoding.response(200, APIWithdrawal(withdrawn: isWithdrawn))
    }
}
