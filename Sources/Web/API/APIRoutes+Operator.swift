import Desk

/// What the operator asks: status, mailboxes, tokens, backups.
extension APIRoutes {
    var operatorRoutes: [Route] {
        [
            route("GET", "/status") { (request) async throws(APIFailure) in
                APICoding.response(200, APIStatus(try await status(request)))
            },
            route("GET", "/mailboxes") { (request) async throws(APIFailure) in
                let lines = try await status(request).mailboxes.map { APIMailbox($0) }
                return APICoding.response(200, APIMailboxes(mailboxes: lines))
            },
            route("GET", "/tokens") { (request) async throws(APIFailure) in try await tokens(request) },
            route("POST", "/tokens") { (request) async throws(APIFailure) in try await addToken(request) },
            route("DELETE", "/tokens/{id}") { (request) async throws(APIFailure) in try await revokeToken(request) },
            route("POST", "/backups", on: [.adminSocket]) { (request) async throws(APIFailure) in
                try await backUp(request)
            },
        ]
    }

    private func status(_ request: APIRequest) async throws(APIFailure) -> DeskStatus {
        _ = try request.query([])
        return try await asking(about: "the status") { () async throws(DeskRefusal) in
            try await desk.status(as: request.principal)
        }
    }

    private func tokens(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let records = try await asking(about: "the list of tokens") { () async throws(DeskRefusal) in
            try await desk.tokens(as: request.principal)
        }
        return APICoding.response(200, APITokens(tokens: records.map { APIToken($0) }))
    }

    private func addToken(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(TokenBody.self)
        var scopes: Set<Scope> = []
        for text in body.scopes {
            guard let scope = Scope(rawValue: text) else {
                throw .invalid("scopes", "some of \(Scope.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            scopes.insert(scope)
        }
        let lifetime = body.lifetime ?? Limits.tokenLifetime
        guard (1...Limits.tokenLifetimeMaximum).contains(lifetime) else {
            throw .invalid("lifetime", "1–\(Limits.tokenLifetimeMaximum) seconds")
        }
        let (label, granted, mailboxes) = (body.label, scopes, try Reading.mailboxNames(body.mailboxes))
        let (record, secret) = try await asking(about: "the token") { () async throws(DeskRefusal) in
            try await desk.addToken(
                label: label, scopes: granted, mailboxes: mailboxes, lifetime: .seconds(lifetime),
                as: request.principal)
        }
        return APICoding.response(201, APIToken(record, secret: secret))
    }

    private func revokeToken(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(AccessTokenID.self, of: .token)
        try await asking(about: "token \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.revokeToken(id, as: request.principal)
        }
        return WebResponse(status: 204)
    }

    private func backUp(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(BackupBody.self)
        guard let set = BackupSet(rawValue: body.set) else {
            throw .invalid("set", BackupSet.allCases.map(\.rawValue).joined(separator: " or "))
        }
        guard body.directory.hasPrefix("/"), body.directory.utf8.count < Limits.pathBytes, body.directory.isOneLine
        else { throw .invalid("directory", "an absolute path") }
        let record = try await asking(about: "the backup of \(set.rawValue)") { () async throws(DeskRefusal) in
            try await desk.backUp(set, to: body.directory, as: request.principal)
        }
        return APICoding.response(201, APIBackup(record))
    }
}
