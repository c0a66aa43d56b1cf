import Desk

/// Legal holds, and objections.
extension APIRoutes {
    var holdRoutes: [Route] {
        [
            route("GET", "/holds") { (request) async throws(APIFailure) in
                _ = try request.query([])
                let found = try await asking(about: "the legal holds") { () async throws(DeskRefusal) in
                    try await desk.holds(as: request.principal)
                }
                return APICoding.response(200, APIHolds(holds: found.map { APIHold($0) }))
            },
            route("POST", "/people/{id}/hold") { (request) async throws(APIFailure) in try await hold(request) },
            route("POST", "/holds/{id}/lift") { (request) async throws(APIFailure) in
                let id = try request.identifier(LegalHoldID.self, of: .hold)
                let lifted = try await asking(about: "hold \(id.hex)") { () async throws(DeskRefusal) in
                    try await desk.liftHold(id, as: request.principal)
                }
                return APICoding.response(200, APIHold(lifted))
            },
            route("POST", "/people/{id}/objection") { (request) async throws(APIFailure) in
                try await object(request)
            },
        ]
    }

    private func hold(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let body = try request.body(HoldBody.self)
        guard let ground = LegalHold.Ground(rawValue: body.ground) else {
            throw .invalid("ground", "b or e, as in Art. 17(3)")
        }
        guard let day = CalendarDay(text: body.review) else { throw .invalid("review", "a day, as 2027-03-05") }
        let made = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.hold(id, matter: body.matter, ground: ground, reviewOn: day, as: request.principal)
        }
        return APICoding.response(201, APIHold(made))
    }

    private func object(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let body = try request.body(ObjectionBody.self)
        switch body.to {
        case "processing":
            let restriction = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
                try await desk.object(id, as: request.principal)
            }
            return APICoding.response(200, APIRestriction(restriction))
        case "marketing":
            try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
                try await desk.objectToMarketing(id, as: request.principal)
            }
            return WebResponse(status: 204)
        default: throw .invalid("to", "processing or marketing")
        }
    }
}
