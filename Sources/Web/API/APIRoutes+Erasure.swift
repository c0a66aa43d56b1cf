import Desk

/// Erasing people, and redacting what others wrote about them.
extension APIRoutes {
    var erasureRoutes: [Route] {
        [
            route("GET", "/people/{id}/erase") { (request) async throws(APIFailure) in try await preview(request) },
            route("POST", "/people/{id}/erase") { (request) async throws(APIFailure) in try await erase(request) },
            route("GET", "/erasures") { (request) async throws(APIFailure) in try await erasures(request) },
            route("GET", "/erasures/{id}") { (request) async throws(APIFailure) in try await erasure(request) },
            route("POST", "/erasures/{id}/approve") { (request) async throws(APIFailure) in
                let id = try request.identifier(ErasureID.self, of: .erasure)
                let erasure = try await asking(about: "erasure \(id.hex)") { () async throws(DeskRefusal) in
                    try await desk.approveErasure(id, as: request.principal)
                }
                return APICoding.response(202, APIErasure(erasure))
            },
            route("POST", "/erasures/{id}/cancel") { (request) async throws(APIFailure) in
                let id = try request.identifier(ErasureID.self, of: .erasure)
                try await asking(about: "erasure \(id.hex)") { () async throws(DeskRefusal) in
                    try await desk.cancelErasure(id, as: request.principal)
                }
                return WebResponse(status: 204)
            },
            route("POST", "/tickets/{number}/messages/{id}/redaction") { (request) async throws(APIFailure) in
                try await redact(request)
            },
        ]
    }

    private func preview(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let counts = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.erasurePreview(of: id, as: request.principal)
        }
        return APICoding.response(200, APIErasureCounts(counts))
    }

    private func erase(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let body = try request.body(ErasureBody.self)
        if let text = body.request {
            guard body.verified == nil, let register = RightsRequestID(hex: text) else {
                throw .invalid("request", "the id of a request, without “verified”: the request says how")
            }
            let erasure = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
                try await desk.erase(id, onRequest: register, authority: body.authority, as: request.principal)
            }
            return APICoding.response(202, APIErasure(erasure))
        }
        guard let verified = body.verified else {
            throw .invalid(
                "verified", "how and by whom the identity was checked, or a request; nobody is erased without")
        }
        guard let how = ErasureVerification.How(rawValue: verified.how) else {
            let words = ErasureVerification.How.allCases.map(\.rawValue).sorted()
            throw .invalid("verified.how", "one of \(words.joined(separator: ", "))")
        }
        let verification = ErasureVerification(how: how, by: verified.by, authority: body.authority)
        let erasure = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.erase(id, verified: verification, as: request.principal)
        }
        return APICoding.response(202, APIErasure(erasure))
    }

    private func erasures(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        _ = try request.query([])
        let erasures = try await asking(about: "the erasures") { () async throws(DeskRefusal) in
            try await desk.erasures(limit: Desk.Limits.pageLengthMaximum, as: request.principal)
        }
        return APICoding.response(200, APIErasures(erasures: erasures.map { APIErasure($0) }))
    }

    private func erasure(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(ErasureID.self, of: .erasure)
        let (erasure, mentions) = try await asking(about: "erasure \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.erasure(id, as: request.principal)
        }
        return APICoding.response(200, APIErasure(erasure, mentions: mentions))
    }

    private func redact(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let id = try request.identifier(TicketMessageID.self, of: .message)
        let body = try request.body(TextBody.self)
        let message = try await asking(about: "message \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.redact(id, of: number, text: body.text, as: request.principal)
        }
        return APICoding.response(200, APIMessage(message))
    }
}
