import Desk

/// What makes an agent's day easier: taking an answer back, drafts, putting a ticket off.
extension APIRoutes {
    var comfortRoutes: [Route] {
        [
            route("POST", "/tickets/{number}/undo") { (request) async throws(APIFailure) in try await undo(request) },
            route("GET", "/tickets/{number}/draft") { (request) async throws(APIFailure) in
                try await showDraft(request)
            },
            route("PUT", "/tickets/{number}/draft", bodyLimit: Limits.draftBytes) {
                (request) async throws(APIFailure) in try await saveDraft(request)
            },
            route("DELETE", "/tickets/{number}/draft") { (request) async throws(APIFailure) in
                try await removeDraft(request)
            },
            route("PUT", "/tickets/{number}/snooze") { (request) async throws(APIFailure) in
                try await snooze(request)
            },
            route("DELETE", "/tickets/{number}/snooze") { (request) async throws(APIFailure) in
                try await wake(request)
            },
        ]
    }

    private func undo(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let taken = try await asking(about: "ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.takeBackAnswer(to: number, as: request.principal)
        }
        return APICoding.response(200, APIUndo(taken))
    }

    private func showDraft(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let view = try await asking(about: "your draft on ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.draft(on: number, as: request.principal)
        }
        return APICoding.response(200, APIDraft(view))
    }

    private func saveDraft(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let body = try request.body(TextBody.self)
        let view = try await asking(about: "your draft on ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.saveDraft(body.text, on: number, as: request.principal)
        }
        return APICoding.response(200, APIDraft(view))
    }

    private func removeDraft(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        try await asking(about: "your draft on ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.removeDraft(on: number, as: request.principal)
        }
        return WebResponse(status: 204)
    }

    private func snooze(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let body = try request.body(SnoozeBody.self)
        let ticket = try await asking(about: "ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.snooze(number, until: body.until, as: request.principal)
        }
        return APICoding.response(200, APITicket(ticket)).with("ETag", "\"\(ticket.version)\"")
    }

    private func wake(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let number = try request.ticketNumber()
        let ticket = try await asking(about: "ticket \(number.value)") { () async throws(DeskRefusal) in
            try await desk.wake(number, as: request.principal)
        }
        return APICoding.response(200, APITicket(ticket)).with("ETag", "\"\(ticket.version)\"")
    }
}
