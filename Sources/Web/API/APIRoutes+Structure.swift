import Desk
import Mail

/// The shape of tickets: merge, split, admit a held message, participants.
extension APIRoutes {
    var structureRoutes: [Route] {
        [
            route("POST", "/tickets/{number}/merge") { (request) async throws(APIFailure) in try await merge(request) },
            route("POST", "/tickets/{number}/split") { (request) async throws(APIFailure) in try await split(request) },
            route("POST", "/tickets/{number}/messages/{id}/admit") { (request) async throws(APIFailure) in
                try await admit(request)
            },
            route("POST", "/tickets/{number}/participants") { (request) async throws(APIFailure) in
                try await addParticipant(request)
            },
            route("DELETE", "/tickets/{number}/participants/{id}") { (request) async throws(APIFailure) in
                try await removeParticipant(request)
            },
        ]
    }

    private func merge(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        guard let target = TicketNumber(try request.body(MergeBody.self).into) else {
            throw .invalid("into", "the number of a ticket")
        }
        let version = try request.ifVersion()
        let ticket = try await asking(about: "ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.merge(number, into: target, ifVersion: version, as: request.principal)
        }
        return APICoding.response(200, APITicket(ticket)).with("ETag", "\"\(ticket.version)\"")
    }

    private func split(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let body = try request.body(SplitBody.self)
        var messages: [TicketMessageID] = []
        for (index, text) in body.messages.enumerated() {
            guard let id = TicketMessageID(hex: text) else {
                throw .invalid("messages[\(index)]", "the id of a message")
            }
            messages.append(id)
        }
        let (version, chosen) = (try request.ifVersion(), messages)
        let ticket = try await asking(about: "ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.split(
                chosen, from: number, subject: body.subject, ifVersion: version, as: request.principal)
        }
        return APICoding.response(201, APITicket(ticket)).with("ETag", "\"\(ticket.version)\"")
    }

    private func admit(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let id = try request.identifier(TicketMessageID.self, of: .message)
        let ticket = try await asking(about: "message \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.admit(id, to: number, as: request.principal)
        }
        return APICoding.response(200, APITicket(ticket)).with("ETag", "\"\(ticket.version)\"")
    }

    private func addParticipant(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        guard let address = EmailAddress(try request.body(AddressBody.self).address) else {
            throw .invalid("address", "an address like a@b.example")
        }
        let participants = try await asking(about: "ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.addParticipant(address, to: number, as: request.principal)
        }
        return APICoding.response(200, APIParticipants(participants))
    }

    private func removeParticipant(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let id = try request.identifier(PersonID.self, of: .person)
        let participants = try await asking(about: "participant \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.removeParticipant(id, from: number, as: request.principal)
        }
        return APICoding.response(200, APIParticipants(participants))
    }
}
