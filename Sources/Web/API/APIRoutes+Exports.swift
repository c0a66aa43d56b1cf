import Desk

/// Copies for people (Art. 15, 20): asking for one, and fetching it.
extension APIRoutes {
    var exportRoutes: [Route] {
        [
            route("POST", "/people/{id}/export") { (request) async throws(APIFailure) in
                try await prepareExport(request)
            },
            route("GET", "/people/{id}/export") { (request) async throws(APIFailure) in
                try await newestExport(request)
            },
            route("GET", "/exports") { (request) async throws(APIFailure) in try await exports(request) },
            route("GET", "/exports/{id}") { (request) async throws(APIFailure) in
                let id = try request.identifier(ExportID.self, of: .export)
                let export = try await asking(about: "export \(id.hex)") { () async throws(DeskRefusal) in
                    try await desk.export(id, as: request.principal)
                }
                return APICoding.response(200, APIExport(export))
            },
            route("GET", "/exports/{id}/content") { (request) async throws(APIFailure) in
                try await content(of: request.identifier(ExportID.self, of: .export), request)
            },
            route("PUT", "/exports/{id}/request") { (request) async throws(APIFailure) in
                try await nameExport(request)
            },
            route("DELETE", "/exports/{id}") { (request) async throws(APIFailure) in
                let id = try request.identifier(ExportID.self, of: .export)
                try await asking(about: "export \(id.hex)") { () async throws(DeskRefusal) in
                    try await desk.withdrawExport(id, as: request.principal)
                }
                return WebResponse(status: 204)
            },
        ]
    }

    private func prepareExport(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let body = try request.body(ExportBody.self)
        let kind = try Self.kind(body.kind)
        if let text = body.request {
            guard body.verified == nil, let register = RightsRequestID(hex: text) else {
                throw .invalid("request", "the id of a request, without “verified”: the request says how")
            }
            let export = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
                try await desk.prepareExport(
                    of: id, kind, onRequest: register, authority: body.authority, as: request.principal)
            }
            return APICoding.response(202, APIExport(export))
        }
        guard let verified = body.verified else {
            throw .invalid(
                "verified", "how and by whom the identity was checked, or a request; nothing leaves without")
        }
        guard let how = ErasureVerification.How(rawValue: verified.how) else {
            let words = ErasureVerification.How.allCases.map(\.rawValue).sorted()
            throw .invalid("verified.how", "one of \(words.joined(separator: ", "))")
        }
        let verification = ErasureVerification(how: how, by: verified.by, authority: body.authority)
        let export = try await asking(about: "person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.prepareExport(of: id, kind, verified: verification, as: request.principal)
        }
        return APICoding.response(202, APIExport(export))
    }

    private func newestExport(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(PersonID.self, of: .person)
        let kind = try Self.kind(request.query(["kind"])["kind"])
        let export = try await asking(about: "an export of person \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.readyExport(of: id, kind, as: request.principal)
        }
        return try await content(of: export.id, request)
    }

    private func exports(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        _ = try request.query([])
        let exports = try await asking(about: "the exports") { () async throws(DeskRefusal) in
            try await desk.exports(limit: Desk.Limits.pageLengthMaximum, as: request.principal)
        }
        return APICoding.response(200, APIExports(exports: exports.map { APIExport($0) }))
    }

    /// The archive, or the part that was asked for.
    private func content(of id: ExportID, _ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let export = try await asking(about: "the content of export \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.openExport(id, as: request.principal)
        }
        guard let contents = export.contents else {
            throw .refused(.notFound(.export), thing: "the content of export \(id.hex)")
        }
        return ExportDownload(desk: desk, export: export, length: contents.bytes)
            .response(range: request.request.header("range"))
    }

    private func nameExport(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let id = try request.identifier(ExportID.self, of: .export)
        let body = try request.body(ExportRequestBody.self)
        guard let register = RightsRequestID(hex: body.request) else {
            throw .invalid("request", "the id of a request")
        }
        let export = try await asking(about: "export \(id.hex)") { () async throws(DeskRefusal) in
            try await desk.nameExport(id, asAnswerTo: register, as: request.principal)
        }
        return APICoding.response(200, APIExport(export))
    }

    private static func kind(_ text: String?) throws(APIFailure) -> Export.Kind {
        guard let text else { return .access }
        guard let kind = Export.Kind(rawValue: text) else {
            throw .invalid("kind", Export.Kind.allCases.map(\.rawValue).joined(separator: " or "))
        }
        return kind
    }
}
