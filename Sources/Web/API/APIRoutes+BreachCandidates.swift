import Desk

/// What the daemon saw, and a human decides about.
extension APIRoutes {
    var breachCandidateRoutes: [Route] {
        [
            route("GET", "/breach-candidates") { (request) async throws(APIFailure) in
                let state = try request.query(["state"])["state"] ?? "open"
                guard ["open", "all"].contains(state) else { throw .invalid("state", "open or all") }
                let found = try await asking(about: "the candidates") { () async throws(DeskRefusal) in
                    try await desk.breachCandidates(includingDecided: state == "all", as: request.principal)
                }
                return APICoding.response(
                    200, APIBreachCandidates(candidates: found.map { APIBreachCandidate($0) }))
            },
            route("POST", "/breach-candidates/{id}/dismissal") { (request) async throws(APIFailure) in
                let id = try request.identifier(BreachCandidateID.self, of: .breach)
                let reasons = try request.body(BreachMoveBody.self).reasons
                return try await decided(id) { () async throws(DeskRefusal) in
                    try await desk.dismissBreachCandidate(id, reasons: reasons, as: request.principal)
                }
            },
            route("POST", "/breach-candidates/{id}/confirmation") { (request) async throws(APIFailure) in
                let id = try request.identifier(BreachCandidateID.self, of: .breach)
                let author = try request.body(BreachConfirmationBody.self).decidedBy
                return try await decided(id) { () async throws(DeskRefusal) in
                    try await desk.confirmBreachCandidate(id, decidedBy: author, as: request.principal)
                }
            },
        ]
    }

    private func decided(
        _ id: BreachCandidateID, _ verb: () async throws(DeskRefusal) -> BreachCandidate
    ) async throws(APIFailure) -> WebResponse {
        APICoding.response(200, APIBreachCandidate(try await asking(about: "candidate \(id.hex)", verb)))
    }
}
