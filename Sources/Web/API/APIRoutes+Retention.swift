import Desk

/// Deleting what has been kept long enough: how it stands, a dry run, an approval.
extension APIRoutes {
    var retentionRoutes: [Route] {
        [
            route("GET", "/retention") { (request) async throws(APIFailure) in try await retention(request) },
            route("POST", "/retention/run") { (request) async throws(APIFailure) in try await runRetention(request) },
            route("POST", "/retention/clock") { (request) async throws(APIFailure) in
                let isConfirmed = try await asking(about: "the clock") { () async throws(DeskRefusal) in
                    try await desk.confirmRetentionClock(as: request.principal)
                }
                return APICoding.response(200, APIClockConfirmation(wasPaused: isConfirmed))
            },
            route("POST", "/retention/{mailbox}/approve") { (request) async throws(APIFailure) in
                guard let mailbox = MailboxName(request.request.parameters["mailbox"] ?? "") else {
                    throw .refused(.notFound(.mailbox), thing: "such a mailbox")
                }
                let record = try await asking(about: "mailbox \(mailbox.value)") { () async throws(DeskRefusal) in
                    try await desk.approveRetention(of: mailbox, as: request.principal)
                }
                let terms = desk.settings.value.mailbox(named: mailbox)?.terms
                return APICoding.response(202, APIRetentionLine(record, terms: terms))
            },
        ]
    }

    private func retention(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        _ = try request.query([])
        let status = try await asking(about: "retention") { () async throws(DeskRefusal) in
            try await desk.retention(as: request.principal)
        }
        return APICoding.response(200, APIRetention(status))
    }

    private func runRetention(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(RetentionRunBody.self)
        let mailbox = try Reading.mailboxName(body.mailbox)
        guard body.dryRun else {
            try await asking(about: "retention") { () async throws(DeskRefusal) in
                try await desk.runRetention(of: mailbox, as: request.principal)
            }
            return WebResponse(status: 202)
        }
        let plans = try await asking(about: "retention") { () async throws(DeskRefusal) in
            try await desk.retentionDryRun(of: mailbox, as: request.principal)
        }
        return APICoding.response(200, APIRetentionDryRun(plans))
    }
}
