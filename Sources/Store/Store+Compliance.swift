package import Desk
package import Foundation

/// What the checks of the installation came to, and the round trip of a made-up person.
extension Store {
    package func complianceStanding() async throws(StoreFailure) -> [ComplianceStanding] {
        try await engine.read { session throws(StoreFailure) in
            try session.all("SELECT id, outcome, since FROM compliance_check ORDER BY id", []) {
                row throws(StoreFailure) -> ComplianceStanding? in
                // A word of a version that is gone stands for nothing any more.
                guard let outcome = ComplianceCheck.Outcome(rawValue: row.text(1)) else { return nil }
                return ComplianceStanding(check: row.text(0), outcome: outcome, since: Moment.date(row.integer(2)))
            }.compactMap { $0 }
        }
    }

    package func keep(_ report: ComplianceReport, by author: Principal) async throws(StoreFailure) {
        let (keys, now) = (keys, Moment.milliseconds(report.at))
        try await engine.write { session throws(StoreFailure) in
            try session.run("DELETE FROM compliance_check")
            for one in report.standing {
                try session.run(
                    "INSERT INTO compliance_check (id, outcome, since) VALUES (?, ?, ?)",
                    [.text(one.check), .text(one.outcome.rawValue), .integer(Moment.milliseconds(one.since))])
            }
            try DeskMarks.set(ComplianceMarks.checked, to: now, session)
            try AuditLog(session, keys: keys).append(
                .complianceChecked(digest: report.digest, failed: report.count(.fail), warned: report.count(.warn)),
                by: author.auditName, at: now)
        }
    }

    package func goRound(under settings: DeskSettings, now: Date) async throws(StoreFailure) -> RoundTrip {
        let folder = StateFiles.folder(of: engine.path) + "/" + Rehearsal.folderName
        let failedAt = await Rehearsal(folder: folder, settings: settings, world: world).run()
        let (keys, at) = (keys, Moment.milliseconds(now))
        try await engine.write { session throws(StoreFailure) in
            try DeskMarks.set(ComplianceMarks.roundTrip, to: at, session)
            try DeskMarks.set(ComplianceMarks.roundTripStep, to: failedAt?.rawValue ?? 0, session)
            try AuditLog(session, keys: keys).append(
                .complianceWentRound(failedStep: failedAt?.rawValue ?? 0), by: Principal.daemon.auditName, at: at)
        }
        return RoundTrip(at: now, failedAt: failedAt)
    }

    package func complianceFigures(now: Date) async throws(StoreFailure) -> ComplianceFigures {
        let (engine, cabinet) = (engine, cabinet)
        let (owners, keyColumns, keyJournal) = try await engine.offload { () throws(StoreFailure) in
            do {
                return try cabinet.look { session throws(StoreFailure) in
                    (
                        try ComplianceCounting.owners(session), try ComplianceCounting.columns(session),
                        try ComplianceCounting.journal(session)
                    )
                }
            } catch {
                throw (error as? StoreFailure) ?? .ioFailed
            }
        }
        return try await engine.read { session throws(StoreFailure) in
            var figures = ComplianceFigures()
            try ComplianceCounting(session: session, now: Moment.milliseconds(now)).count(into: &figures)
            let known = Set(FieldDictionary.entries.map { "\($0.table).\($0.column)" })
            let columns = try ComplianceCounting.columns(session) + keyColumns
            figures.unexplainedColumns = columns.filter { !known.contains($0) }.sorted()
            figures.journals = [try ComplianceCounting.journal(session), keyJournal]
            try session.look("SELECT id FROM person", []) { row throws(StoreFailure) in
                if !owners.contains(row.blob(0)) { figures.keylessPeople += 1 }
                return .goOn
            }
            return figures
        }
    }
}

/// Counters of the checks.
enum ComplianceMarks {
    static let checked = "compliance-checked"
    static let roundTrip = "round-trip"
    static let roundTripStep = "round-trip-step"
}
