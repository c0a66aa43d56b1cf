import Desk

/// The register of what people asked under Art. 12–22. What each move needs is decided by the desk.
extension APIRoutes {
    var rightsRoutes: [Route] {
        [
            route("GET", "/requests") { (request) async throws(APIFailure) in try await requests(request) },
            route("POST", "/requests") { (request) async throws(APIFailure) in try await openRequest(request) },
            route("GET", "/requests/{id}") { (request) async throws(APIFailure) in try await showRequest(request) },
            move("confirmation") { (body, _) throws(APIFailure) in
                .confirm(try Self.right(body.right))
            },
            move("verification") { (body, principal) throws(APIFailure) in
                let how = try Self.needed(body.how, "how")
                return .prove(.byStaff(how: how, by: principal.auditName, at: desk.world.now()))
            },
            route("POST", "/requests/{id}/link") { (request) async throws(APIFailure) in try await sendLink(request) },
            move("suspension") { (body, _) throws(APIFailure) in
                _ = try Self.needed(body.text, "text")
                return .suspend
            },
            move("resumption") { (_, _) throws(APIFailure) in .resume },
            move("extension") { (body, _) throws(APIFailure) in
                .extend(reason: try Self.needed(body.reason, "reason"))
            },
            move("decision") { (body, principal) throws(APIFailure) in
                .decide(try Self.decision(body), signedOffBy: principal.has(.dpo) ? principal.auditName : nil)
            },
        ]
    }

    private func move(
        _ name: String, _ act: @escaping @Sendable (RightsMoveBody, Principal) throws(APIFailure) -> RightsAct
    ) -> Route {
        route("POST", "/requests/{id}/\(name)") { (request) async throws(APIFailure) in
            let id = try request.identifier(RightsRequestID.self, of: .request)
            let body = request.hasBody ? try request.body(RightsMoveBody.self) : RightsMoveBody()
            if let export = body.export { return try await answer(id, with: export, body, request, move: name) }
            let act = try act(body, request.principal)
            let moved = try await asking(about: "request \(id.hex)") { () async throws(DeskRefusal) in
                try await desk.move(id, by: act, saying: body.text, as: request.principal)
            }
            return APICoding.response(200, shape(of: moved))
        }
    }

    /// A decision whose answer is a copy.
    private func answer(
        _ id: RightsRequestID, with text: String, _ body: RightsMoveBody, _ request: APIRequest, move: String
    ) async throws(APIFailure) -> WebResponse {
        guard move == "decision", body.decision == "fulfilled" || body.decision == "partly",
            let export = ExportID(hex: text)
        else { throw .invalid("export", "the id of a copy, with the decision fulfilled or partly") }
        let reasons = body.decision == "partly" ? try Self.needed(body.reason, "reason") : nil
        let closed = try await asking(about: "request \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.answer(id, with: export, partly: reasons, saying: body.text, as: request.principal)
        }
        return APICoding.response(200, shape(of: closed))
    }

    private func sendLink(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(RightsRequestID.self, of: .request)
        let asked = try await asking(about: "request \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.sendProofLink(for: id, as: request.principal)
        }
        return APICoding.response(202, shape(of: asked))
    }

    private func requests(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let query = try request.query(["state", "limit"])
        let state = query["state"] ?? "open"
        guard ["open", "all"].contains(state) else { throw .invalid("state", "open or all") }
        guard let limit = Int(query["limit"] ?? "\(Desk.Limits.pageLength)") else {
            throw .invalid("limit", "a number from 1 to \(Desk.Limits.pageLengthMaximum)")
        }
        let found = try await asking(about: "the register of requests") { () async throws(DeskRefusal) in
            try await desk.requests(includingClosed: state == "all", limit: limit, as: request.principal)
        }
        return APICoding.response(200, APIRightsRequests(requests: found.map { shape(of: $0) }))
    }

    private func showRequest(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(RightsRequestID.self, of: .request)
        let found = try await asking(about: "request \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.request(id, as: request.principal)
        }
        return APICoding.response(200, shape(of: found))
    }

    private func openRequest(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(RightsRequestBody.self)
        guard let channel = RightsRequest.Channel(rawValue: body.channel) else {
            throw .invalid("channel", RightsRequest.Channel.allCases.map(\.rawValue).joined(separator: ", "))
        }
        var person: PersonID?
        if let text = body.person {
            guard let id = PersonID(hex: text) else { throw .invalid("person", "the id of a person") }
            person = id
        }
        var ticket: TicketNumber?
        if let value = body.ticket {
            guard let number = TicketNumber(value) else { throw .invalid("ticket", "the number of a ticket") }
            ticket = number
        }
        let draft = RightsRequestDraft(
            right: try Self.right(body.right), channel: channel, receivedAt: body.receivedAt, person: person,
            ticket: ticket, mailbox: try Reading.mailboxName(body.mailbox), wording: body.wording,
            contact: body.contact, acknowledges: body.acknowledge)
        let made = try await asking(about: "the new request") { () async throws(DeskRefusal) in
            try await desk.openRequest(draft, as: request.principal)
        }
        return APICoding.response(201, shape(of: made))
    }

    private func shape(of request: RightsRequest) -> APIRightsRequest {
        let zone = ControllerPlace.zone(ofCountry: request.clock.country)
        return APIRightsRequest(request, on: CalendarDay(desk.world.now(), in: zone))
    }

    private static func right(_ text: String?) throws(APIFailure) -> RightsRequest.Right {
        guard let right = text.flatMap({ RightsRequest.Right(rawValue: $0) }) else {
            throw .invalid("right", RightsRequest.Right.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return right
    }

    private static func needed(_ text: String?, _ field: String) throws(APIFailure) -> String {
        guard let text, text.contains(where: { !$0.isWhitespace }), text.utf8.count <= Desk.Limits.wordingBytes else {
            throw .invalid(field, "1–\(Desk.Limits.wordingBytes) bytes")
        }
        return text
    }

    private static func decision(_ body: RightsMoveBody) throws(APIFailure) -> RightsRequest.Decision {
        switch body.decision {
        case "fulfilled": return .fulfilled
        case "partly": return .partly(reasons: try needed(body.reason, "reason"))
        case "refused":
            guard let ground = body.ground.flatMap({ RightsRequest.Ground(rawValue: $0) }) else {
                throw .invalid("ground", RightsRequest.Ground.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return .refused(ground, reasons: try needed(body.reason, "reason"))
        case "not-identified": return .notIdentified
        case "withdrawn": return .withdrawn
        case "not-a-request": return .notARequest(reasons: try needed(body.reason, "reason"))
        default:
            throw .invalid("decision", "fulfilled, partly, refused, not-identified, withdrawn or not-a-request")
        }
    }
}
