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
        case .lifted(let hash):
            try session.run("DELETE FROM suppression WHERE hash = ?", [.blob(hash)])
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
