package import Desk
internal import Vault

/// The erasure ledger of the store.
extension Store {
    package func ledgerStatus() async -> LedgerStatus { ledger.status }

    package func copyLedger() async { await ledger.copy() }

    /// Before anything is served: what the ledger has and the files lack is carried out. Answers how many acts.
    func replayLedger(acceptsGap: Bool = false) async throws(LedgerFault) -> Int {
        var applied: Int64
        do throws(StoreFailure) {
            applied = try await engine.read { session throws(StoreFailure) in try ErasureLedger.applied(session) }
        } catch {
            throw .storage(error)
        }
        let known = ledger.head?.sequence ?? 0
        // Lines that the database has seen are gone: nobody can tell any more whom they were about.
        guard applied <= known || acceptsGap else { throw .incomplete(has: known, needs: applied) }
        do throws(StoreFailure) {
            if acceptsGap {
                // Which lines are other than the database has seen is unknown, so all are carried out again.
                applied = 0
                try await engine.write { session throws(StoreFailure) in try ErasureLedger.note(known, session) }
            }
            return try await replayLedger(after: applied)
        } catch {
            throw .storage(error)
        }
    }

    private func replayLedger(after applied: Int64) async throws(StoreFailure) -> Int {
        let (ledger, engine) = (ledger, engine)
        let replay = LedgerReplay(sealer: sealer.opening(held: true), world: world)
        let entries = try await engine.offload { () throws(StoreFailure) in
            let all = try ledger.entries(after: 0)
            _ = try replay.destroyKeys(all)
            try replay.holdKeys(all)
            return all.filter { $0.sequence > applied }
        }
        guard let last = entries.last else { return 0 }
        try await engine.write { session throws(StoreFailure) in
            for entry in entries { try replay.apply(entry, session) }
            try ErasureLedger.note(last.sequence, session)
        }
        await ledger.copy()
        return entries.count
    }
}
