import Desk
import Mail

/// The staff: list, add, change, reset, disable.
extension APIRoutes {
    var agentRoutes: [Route] {
        [
            route("GET", "/agents") { (request) async throws(APIFailure) in
                _ = try request.query([])
                let agents = try await asking(about: "the list of agents") { () async throws(DeskRefusal) in
                    try await desk.agents(as: request.principal)
                }
                return APICoding.response(200, APIAgents(agents: agents.map { APIAgent($0) }))
            },
            route("POST", "/agents") { (request) async throws(APIFailure) in try await addAgent(request) },
            route("PATCH", "/agents/{id}") { (request) async throws(APIFailure) in try await changeAgent(request) },
            route("POST", "/agents/{id}/reset") { (request) async throws(APIFailure) in try await resetAgent(request) },
            route("POST", "/agents/{id}/disable") { (request) async throws(APIFailure) in
                try await disableAgent(request)
            },
        ]
    }

    private func addAgent(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(AgentBody.self)
        guard let address = EmailAddress(body.email) else { throw .invalid("email", "an address like a@b.example") }
        let draft = AgentDraft(
            name: body.name, address: address, role: try Self.role(body.role),
            mailboxes: try Reading.mailboxNames(body.mailboxes), unixUser: body.unixUser)
        let agent = try await asking(about: "the agent") { () async throws(DeskRefusal) in
            try await desk.addAgent(draft, as: request.principal)
        }
        return APICoding.response(201, APIAgent(agent))
    }

    private func changeAgent(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(AgentID.self, of: .agent)
        let body = try request.body(AgentPatchBody.self)
        var changes = AgentChanges(unixUser: body.unixUser)
        if let role = body.role { changes.role = try Self.role(role) }
        if let mailboxes = body.mailboxes { changes.mailboxes = .some(try Reading.mailboxNames(mailboxes)) }
        let agreed = changes
        let agent = try await asking(about: "agent \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.changeAgent(id, to: agreed, as: request.principal)
        }
        return APICoding.response(200, APIAgent(agent))
    }

    private func resetAgent(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(AgentID.self, of: .agent)
        let body = request.hasBody ? try request.body(AgentResetBody.self) : AgentResetBody()
        let reset = try await asking(about: "agent \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.resetAgent(id, password: body.password, as: request.principal)
        }
        return APICoding.response(200, APIAgentReset(reset))
    }

    private func disableAgent(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(AgentID.self, of: .agent)
        let body = request.hasBody ? try request.body(AgentLeavingBody.self) : AgentLeavingBody()
        let successor = body.successor.flatMap { AgentID(hex: $0) }
        guard body.successor == nil || successor != nil else { throw .invalid("successor", "the id of an agent") }
        let offboarding = try await asking(about: "agent \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.disableAgent(id, successor: successor, as: request.principal)
        }
        return APICoding.response(200, APIOffboarding(offboarding))
    }

    private static func role(_ text: String) throws(APIFailure) -> AgentRole {
        guard let role = AgentRole(rawValue: text) else {
            throw .invalid("role", AgentRole.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return role
    }
}
