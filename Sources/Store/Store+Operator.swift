package import Desk
package import Foundation
internal import Vault

/// What the operator asks: tokens, counts, health.
extension Store {
    package func addToken(_ token: AccessTokenRecord, by author: Principal) async throws(StoreFailure) {
        let sealer = sealer
        try await engine.write { session throws(StoreFailure) in
            let label = try sealer.desk.seal(
                Array(token.label.utf8), at: Place.tokenLabel(token.id), padded: true)
            try session.run(
                """
                INSERT INTO access_token (id, hash, label, scopes, mailboxes, created_at, expires_at, last_used_at,
                                          is_revoked)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(token.id.object), .blob(token.hash), .blob(label),
                    .text(token.scopes.map(\.rawValue).sorted().joined(separator: " ")),
                    .text(token.mailboxes.map { $0.map(\.value).sorted().joined(separator: " ") }),
                    .integer(Moment.milliseconds(token.createdAt)), .integer(Moment.milliseconds(token.expiresAt)),
                    .integer(token.lastUsedAt.map(Moment.milliseconds)), .flag(token.isRevoked),
                ])
            try AuditLog(session, keys: sealer.keys).append(
                .tokenAdded(token.id, token.scopes), by: author.auditName, at: Moment.milliseconds(token.createdAt))
        }
    }

    package func tokens() async throws(StoreFailure) -> [AccessTokenRecord] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try session.all(
                """
                SELECT id, hash, label, scopes, mailboxes, created_at, expires_at, last_used_at, is_revoked
                FROM access_token ORDER BY id
                """, []
            ) { row throws(StoreFailure) in try AccessTokenRecord(row, sealer: sealer) }
        }
    }

    package func revokeToken(
        _ id: AccessTokenID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let keys = keys
        return try await engine.write { session throws(StoreFailure) in
            let revoked = try session.run(
                "UPDATE access_token SET is_revoked = 1 WHERE id = ? AND is_revoked = 0", [.id(id.object)])
            guard revoked == 1 else {
                return try session.exists("SELECT 1 FROM access_token WHERE id = ?", [.id(id.object)])
            }
            try AuditLog(session, keys: keys).append(
                .tokenRevoked(id), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func token(withHash hash: [UInt8], now: Date) async throws(StoreFailure) -> AccessTokenRecord? {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        let found = try await engine.read { session throws(StoreFailure) in
            try session.first(
                """
                SELECT id, hash, label, scopes, mailboxes, created_at, expires_at, last_used_at, is_revoked
                FROM access_token WHERE hash = ?
                """, [.blob(hash)]
            ) { row throws(StoreFailure) in try AccessTokenRecord(row, sealer: sealer) }
        }
        guard let found else { return nil }
        if let used = found.lastUsedAt, now - Moment.milliseconds(used) < Limits.tokenUseInterval { return found }
        do throws(StoreFailure) {
            try await engine.write { session throws(StoreFailure) in
                try session.run(
                    "UPDATE access_token SET last_used_at = ? WHERE id = ?", [.integer(now), .id(found.id.object)])
            }
        } catch .notWritable, .busy {
            // A token opens the door while the disk is full: reading goes on (P9).
            return found
        }
        return found
    }

    package func importedCount(mailbox: MailboxName) async throws(StoreFailure) -> Int {
        try await engine.read { session throws(StoreFailure) in
            try session.first(
                "SELECT value FROM counter WHERE name = ?", [.text(Self.importedCounter(mailbox))]
            ) { row throws(StoreFailure) in Int(row.integer(0)) } ?? 0
        }
    }

    package func verifyHealth() async throws(StoreFailure) -> StoreHealth {
        let sealer = sealer
        let (version, tickets) = try await engine.read { session throws(StoreFailure) in
            let sealed = try session.first("SELECT canary FROM store_mark", []) { row throws(StoreFailure) in
                row.blob(0)
            }
            guard let sealed, try sealer.desk.open(sealed, at: Place.canary) == Self.canary else { throw .damaged }
            let tickets = try session.first("SELECT COUNT(*) FROM ticket", []) { row throws(StoreFailure) in
                Int(row.integer(0))
            }
            return (try Migrator.version(session), tickets ?? 0)
        }
        return StoreHealth(
            synchronous: try await engine.synchronousLevel(), schemaVersion: String(version), tickets: tickets,
            isWritable: try await isWritable())
    }

    /// Tries what every write does, on a row that exists for it.
    private func isWritable() async throws(StoreFailure) -> Bool {
        do throws(StoreFailure) {
            try await engine.write { session throws(StoreFailure) in
                try session.run(
                    """
                    INSERT INTO counter (name, value) VALUES ('health', 1)
                    ON CONFLICT (name) DO UPDATE SET value = counter.value + 1
                    """)
            }
            return true
        } catch .notWritable, .busy {
            return false
        }
    }
}

extension AccessTokenRecord {
    fileprivate init(_ row: any SQLRow, sealer: Sealer) throws(StoreFailure) {
        let id = AccessTokenID(try row.id(0))
        let label = try sealer.desk.open(row.blob(2), at: Place.tokenLabel(id))
        self.init(
            id: id, label: String(decoding: label, as: UTF8.self), hash: row.blob(1),
            scopes: Set(row.text(3).split(separator: " ").compactMap { Scope(rawValue: String($0)) }),
            mailboxes: row.textIfAny(4).map { Set($0.split(separator: " ").compactMap { MailboxName(String($0)) }) },
            createdAt: Moment.date(row.integer(5)), expiresAt: Moment.date(row.integer(6)),
            lastUsedAt: row.integerIfAny(7).map(Moment.date), isRevoked: row.flag(8))
    }
}

extension DeskRecords {
    /// What staff are called on a ticket: a token by its label, anybody else by role.
    func name(of principal: Principal) throws(StoreFailure) -> String {
        // What a person asks for in the portal is answered by us, not by them.
        if case .person = principal { return Principal.daemon.auditName }
        guard case .token(let id, _, _) = principal else { return principal.auditName }
        let label = try session.first(
            "SELECT label FROM access_token WHERE id = ?", [.id(id.object)]
        ) { row throws(StoreFailure) in row.blob(0) }
        guard let label else { return principal.auditName }
        return String(decoding: try sealer.desk.open(label, at: Place.tokenLabel(id)), as: UTF8.self)
    }
}
