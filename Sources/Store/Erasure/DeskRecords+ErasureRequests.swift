internal import Desk
internal import Foundation

/// The requests that an erasure carries out: named while it is known whose they are, closed when it is done.
extension DeskRecords {
    /// Before the person's rows go. What was asked by another way waits for whoever took it down.
    func nameRequests(of person: PersonID, carriedOutBy erasure: ErasureID) throws(StoreFailure) {
        try session.run(
            """
            UPDATE rights_request SET erasure = ?
            WHERE person = ? AND asked = ? AND channel = ? AND proof IS NOT NULL AND state <> ?
            """,
            [
                .id(erasure.object), .id(person.object), .text(RightsRequest.Right.erasure.rawValue),
                .text(RightsRequest.Channel.portal.rawValue), .text(RightsRequest.State.closed.rawValue),
            ])
    }

    /// Only what is whole is done: with copies or bytes left somebody has to look.
    func closeRequests(carriedOutBy erasure: ErasureID, isTold: Bool, now: Date) throws(StoreFailure) {
        let requests = try session.all(
            "SELECT id FROM rights_request WHERE erasure = ? AND state <> ? ORDER BY id",
            [.id(erasure.object), .text(RightsRequest.State.closed.rawValue)]
        ) { row throws(StoreFailure) in RightsRequestID(try row.id(0)) }
        let decision = RightsRequest.Decision.fulfilled
        for request in requests {
            try session.run(
                """
                UPDATE rights_request SET state = ?, decision = ?, decided_at = ?, answered_at = ?, suspended_on = NULL,
                    version = version + 1
                WHERE id = ?
                """,
                [
                    .text(RightsRequest.State.closed.rawValue), .text(decision.word), .integer(Moment.minute(now)),
                    .integer(isTold ? Moment.minute(now) : nil), .id(request.object),
                ])
            try AuditLog(self).append(
                .requestMoved(request, decision.word), by: Principal.daemon.auditName, at: Moment.milliseconds(now))
        }
    }
}
