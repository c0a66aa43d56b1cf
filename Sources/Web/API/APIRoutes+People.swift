import Desk
import Mail

/// People: look up, show, unsubscribe and resubscribe on what they said elsewhere.
extension APIRoutes {
    var peopleRoutes: [Route] {
        [
            route("POST", "/people/lookup") { (request) async throws(APIFailure) in try await lookUp(request) },
            route("GET", "/people/{id}") { (request) async throws(APIFailure) in try await showPerson(request) },
            route("POST", "/people/{id}/unsubscribe") { (request) async throws(APIFailure) in
                try await unsubscribe(request)
            },
            route("POST", "/people/{id}/resubscribe") { (request) async throws(APIFailure) in
                try await resubscribe(request)
            },
        ]
    }

    private func lookUp(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(AddressBody.self)
        guard let address = EmailAddress(body.address) else {
            throw .invalid("address", "an address like a@b.example")
        }
        let people = try await asking(about: "the look-up") { () async throws(DeskRefusal) in
            try await desk.people(withAddress: address, as: request.principal)
        }
        return APICoding.response(200, APIPeople(people: people.map { APIPerson($0) }))
    }

    private func showPerson(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let person = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.person(id, as: request.principal)
        }
        return APICoding.response(200, APIPerson(person))
    }

    private func unsubscribe(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let body = request.hasBody ? try request.body(UnsubscribeBody.self) : UnsubscribeBody()
        let group = try known(body.group)
        try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.unsubscribe(person: id, in: group, as: request.principal)
        }
        return WebResponse(status: 204)
    }

    private func resubscribe(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let body = try request.body(ResubscribeBody.self)
        let group = try known(body.group)
        let isDone = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.resubscribe(person: id, in: group, evidence: body.evidence, as: request.principal)
        }
        // 202: the person is sent a link, and nothing has changed yet.
        return WebResponse(status: isDone ? 204 : 202)
    }

    /// A misspelt group would record a wish that nothing looks at.
    private func known(_ group: String) throws(APIFailure) -> String {
        let groups = Set(desk.settings.value.mailboxes.map(\.suppressionGroup))
        guard groups.contains(group) else {
            throw .invalid(
                "group", "a suppression_group of the configuration: \(groups.sorted().joined(separator: ", "))")
        }
        return group
    }
}
