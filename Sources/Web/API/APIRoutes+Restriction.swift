import Desk

/// Withholding what is kept of a person, and giving it back.
extension APIRoutes {
    var restrictionRoutes: [Route] {
        [
            route("GET", "/restrictions") { (request) async throws(APIFailure) in
                _ = try request.query([])
                let found = try await asking(about: "the restrictions") { () async throws(DeskRefusal) in
                    try await desk.restrictions(as: request.principal)
                }
                return APICoding.response(200, APIRestrictions(restrictions: found.map { APIRestriction($0) }))
            },
            route("POST", "/people/{id}/restrict") { (request) async throws(APIFailure) in
                try await restrict(request)
            },
            route("POST", "/people/{id}/unrestrict") { (request) async throws(APIFailure) in
                try await unrestrict(request)
            },
        ]
    }

    private func restrict(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let body = try request.body(RestrictionBody.self)
        guard body.reason == nil, body.told == nil else { throw .invalid("reason", "nothing: it is for `unrestrict`") }
        let ground = try Self.ground(body.ground)
        let restriction = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.restrict(id, on: ground, untold: body.untold, as: request.principal)
        }
        return APICoding.response(200, APIRestriction(restriction))
    }

    /// 204 when it is lifted; 202 with the restriction when the person is told first.
    private func unrestrict(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let body = try request.body(RestrictionBody.self)
        let ground = try Self.ground(body.ground)
        var told: Restriction.Telling?
        if let text = body.told {
            guard let telling = Restriction.Telling(rawValue: text) else {
                throw .invalid("told", "phone, letter or in-person")
            }
            told = telling
        }
        let (reason, telling) = (body.reason ?? "", told)
        let standing = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.unrestrict(id, ground, because: reason, told: telling, as: request.principal)
        }
        guard let standing else { return WebResponse(status: 204) }
        return APICoding.response(202, APIRestriction(standing))
    }

    private static func ground(_ text: String) throws(APIFailure) -> Restriction.Ground {
        guard let ground = Restriction.Ground(rawValue: text) else {
            throw .invalid("ground", "a, b, c or d, as in Art. 18(1)")
        }
        return ground
    }
}
