internal import Desk
internal import Foundation
internal import Vault

/// What makes a copy a desk that may serve again.
extension Store {
    /// One transaction, after the ledger was replayed: nothing leaves, every folder is looked through again, numbers
    /// that customers hold are not given twice, and the audit log says what happened.
    func makeRestored(_ plan: RestorePlan, now: Date) async throws(StoreFailure) {
        let sealer = sealer
        let gap = plan.gap.map { $0.needs - min($0.has, $0.needs) }
        try await engine.write { session throws(StoreFailure) in
            try RestoredOutbox.stop(DeskRecords(session, sealer: sealer))
            // What a link opened, or who had signed out, since the copy was made nobody knows any more.
            try PortalRecords(DeskRecords(session, sealer: sealer)).endAll()
            try Self.dropCursors(session)
            try DeskMarks.set("ticket", to: plan.lastTicket, session)
            try DeskMarks.set(DeskMarks.restored, to: Moment.milliseconds(now), session)
            try AuditLog(session, keys: sealer.keys).append(
                .storeRestored(lines: Int64(plan.ledgerLines), gap: gap), by: Principal.operatorOnHost.auditName,
                at: Moment.milliseconds(now))
        }
    }

    /// Every folder is read from its beginning: known mail makes no event (P2). What was there before the first contact
    /// stays old, and what still waits from then stays waiting.
    private static func dropCursors(_ session: any SQLSession) throws(StoreFailure) {
        try session.run("UPDATE intake_folder SET last_uid = 0")
        try session.run(
            "DELETE FROM intake_ledger WHERE state <> ?", [.integer(IntakeState.Unsettled.State.waiting.code)])
        let mailboxes = try session.all("SELECT DISTINCT mailbox FROM intake_folder", []) { row throws(StoreFailure) in
            row.text(0)
        }
        for mailbox in mailboxes { try DeskMarks.set(rescanCounter(mailbox), to: 1, session) }
    }

    static func rescanCounter(_ mailbox: String) -> String { "rescan:" + mailbox }
}
