package import Desk
package import Foundation
internal import Mail
internal import Vault

/// Erasing: from an order to the point of no return. What follows is in `Store+ErasureEnd`.
extension Store {
    package func erasurePreview(_ person: PersonID) async throws(StoreFailure) -> ErasureCounts? {
        let (sealer, nobody) = (sealer, ErasureScope.nobody)
        return try await engine.write { session throws(StoreFailure) -> ErasureCounts? in
            let records = DeskRecords(session, sealer: sealer)
            guard try records.row(ofPerson: person) != nil else { return nil }
            let scope = ErasureScope(
                records: records, person: person, address: try records.summary(of: person).address, erasure: nobody)
            try scope.fill()
            let counts = try scope.counts()
            try scope.clear()
            return counts
        }
    }

    package func planErasure(
        _ order: ErasureOrder, under policy: ErasurePolicy, now: Date
    ) async throws(StoreFailure) -> ErasurePlanning {
        let (sealer, cabinet, id) = (sealer, cabinet, ErasureID(from: world))
        let plan = { @Sendable (session: any SQLSession) in
            ErasurePlan(records: DeskRecords(session, sealer: sealer), order: order, policy: policy, now: now)
        }
        return try await engine.write(
            after: { session throws(StoreFailure) in try plan(session).makeKey(id, cabinet: cabinet) },
            { session, brief throws(StoreFailure) in try plan(session).write(id, brief) })
    }

    package func approveErasure(
        _ id: ErasureID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.erasure(id), row.erasure.state == .held else { return false }
            try records.set(.planned, of: id)
            try AuditLog(records).append(
                .erasureApproved(id), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func cancelErasure(
        _ id: ErasureID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        let isCancelled = try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.erasure(id), [.held, .waiting, .onHold].contains(row.erasure.state) else {
                return false
            }
            try Self.cancel(id, session, now: now)
            try AuditLog(records).append(
                .erasureCancelled(id), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
        guard isCancelled else { return false }
        try await destroyKey(of: id)
        return true
    }

    package func forget(_ id: ErasureID, now: Date) async throws(StoreFailure) {
        let (sealer, ledger, world) = (sealer.opening(held: true), ledger, world)
        let forgetting = { @Sendable (session: any SQLSession) throws(StoreFailure) -> Forgetting? in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.erasure(id) else { throw .notFound }
            guard row.erasure.state.isBefore, ![.held, .onHold].contains(row.erasure.state) else { return nil }
            if let brief = try records.brief(of: row) {
                guard try !records.isHeld(brief.person) else { return nil }
                return Forgetting(records, of: brief.person, brief.address, erasure: id.object, world: world)
            }
            // A restored backup from between the order and its end: only the ledger still knows whom it was about.
            guard let person = try ledger.erasedPerson(by: id) else { throw .keyDestroyed }
            return Forgetting(records, of: person, nil, erasure: id.object, world: world)
        }
        do throws(StoreFailure) {
            try await engine.write(
                after: { session throws(StoreFailure) in
                    try forgetting(session)?.destroyKeys(ledger: ledger, now: now)
                },
                { session, prepared throws(StoreFailure) in
                    guard let prepared, let forgetting = try forgetting(session) else {
                        return try DeskRecords(session, sealer: sealer).stopForHold(id)
                    }
                    try forgetting.records.nameRequests(of: forgetting.scope.person, carriedOutBy: id)
                    let counts = try forgetting.removeRows(prepared)
                    if let line = prepared.line { try ErasureLedger.noteNext(line, session) }
                    try Self.note(counts, of: id, at: now, forgetting.records)
                })
        } catch .keyDestroyed {
            // Restored, and taken back since: its key is gone and the ledger has no line of it.
            return try await engine.write { session throws(StoreFailure) in try Self.cancel(id, session, now: now) }
        }
        Fault.point(.e4)
        try await settleSearch()
        // What was freed is zeroes in the pages; the log still holds the pages as they were.
        try await truncateLog()
    }

    private static func note(
        _ counts: ErasureCounts, of id: ErasureID, at now: Date, _ records: DeskRecords
    ) throws(StoreFailure) {
        guard let row = try records.erasure(id) else { throw .notFound }
        try records.session.run(
            """
            UPDATE erasure SET state = ?, tickets = ?, emptied = ?, messages = ?, attachments = ?, mails = ?,
                copies = ?, quarantined = ?, destroyed_at = ?
            WHERE id = ?
            """,
            [
                .text(ErasureState.forgotten.rawValue), .integer(counts.tickets), .integer(counts.emptied),
                .integer(counts.messages), .integer(counts.attachments), .integer(counts.mails),
                .integer(counts.copies), .integer(counts.quarantined), .integer(Moment.milliseconds(now)),
                .id(id.object),
            ])
        try AuditLog(records).append(
            .personErased(id, messages: Int64(counts.messages)), by: row.erasure.author,
            at: Moment.milliseconds(now))
    }

    private static func cancel(
        _ id: ErasureID, _ session: any SQLSession, now: Date
    ) throws(StoreFailure) {
        try session.run(
            "UPDATE erasure SET state = ?, brief = NULL, finished_at = ? WHERE id = ?",
            [.text(ErasureState.cancelled.rawValue), .integer(Moment.minute(now)), .id(id.object)])
    }

    func truncateLog() async throws(StoreFailure) {
        let engine = engine
        try await engine.offload { () throws(StoreFailure) in _ = try engine.truncateLog() }
    }

    /// The key that seals what an erasure had to know of the person. With it the last thing that could open it goes.
    func destroyKey(of id: ErasureID) async throws(StoreFailure) {
        let keys = keys
        try await engine.offload { () throws(StoreFailure) in
            try vault { () throws(VaultFailure) in try keys.destroyKeys(of: id.object) }
        }
    }
}
