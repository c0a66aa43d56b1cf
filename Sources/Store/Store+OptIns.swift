package import Desk
package import Foundation
internal import Vault

/// Double opt-in. The states are the table in `Desk.docc/Consent.md`.
extension Store {
    package func queueOptIn(_ optIn: OptIn) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        let key = optIn.id.object
        return try await engine.write(
            after: { session throws(StoreFailure) -> Bool in
                let waiting = try session.first("SELECT COUNT(*) FROM opt_in WHERE state = 'waiting'", []) {
                    row throws(StoreFailure) in Int(row.integer(0))
                }
                guard waiting ?? 0 < Desk.Limits.optInsWaiting else { return false }
                // Key first: should the process end before the row, the key opens nothing.
                try vault { () throws(VaultFailure) in try sealer.keys.makePersonKeys(for: [key]) }
                Fault.point(.c1)
                return true
            },
            { session, hasRoom throws(StoreFailure) in
                guard hasRoom else { return false }
                try DeskRecords(session, sealer: sealer).add(optIn)
                return true
            })
    }

    package func sendOptIns(limit: Int, dispatch: Dispatch) async throws(StoreFailure) -> OptInSendings {
        let sealer = sealer
        let waiting = try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).optInIDs(
                "SELECT id FROM opt_in WHERE state = 'waiting' ORDER BY asked_at LIMIT ?", [.integer(limit)])
        }
        var done = OptInSendings()
        for id in waiting {
            Fault.point(.c2)
            let isSent = try await engine.write { session throws(StoreFailure) in
                try OptInSending(records: DeskRecords(session, sealer: sealer), dispatch: dispatch).send(id)
            }
            if isSent {
                done.sent += 1
                Fault.point(.c3)
            } else {
                try await forget(id)
                done.forgotten += 1
            }
        }
        return done
    }

    package func optIn(withToken hash: [UInt8], now: Date) async throws(StoreFailure) -> OptIn? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).optIn(withToken: hash, now: Moment.milliseconds(now))
        }
    }

    package func confirmOptIn(withToken hash: [UInt8], now: Date) async throws(StoreFailure) -> OptIn? {
        let (sealer, ledger, world) = (sealer, ledger, world)
        let confirming = { @Sendable (session: any SQLSession) in
            OptInConfirming(
                records: DeskRecords(session, sealer: sealer), ledger: ledger, world: world, now: now)
        }
        return try await engine.write(
            after: { session throws(StoreFailure) -> PersonID? in
                let person = try confirming(session).makeKey(hash)
                Fault.point(.c5)
                return person
            },
            { session, newPerson throws(StoreFailure) in
                try confirming(session).confirm(hash, newPerson: newPerson)
            })
    }

    package func expireOptIns(now: Date, limit: Int) async throws(StoreFailure) -> Int {
        let sealer = sealer
        let over = try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).optInIDs(
                "SELECT id FROM opt_in WHERE expires_at <= ? ORDER BY expires_at LIMIT ?",
                [.integer(Moment.milliseconds(now)), .integer(limit)])
        }
        for id in over { try await forget(id) }
        return over.count
    }

    /// Key first: what the row still holds opens no more, should the process end here; the next look finds it again.
    private func forget(_ id: OptInID) async throws(StoreFailure) {
        let (sealer, keys) = (sealer, keys)
        try await engine.offload { () throws(StoreFailure) in
            try vault { () throws(VaultFailure) in try keys.destroyKeys(of: id.object) }
        }
        Fault.point(.c4)
        try await engine.write { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).remove(id)
        }
    }
}
