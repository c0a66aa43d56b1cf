package import Desk
package import Foundation

/// The book of alarms on disk, and what an alarm can be about.
extension Store {
    package func alarms() async throws(StoreFailure) -> [Alarm] {
        try await engine.read { session throws(StoreFailure) in
            let found = try session.all(
                "SELECT kind, mailbox, since, gone_at, told_at, tried_at, is_unmailed FROM alarm", []
            ) { row throws(StoreFailure) -> Alarm? in
                // A kind of a version that is gone stands for nothing any more.
                guard let kind = AlarmKind(rawValue: row.text(0)) else { return nil }
                return Alarm(
                    key: AlarmKey(kind, of: MailboxName(row.text(1))), since: Moment.date(row.integer(2)),
                    goneAt: row.integerIfAny(3).map(Moment.date), toldAt: row.integerIfAny(4).map(Moment.date),
                    triedAt: row.integerIfAny(5).map(Moment.date), isUnmailed: row.flag(6))
            }
            return found.compactMap { $0 }.sorted { $0.key < $1.key }
        }
    }

    package func keep(_ alarms: [Alarm]) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            try session.run("DELETE FROM alarm")
            for alarm in alarms {
                try session.run(
                    """
                    INSERT INTO alarm (kind, mailbox, since, gone_at, told_at, tried_at, is_unmailed)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        .text(alarm.key.kind.rawValue), .text(alarm.key.mailbox?.value ?? ""),
                        .integer(Moment.milliseconds(alarm.since)), .integer(alarm.goneAt.map(Moment.milliseconds)),
                        .integer(alarm.toldAt.map(Moment.milliseconds)),
                        .integer(alarm.triedAt.map(Moment.milliseconds)), .flag(alarm.isUnmailed),
                    ])
            }
        }
    }

    package func alarmFigures(now: Date) async throws(StoreFailure) -> AlarmFigures {
        try await engine.read { session throws(StoreFailure) in
            var figures = AlarmFigures()
            try session.look(
                "SELECT mailbox, MIN(enqueued_at) FROM outbox WHERE state < 10 GROUP BY mailbox", []
            ) { row throws(StoreFailure) in
                if let mailbox = MailboxName(row.text(0)) {
                    figures.oldestWaiting[mailbox] = Moment.date(row.integer(1))
                }
                return .goOn
            }
            try session.look(
                "SELECT mailbox, COUNT(*) FROM quarantine WHERE looked_at IS NULL GROUP BY mailbox", []
            ) { row throws(StoreFailure) in
                if let mailbox = MailboxName(row.text(0)) { figures.quarantined[mailbox] = Int(row.integer(1)) }
                return .goOn
            }
            try session.look(
                "SELECT kind, MAX(at) FROM backup WHERE is_verified = 1 GROUP BY kind", []
            ) { row throws(StoreFailure) in
                if let set = BackupSet(rawValue: row.text(0)) { figures.lastBackups[set] = Moment.date(row.integer(1)) }
                return .goOn
            }
            figures.laddersClimbed = try CourtesyTotals.laddersClimbed(session, now: Moment.milliseconds(now))
            figures.endingTokens = try Self.endingTokens(session, now: Moment.milliseconds(now))
            figures.disabledWebhooks = try Self.count(
                "SELECT COUNT(*) FROM webhook WHERE is_disabled = 1", [], session)
            try Self.readDuties(into: &figures, session, now: now)
            figures.courtesies = try CourtesyTotals(session, now: Moment.milliseconds(now)).count(toAddressLastDay: 0)
            return figures
        }
    }

    /// What the law wants of the desk: erasures, holds, retention, requests and breaches that wait for somebody.
    private static func readDuties(
        into figures: inout AlarmFigures, _ session: any SQLSession, now: Date
    ) throws(StoreFailure) {
        figures.heldErasures = try Self.count(
            "SELECT COUNT(*) FROM erasure WHERE state = ?", [.text(ErasureState.held.rawValue)], session)
        figures.dueHolds = try Self.count(
            "SELECT COUNT(*) FROM legal_hold WHERE lifted_at IS NULL AND review_on <= ?",
            [.integer(CalendarDay(now, in: .gmt).number)], session)
        try session.look(
            """
            SELECT mailbox, due_tickets + due_stripped FROM retention
            WHERE terms IS NOT NULL AND approved_at IS NULL
            """, []
        ) { row throws(StoreFailure) in
            if let mailbox = MailboxName(row.text(0)) {
                figures.retentionWaiting[mailbox] = Int(clamping: row.integer(1))
            }
            return .goOn
        }
        figures.isRetentionPaused = try DeskMarks.counter(RetentionMarks.paused, session) != nil
        figures.deadlines = try Self.deadlines(session, limit: Desk.Limits.pageLengthMaximum)
        figures.breachClocks = try session.all(
            """
            SELECT aware_at FROM breach WHERE state = 'open' AND is_drill = 0 AND notified_at IS NULL
            AND (risk IS NULL OR risk <> 'none')
            """, []
        ) { row throws(StoreFailure) in Moment.date(row.integer(0)) }
        figures.breachCandidates = try Self.count(
            "SELECT COUNT(*) FROM breach_candidate WHERE decided_at IS NULL", [], session)
        figures.failingChecks = try Self.count(
            "SELECT COUNT(*) FROM compliance_check WHERE outcome = 'fail' AND since > ?",
            [
                .integer(
                    Moment.milliseconds(now.addingTimeInterval(-Desk.Limits.complianceNews.seconds)))
            ], session)
    }

    /// A token in the last fifth of its life, or the last week of a long one, and then a week longer: by then whoever
    /// used it has noticed.
    private static func endingTokens(_ session: any SQLSession, now: Int64) throws(StoreFailure) -> Int {
        let week = Limits.tokenNotice
        return try session.first(
            """
            SELECT COUNT(*) FROM access_token WHERE is_revoked = 0 AND expires_at > ?
            AND expires_at - ? < ? AND (expires_at - ?) * 5 < expires_at - created_at
            """, [.integer(now - week), .integer(now), .integer(week), .integer(now)]
        ) { row throws(StoreFailure) in Int(row.integer(0)) } ?? 0
    }

    private static func count(
        _ sql: String, _ values: [SQLValue], _ session: any SQLSession
    ) throws(StoreFailure) -> Int {
        try session.first(sql, values) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
    }

    package func noticeMutes(_ hashes: [[UInt8]]) async throws(StoreFailure) -> [[UInt8]: Date] {
        try await engine.read { session throws(StoreFailure) in
            var mutes: [[UInt8]: Date] = [:]
            for hash in hashes {
                guard let record = try SuppressionList(session: session).record([hash]),
                    record.scope.contains(.notices)
                else { continue }
                mutes[hash] = record.since
            }
            return mutes
        }
    }
}
