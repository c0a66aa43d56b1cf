package import Desk
package import Vault

/// Replacing what wraps.
extension SQLiteKeyCabinet {
    package func add(_ epoch: CabinetContents.Epoch, under root: KeyID) throws {
        try change { session throws(StoreFailure) in
            guard try session.exists("SELECT 1 FROM cabinet WHERE root_id = ?", [.blob(root.bytes)]) else {
                throw .busy
            }
            try Self.write(epoch, session)
        }
    }

    package func wrappedKeys(below epoch: UInt32, limit: Int) throws -> [WrappedKey] {
        try look { session throws(StoreFailure) in
            try session.all(
                """
                SELECT version, epoch, wrapped, commitment, owner FROM person_key WHERE epoch < ? AND epoch <> ?
                ORDER BY owner, version LIMIT ?
                """, [.integer(epoch), .integer(WrappedKey.heldEpoch), .integer(limit)]
            ) { row throws(StoreFailure) in Self.key(of: try row.id(4), row) }
        }
    }

    package func replace(_ keys: [WrappedKey], whereHeld: Bool) throws {
        try change { session throws(StoreFailure) in
            for key in keys {
                // Between wrapping and keeping it, the epoch may have been replaced.
                if !key.isHeld {
                    guard try session.exists("SELECT 1 FROM epoch WHERE number = ?", [.integer(key.epoch)]) else {
                        throw .busy
                    }
                }
                try session.run(
                    """
                    UPDATE person_key SET epoch = ?, wrapped = ?, commitment = ?
                    WHERE owner = ? AND version = ? AND (epoch = ?) = ?
                    """,
                    [
                        .integer(key.epoch), .blob(key.wrapped), .blob(key.commitment), .id(key.owner),
                        .integer(key.version), .integer(WrappedKey.heldEpoch), .flag(whereHeld),
                    ])
            }
        }
    }

    package func destroyEpochs(below epoch: UInt32) throws {
        try change { session throws(StoreFailure) in
            guard
                try !session.exists(
                    "SELECT 1 FROM person_key WHERE epoch < ? AND epoch <> ?",
                    [.integer(epoch), .integer(WrappedKey.heldEpoch)])
            else {
                throw .busy
            }
            try session.run("DELETE FROM epoch WHERE number < ?", [.integer(epoch)])
        }
    }

    package func replace(_ old: CabinetContents, with new: CabinetContents) throws {
        try change { session throws(StoreFailure) in
            guard try Self.contents(session) == old else { throw .busy }
            for table in ["DELETE FROM cabinet", "DELETE FROM epoch", "DELETE FROM service_key"] {
                try session.run(table)
            }
            try Self.write(new, session)
        }
    }

    /// How many keys each epoch wraps, the oldest first.
    package func keysByEpoch() throws(StoreFailure) -> [(epoch: UInt32, keys: Int)] {
        do {
            return try look { session throws(StoreFailure) in
                try session.all(
                    """
                    SELECT epoch.number, COUNT(person_key.owner) FROM epoch
                    LEFT JOIN person_key ON person_key.epoch = epoch.number GROUP BY epoch.number ORDER BY epoch.number
                    """, []
                ) { row throws(StoreFailure) in (UInt32(clamping: row.integer(0)), Int(row.integer(1))) }
            }
        } catch {
            throw SQLiteFailure.of(error)
        }
    }

    static func write(_ contents: CabinetContents, _ session: any SQLSession) throws(StoreFailure) {
        try session.run(
            "INSERT INTO cabinet (id, instance, root_id) VALUES (1, ?, ?)",
            [.id(contents.instance), .blob(contents.rootID.bytes)])
        for epoch in contents.epochs { try write(epoch, session) }
        for service in contents.services {
            try session.run(
                "INSERT INTO service_key (name, version, wrapped, commitment) VALUES (?, ?, ?, ?)",
                [
                    .text(service.name), .integer(Int(service.version)), .blob(service.wrapped),
                    .blob(service.commitment),
                ])
        }
    }

    private static func write(_ epoch: CabinetContents.Epoch, _ session: any SQLSession) throws(StoreFailure) {
        try session.run(
            "INSERT INTO epoch (number, wrapped, commitment) VALUES (?, ?, ?)",
            [.integer(epoch.number), .blob(epoch.wrapped), .blob(epoch.commitment)])
    }
}
