package import Desk
package import Foundation
internal import Vault

/// Blocked senders, by keyed hash alone.
extension Store {
    package func block(
        _ target: BlockTarget, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let (sealer, hash) = (sealer, HashMaker(keys: keys).block(target))
        return try await engine.write { session throws(StoreFailure) in
            guard try !session.exists("SELECT 1 FROM block WHERE hash = ?", [.blob(hash)]) else { return true }
            let isFull = try session.exists(
                "SELECT 1 FROM block ORDER BY hash LIMIT 1 OFFSET ?", [.integer(Desk.Limits.blocks - 1)])
            guard !isFull else { return false }
            try session.run(
                "INSERT INTO block (hash, kind, at, stopped) VALUES (?, ?, ?, 0)",
                [.blob(hash), .text(target.kind.rawValue), .integer(Moment.minute(now))])
            try AuditLog(DeskRecords(session, sealer: sealer)).append(
                .senderBlocked(target.kind), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func unblock(
        _ target: BlockTarget, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let (sealer, hash) = (sealer, HashMaker(keys: keys).block(target))
        return try await engine.write { session throws(StoreFailure) in
            guard try session.run("DELETE FROM block WHERE hash = ?", [.blob(hash)]) == 1 else { return false }
            try AuditLog(DeskRecords(session, sealer: sealer)).append(
                .senderUnblocked(target.kind), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func blocks() async throws(StoreFailure) -> [Block] {
        try await engine.read { session throws(StoreFailure) in
            try session.all("SELECT kind, at, stopped FROM block ORDER BY at, hash", []) { row throws(StoreFailure) in
                guard let kind = BlockTarget.Kind(rawValue: row.text(0)) else { throw .damaged }
                return Block(kind: kind, since: Moment.date(row.integer(1)), stopped: Int(clamping: row.integer(2)))
            }
        }
    }
}

extension HashMaker {
    /// An address has the hash its person has, so that an erasure finds it.
    func block(_ target: BlockTarget) -> [UInt8] {
        switch target {
        case .address(let address): self.address(address)
        case .domain(let domain): capability(Array(domain.utf8), label: "block-domain")
        }
    }
}
