package import Desk
package import Foundation
internal import Vault

/// Legal holds, and the erasures that wait.
extension Store {
    package func holds() async throws(StoreFailure) -> [LegalHold] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).holds()
        }
    }

    package func isHeld(_ person: PersonID) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).isHeld(person)
        }
    }

    package func add(_ hold: LegalHold, by author: Principal) async throws(StoreFailure) -> Bool {
        guard let person = hold.person else { return false }
        let (sealer, ledger) = (sealer, ledger)
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard try records.row(ofPerson: person) != nil else { return false }
            try records.add(hold, of: person)
            try AuditLog(records).append(
                .holdSet(hold.id, hold.ground), by: author.auditName, at: Moment.milliseconds(hold.setAt))
            try ledger.record(
                .held(person, hold.id, hold.ground, reviewOn: hold.reviewOn), at: hold.setAt, session)
            return true
        }
    }

    package func liftHold(
        _ id: LegalHoldID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> LegalHold? {
        let (sealer, ledger) = (sealer, ledger)
        return try await engine.write { session throws(StoreFailure) -> LegalHold? in
            let records = DeskRecords(session, sealer: sealer)
            let milliseconds = Moment.milliseconds(now)
            guard try records.endHold(id, by: author.auditName, now: milliseconds) else { return nil }
            try AuditLog(records).append(.holdLifted(id), by: author.auditName, at: milliseconds)
            try ledger.record(.holdLifted(id), at: now, session)
            return try records.hold(id)
        }
    }

    package func waitingErasures() async throws(StoreFailure) -> [WaitingErasure] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            let rows = try session.all(
                "\(ErasureRow.select) WHERE finished_at IS NULL AND state IN (?, ?, ?) ORDER BY id",
                [
                    .text(ErasureState.held.rawValue), .text(ErasureState.waiting.rawValue),
                    .text(ErasureState.onHold.rawValue),
                ]
            ) { row throws(StoreFailure) in try ErasureRow(row) }
            var waits: [WaitingErasure] = []
            for row in rows {
                guard let person = try records.brief(of: row)?.person else { continue }
                waits.append(
                    WaitingErasure(
                        erasure: try records.shown(row), person: person, isOnHold: try records.isHeld(person)))
            }
            return waits
        }
    }

    package func takeUpErasure(
        _ id: ErasureID, under policy: ErasurePolicy, now: Date
    ) async throws(StoreFailure) -> ErasureState? {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) -> ErasureState? in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.erasure(id), [.waiting, .onHold].contains(row.erasure.state),
                let person = try records.brief(of: row)?.person
            else { return nil }
            let state = try ErasurePlan.state(
                of: person, notBefore: row.erasure.notBefore, under: policy, now: now, records)
            guard state != row.erasure.state else { return state }
            try records.set(state, of: id)
            if state == .held {
                try AuditLog(records).append(
                    .erasureHeld(id), by: row.erasure.author, at: Moment.milliseconds(now))
            }
            return state
        }
    }
}
