import Desk

/// Canned replies and signatures.
extension APIRoutes {
    var wordingRoutes: [Route] {
        [
            route("GET", "/canned-replies") { (request) async throws(APIFailure) in
                let list = try await wordings(.reply, request)
                return APICoding.response(200, APICannedReplies(replies: list))
            },
            route("POST", "/canned-replies") { (request) async throws(APIFailure) in
                try await saveWording(.reply, request)
            },
            route("DELETE", "/canned-replies/{id}") { (request) async throws(APIFailure) in
                try await removeWording(.reply, request)
            },
            route("GET", "/signatures") { (request) async throws(APIFailure) in
                let list = try await wordings(.signature, request)
                return APICoding.response(200, APISignatures(signatures: list))
            },
            route("POST", "/signatures") { (request) async throws(APIFailure) in
                try await saveWording(.signature, request)
            },
            route("DELETE", "/signatures/{id}") { (request) async throws(APIFailure) in
                try await removeWording(.signature, request)
            },
        ]
    }

    private func wordings(_ kind: Wording.Kind, _ request: APIRequest) async throws(APIFailure) -> [APIWording] {
        _ = try request.query([])
        return try await asking(about: kind.list) { () async throws(DeskRefusal) in
            try await desk.wordings(kind, as: request.principal)
        }.map { APIWording($0) }
    }

    private func saveWording(_ kind: Wording.Kind, _ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(WordingBody.self)
        let name: ShortName
        switch kind {
        case .reply:
            guard let given = body.name.flatMap(ShortName.init) else { throw .invalid("name", ShortName.expected) }
            name = given
        case .signature:
            // There is one for each mailbox, so it needs no name to tell it from others.
            guard body.name == nil, let only = ShortName("signature") else {
                throw .invalid("name", "no name: a mailbox has one signature")
            }
            name = only
        }
        let mailbox = try Reading.mailboxName(body.mailbox)
        let wording = try await asking(about: kind.thing) { () async throws(DeskRefusal) in
            try await desk.saveWording(kind, named: name, for: mailbox, text: body.text, as: request.principal)
        }
        return APICoding.response(201, APIWording(wording))
    }

    private func removeWording(_ kind: Wording.Kind, _ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(WordingID.self, of: .wording)
        try await asking(about: kind.thing) { () async throws(DeskRefusal) in
            try await desk.removeWording(id, of: kind, as: request.principal)
        }
        return WebResponse(status: 204)
    }
}

extension Wording.Kind {
    fileprivate var thing: String {
        switch self {
        case .reply: "the canned reply"
        case .signature: "the signature"
        }
    }

    fileprivate var list: String {
        switch self {
        case .reply: "the list of canned replies"
        case .signature: "the list of signatures"
        }
    }
}
