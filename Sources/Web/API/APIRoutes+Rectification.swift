import Desk
import Mail

/// Correcting (Art. 16), and whom it was told to (Art. 19).
extension APIRoutes {
    var rectificationRoutes: [Route] {
        [
            route("POST", "/people/{id}/rectify") { (request) async throws(APIFailure) in try await rectify(request) },
            route("GET", "/people/{id}/recipients") { (request) async throws(APIFailure) in
                let id = try request.identifier(PersonID.self, of: .person)
                let found = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
                    try await desk.recipientNotices(of: id, as: request.principal)
                }
                return APICoding.response(200, APIRecipientNotices(notices: found.map { APIRecipientNotice($0) }))
            },
        ]
    }

    private func rectify(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let body = try request.body(RectificationBody.self)
        if let statement = body.statement {
            guard body.name == nil, body.address == nil else {
                throw .invalid("statement", "a statement alone, or a name and an address")
            }
            try await state(statement, for: id, untold: body.untold, request)
        } else {
            var address: EmailAddress?
            if let text = body.address {
                guard let read = EmailAddress(text) else { throw .invalid("address", "an address like a@b.example") }
                address = read
            }
            let rectification = Rectification(name: body.name, address: address)
            _ = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
                try await desk.rectify(id, by: rectification, untold: body.untold, as: request.principal)
            }
        }
        let notices = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.recipientNotices(of: id, as: request.principal)
        }
        return APICoding.response(200, APIRecipientNotices(notices: notices.map { APIRecipientNotice($0) }))
    }

    private func state(
        _ statement: RectificationBody.Statement, for person: PersonID, untold: String?, _ request: APIRequest
    ) async throws(APIFailure) {
        guard let number = TicketNumber(statement.ticket) else { throw .invalid("ticket", "the number of a ticket") }
        guard let message = TicketMessageID(hex: statement.message) else {
            throw .invalid("message", "the id of a message")
        }
        _ = try await asking(about: "message \(message.hex)") { () async throws(DeskRefusal) in
            try await desk.addStatement(
                statement.text, about: message, of: number, for: person, untold: untold, as: request.principal)
        }
    }
}
