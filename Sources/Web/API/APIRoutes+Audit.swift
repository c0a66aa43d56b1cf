import Desk

/// The audit log, for reading. Nothing here writes to it.
extension APIRoutes {
    var auditRoutes: [Route] {
        [
            route("GET", "/audit") { (request) async throws(APIFailure) in try await audit(request) },
            route("GET", "/audit/verification") { (request) async throws(APIFailure) in
                try await verification(request)
            },
        ]
    }

    private func verification(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let texts = try request.query(["anchor"])["anchor"]?.split(separator: ",", omittingEmptySubsequences: false)
        let anchors = (texts ?? []).map { AuditHead(text: String($0)) }
        guard anchors.count <= Desk.Limits.anchorsGiven, !anchors.contains(nil) else {
            throw .invalid("anchor", "up to \(Desk.Limits.anchorsGiven) of NUMBER:HASH, separated by commas")
        }
        let given = anchors.compactMap { $0 }
        let verdict = try await asking(about: "the audit log") { () async throws(DeskRefusal) in
            try await desk.auditVerdict(against: given, as: request.principal)
        }
        return APICoding.response(200, APIAuditVerification(verdict))
    }

    private func audit(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let query = try request.query(["after", "limit"])
        guard let after = Int64(query["after"] ?? "0") else { throw .invalid("after", "the number of an entry") }
        guard let limit = Int(query["limit"] ?? "\(Desk.Limits.pageLength)") else {
            throw .invalid("limit", "a number from 1 to \(Desk.Limits.pageLengthMaximum)")
        }
        let records = try await asking(about: "the audit log") { () async throws(DeskRefusal) in
            try await desk.audit(after: after, limit: limit, as: request.principal)
        }
        return APICoding.response(200, APIAudit(records, isWhole: records.count < limit))
    }
}
