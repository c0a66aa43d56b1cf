import Desk

/// The impact assessment of Art. 35.
extension APIRoutes {
    var impactRoutes: [Route] {
        [
            route("GET", "/dpia") { (request) async throws(APIFailure) in
                _ = try request.query([])
                let impact = try await asking(about: "the impact assessment") { () async throws(DeskRefusal) in
                    try await desk.impact(as: request.principal)
                }
                return APICoding.response(200, APIImpact(impact))
            },
            route("POST", "/dpia") { (request) async throws(APIFailure) in
                let screening = try request.body(ImpactBody.self).screening()
                let impact = try await asking(about: "the impact assessment") { () async throws(DeskRefusal) in
                    try await desk.screenImpact(screening, as: request.principal)
                }
                return APICoding.response(201, APIImpact(impact))
            },
            route("POST", "/dpia/assessment") { (request) async throws(APIFailure) in
                let body = try request.body(ImpactAssessmentBody.self)
                let impact = try await asking(about: "the impact assessment") { () async throws(DeskRefusal) in
                    try await desk.recordImpact(body.assessment, as: request.principal)
                }
                return APICoding.response(201, APIImpact(impact))
            },
            route("GET", "/dpia/draft") { (request) async throws(APIFailure) in
                let format = try request.query(["format"])["format"] ?? "json"
                guard ["json", "text", "html"].contains(format) else { throw .invalid("format", "json, text or html") }
                let draft = try await asking(about: "the draft") { () async throws(DeskRefusal) in
                    try await desk.impactDraft(as: request.principal)
                }
                switch format {
                case "text": return .text(200, draft.text)
                case "html": return .html(200, Pages().impact(draft))
                default: return APICoding.response(200, APIImpactDraft(draft))
                }
            },
        ]
    }
}
