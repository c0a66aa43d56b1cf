package import Desk
package import Foundation
package import Mail
package import Vault

/// The consent ledger.
extension Store {
    package func consentPurposes() async throws(StoreFailure) -> [ConsentPurpose] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).consentPurposes()
        }
    }

    package func savePurpose(
        _ draft: ConsentPurposeDraft, withdrawal: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> ConsentPurpose? {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).save(draft, withdrawal: withdrawal, by: author, now: now)
        }
    }

    package func closePurpose(
        _ code: ShortName, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let closed = try session.run(
                "UPDATE consent_purpose SET closed_at = ? WHERE code = ? AND closed_at IS NULL",
                [.integer(Moment.minute(now)), .text(code.value)])
            guard closed == 1 else { return false }
            try AuditLog(DeskRecords(session, sealer: sealer)).append(
                .purposeClosed, by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func keepConsentForm(_ form: [UInt8], hash: [UInt8], now: Date) async throws(StoreFailure) {
        let isKnown = try await engine.read { session throws(StoreFailure) in
            try session.exists("SELECT 1 FROM consent_form WHERE hash = ?", [.blob(hash)])
        }
        guard !isKnown else { return }
        try await engine.write { session throws(StoreFailure) in
            try session.run(
                "INSERT INTO consent_form (hash, content, at) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING",
                [.blob(hash), .blob(form), .integer(Moment.minute(now))])
        }
    }

    package func consentForm(_ hash: [UInt8]) async throws(StoreFailure) -> [UInt8]? {
        try await engine.read { session throws(StoreFailure) in
            try session.first("SELECT content FROM consent_form WHERE hash = ?", [.blob(hash)]) {
                row throws(StoreFailure) in row.blob(0)
            }
        }
    }

    package func consents(of person: PersonID) async throws(StoreFailure) -> [ConsentRecord] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            do throws(StoreFailure) {
                return try DeskRecords(session, sealer: sealer).consents(of: person)
            } catch .keyDestroyed, .keyHeld {
                // An erasure that is under way, or a restriction: what is withheld counts for nothing meanwhile.
                return []
            }
        }
    }

    package func grantedPurposes(of person: PersonID) async throws(StoreFailure) -> Set<ShortName> {
        try await engine.read { session throws(StoreFailure) in
            let codes = try session.all(
                """
                SELECT DISTINCT purpose FROM consent WHERE person = ? AND is_valid = 1
                AND id NOT IN (SELECT consent FROM consent_withdrawal)
                """, [.id(person.object)]
            ) { row throws(StoreFailure) in ShortName(row.text(0)) }
            return Set(codes.compactMap { $0 })
        }
    }

    package func addConsent(
        _ record: ConsentRecord, of address: EmailAddress, by author: Principal, now: Date
    ) async throws(StoreFailure) {
        let (sealer, world) = (sealer, world)
        try await engine.write(
            after: { session throws(StoreFailure) in
                try DeskRecords(session, sealer: sealer).makeKey(forHolderOf: address, world: world)
            },
            { session, newPerson throws(StoreFailure) in
                try DeskRecords(session, sealer: sealer).add(
                    record, of: address, newPerson: newPerson, by: author, now: now)
            })
    }

    package func withdrawConsents(
        to purpose: ShortName, of person: PersonID, by withdrawal: ConsentWithdrawal, author: Principal
    ) async throws(StoreFailure) -> Int {
        let (sealer, ledger) = (sealer, ledger)
        let ended = try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            // Invalid ones too: a later proof must not bring back what the person has ended.
            let standing = try records.standingConsents(of: person, to: purpose)
            for consent in standing {
                try ledger.record(.withdrawn(consent, withdrawal.channel), at: withdrawal.at, session)
                Fault.point(.c6)
                try records.add(withdrawal, of: consent, owner: person)
                try AuditLog(records).append(
                    .consentWithdrawn(consent, withdrawal.channel), by: author.auditName,
                    at: Moment.milliseconds(withdrawal.at))
            }
            return standing.count
        }
        if ended > 0 { Fault.point(.c7) }
        return ended
    }

    package func consentHolder(_ claim: UnsubscribeClaim) async throws(StoreFailure) -> PersonID? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let reached = try session.first(
                "SELECT person FROM consent_reach WHERE hash = ?", [.blob(claim.suppression)]
            ) { row throws(StoreFailure) in PersonID(try row.id(0)) }
            if let reached { return reached }
            // A group of mailboxes that is younger than the consent: the mail itself still tells whom it went to.
            let records = DeskRecords(session, sealer: sealer)
            do throws(StoreFailure) {
                guard let entry = try records.entry(withReference: claim.message),
                    let key = try records.key(of: entry), let address = try records.recipient(of: entry, key: key)
                else { return nil }
                return try records.person(withIndex: records.hashes.address(address))?.id
            } catch .keyDestroyed, .keyHeld {
                return nil
            }
        }
    }
}
