import Desk

/// Signing mailboxes in at their providers. On the admin socket only: what passes here opens a mailbox.
extension APIRoutes {
    var signInRoutes: [Route] {
        [
            route("GET", "/mailboxes/{name}/login", on: [.adminSocket]) { (request) async throws(APIFailure) in
                try await ask(request) { (mailbox) async throws(DeskRefusal) in
                    try await desk.signIn(of: mailbox, as: request.principal)
                }
            },
            route("POST", "/mailboxes/{name}/login", on: [.adminSocket]) { (request) async throws(APIFailure) in
                let body = try request.body(SignInBody.self)
                let port = body.redirectPort.map { UInt16(exactly: $0) ?? 0 }
                guard port != 0 else { throw .invalid("redirectPort", "a number from 1 to 65535") }
                return try await ask(request) { (mailbox) async throws(DeskRefusal) in
                    try await desk.beginSignIn(of: mailbox, redirectPort: port, as: request.principal)
                }
            },
            route("POST", "/mailboxes/{name}/login/answer", on: [.adminSocket]) { (request) async throws(APIFailure) in
                let body = try request.body(SignInAnswerBody.self)
                return try await ask(request) { (mailbox) async throws(DeskRefusal) in
                    try await desk.finishSignIn(
                        of: mailbox, code: body.code, state: body.state, as: request.principal)
                }
            },
            route("DELETE", "/mailboxes/{name}/login", on: [.adminSocket]) { (request) async throws(APIFailure) in
                let mailbox = try name(request)
                try await asking(about: "the sign-in of \(mailbox.value)") { () async throws(DeskRefusal) in
                    try await desk.signOut(of: mailbox, as: request.principal)
                }
                return WebResponse(status: 204)
            },
        ]
    }

    private func ask(
        _ request: APIRequest, _ verb: (MailboxName) async throws(DeskRefusal) -> SignInStatus
    ) async throws(APIFailure) -> WebResponse {
        let mailbox = try name(request)
        let status = try await asking(about: "mailbox \(mailbox.value)") { () async throws(DeskRefusal) in
            try await verb(mailbox)
        }
        return APICoding.response(200, APISignIn(status, of: mailbox))
    }

    private func name(_ request: APIRequest) throws(APIFailure) -> MailboxName {
        guard let name = MailboxName(request.request.parameters["name"] ?? "") else {
            throw .refused(.notFound(.mailbox), thing: "such a mailbox")
        }
        return name
    }
}
