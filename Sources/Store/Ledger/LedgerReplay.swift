internal import Desk
internal import Foundation
internal import Vault

/// Carries out again what the ledger says and the files lack: after a crash between line and act, and after a backup
/// was put back. Each act can be repeated without harm, and the order of the lines decides.
struct LedgerReplay {
    let sealer: Sealer
    let world: World

    /// Destroys the keys of everybody who was ever erased, whatever the database believes: keys.db may be older than
    /// it. Answers for how many there were still keys.
    func destroyKeys(_ entries: [LedgerEntry]) throws(StoreFailure) -> Int {
        var destroyed = 0
        for case .erased(let person, _, _) in entries.map(\.act) {
            let isAlive = try vault { () throws(VaultFailure) in try sealer.keys.hasKey(person.object) }
            guard isAlive else { continue }
            try vault { () throws(VaultFailure) in try sealer.keys.destroyKeys(of: person.object) }
            destroyed += 1
        }
        return destroyed
    }

    /// Holds and releases the keys of everybody as the whole ledger leaves them, for the same reason.
    func holdKeys(_ entries: [LedgerEntry]) throws(StoreFailure) {
        var standing: [PersonID: [Restriction.Ground: UInt32]] = [:]
        for act in entries.map(\.act) {
            switch act {
            case .restricted(let person, let ground, let through): standing[person, default: [:]][ground] = through
            case .released(let person, let ground): standing[person]?[ground] = nil
            case .erased(let person, _, _): standing[person] = nil
            case .suppressed, .lifted, .held, .holdLifted, .withdrawn: break
            }
        }
        for (person, grounds) in standing.sorted(by: { $0.key < $1.key }) {
            let (keys, owner) = (sealer.keys, person.object)
            try vault { () throws(VaultFailure) in
                guard try keys.hasKey(owner) else { return }
                if let through = grounds.values.min() {
                    try keys.hold(owner, through: through)
                } else {
                    try keys.release(owner)
                }
            }
        }
    }

    /// Carries out one entry inside a transaction, after the keys.
    func apply(_ entry: LedgerEntry, _ session: any SQLSession) throws(StoreFailure) {
        switch entry.act {
        case .erased(let person, let erasure, let mails):
            for mail in mails { try forget(mail, session) }
            let records = DeskRecords(session, sealer: sealer)
            // An erasure that the database knows is carried on by its own steps.
            guard try records.erasure(ErasureID(erasure)) == nil else { return }
            try Forgetting(records, of: person, nil, erasure: erasure, world: world).removeRestoredRows()
        case .suppressed(let wish):
            let records = DeskRecords(session, sealer: sealer)
            _ = try SuppressionList(session: session).add(wish)
            try records.withhold(wish.hash)
        case .withdrawn(let consent, let channel):
            // Also when the copy lacks the consent: a link that is still out must not give it again.
            try DeskRecords(session, sealer: sealer).add(
                ConsentWithdrawal(
                    at: Date(timeIntervalSince1970: TimeInterval(entry.seconds)), channel: channel, evidence: nil,
                    author: Principal.daemon.auditName), of: consent, owner: nil)
        case .lifted(let hash):
            try session.run("DELETE FROM suppression WHERE hash = ?", [.blob(hash)])
        case .restricted(let person, let ground, let through):
            let records = DeskRecords(session, sealer: sealer)
            guard try records.row(ofPerson: person) != nil else { return }
            try Restricting(records: records, person: person, ground: ground)
                .write(through: through, author: Principal.daemon.auditName, now: entry.seconds * 1000)
        case .released(let person, let ground):
            try Restricting(records: DeskRecords(session, sealer: sealer), person: person, ground: ground).removeRows()
        case .held(let person, let hold, let ground, let day):
            try DeskRecords(session, sealer: sealer).restoreHold(hold, of: person, ground, reviewOn: day, at: entry)
        case .holdLifted(let hold):
            try DeskRecords(session, sealer: sealer).endHold(
                hold, by: Principal.daemon.auditName, now: entry.seconds * 1000)
        }
    }

    private func forget(_ mail: LedgerAct.ForgottenMail, _ session: any SQLSession) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO mail_reference (hash, kind, identity, mailbox, ticket, entry) VALUES (?, ?, ?, ?, NULL, NULL)
            ON CONFLICT (hash, kind, identity) DO UPDATE SET ticket = NULL
            """,
            [
                .blob(mail.messageHash), .integer(ReferenceKind.received), .blob(mail.identity),
                .text(mail.mailbox.value),
            ])
    }
}
