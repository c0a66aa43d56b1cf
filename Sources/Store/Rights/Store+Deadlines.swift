package import Desk

/// The legal clocks of open requests, and of what staff were reminded.
extension Store {
    package func rightsDeadlines(limit: Int) async throws(StoreFailure) -> [RightsDeadline] {
        try await engine.read { session throws(StoreFailure) in try Self.deadlines(session, limit: limit) }
    }

    package func noteReminded(
        _ urgency: RightsRequestUrgency, of requests: [RightsRequestID]
    ) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            for request in requests {
                try session.run(
                    "UPDATE rights_request SET reminded = ? WHERE id = ?",
                    [.text(urgency.rawValue), .id(request.object)])
            }
        }
    }

    /// Open ones, the nearest first. Nothing is opened: a clock names nobody.
    static func deadlines(_ session: any SQLSession, limit: Int) throws(StoreFailure) -> [RightsDeadline] {
        try session.all(
            """
            SELECT id, received_on, country, is_extended, suspended_days, state, reminded FROM rights_request
            WHERE state <> 'closed' ORDER BY target_on, id LIMIT ?
            """, [.integer(limit)]
        ) { row throws(StoreFailure) in
            RightsDeadline(
                id: RightsRequestID(try row.id(0)),
                clock: LegalClock(
                    receivedOn: CalendarDay(number: Int(clamping: row.integer(1))), isExtended: row.flag(3),
                    suspendedDays: Int(clamping: row.integer(4)), country: row.text(2)),
                isSuspended: row.text(5) == RightsRequest.State.suspended.rawValue,
                reminded: row.textIfAny(6).flatMap { RightsRequestUrgency(rawValue: $0) })
        }
    }
}
