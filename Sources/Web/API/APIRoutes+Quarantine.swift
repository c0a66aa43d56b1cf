import Desk

/// Mails that could not be read.
extension APIRoutes {
    var quarantineRoutes: [Route] {
        [
            route("GET", "/quarantine") { (request) async throws(APIFailure) in try await quarantine(request) },
            route("GET", "/quarantine/{id}") { (request) async throws(APIFailure) in
                try await lookAtQuarantined(request)
            },
            route("DELETE", "/quarantine/{id}") { (request) async throws(APIFailure) in
                try await deleteQuarantined(request)
            },
            route("POST", "/quarantine/{id}/release") { (request) async throws(APIFailure) in
                try await releaseQuarantined(request)
            },
        ]
    }

    private func quarantine(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let mails = try await asking(about: "the quarantine") { () async throws(DeskRefusal) in
            try await desk.quarantine(as: request.principal)
        }
        return APICoding.response(200, APIQuarantine(quarantine: mails.map { APIQuarantine.Mail($0) }))
    }

    private func lookAtQuarantined(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(TicketMessageID.self, of: .quarantine)
        let view = try await asking(about: "mail \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.lookAtQuarantined(id, as: request.principal)
        }
        return APICoding.response(200, APIQuarantineLook(view))
    }

    private func releaseQuarantined(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(TicketMessageID.self, of: .quarantine)
        let number = try await asking(about: "mail \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.releaseQuarantined(id, as: request.principal)
        }
        return APICoding.response(200, APIReleased(ticket: number.value))
    }

    private func deleteQuarantined(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(TicketMessageID.self, of: .quarantine)
        try await asking(about: "mail \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.deleteQuarantined(id, as: request.principal)
        }
        return WebResponse(status: 204)
    }
}
