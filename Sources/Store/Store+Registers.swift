package import Desk

/// The registers of accountability. Sealed: a contact person of a processor may be named in them.
extension Store {
    package func state(_ entry: RegisterEntry, by author: Principal) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let count = try session.first(
                "SELECT COUNT(*) FROM register_entry WHERE register = ?", [.text(entry.register.rawValue)]
            ) { row throws(StoreFailure) in Int(row.integer(0)) }
            guard (count ?? 0) < Desk.Limits.registerEntries else { return false }
            let now = Moment.milliseconds(entry.at)
            try session.run(
                "INSERT INTO register_entry (id, register, at, author, content) VALUES (?, ?, ?, ?, ?)",
                [
                    .id(entry.id.object), .text(entry.register.rawValue), .integer(now), .text(entry.author),
                    .blob(try sealer.desk.seal(entry.statement, at: Place.register(entry.id), padded: true)),
                ])
            try AuditLog(DeskRecords(session, sealer: sealer)).append(
                .registerStated(entry.register, entry.id), by: author.auditName, at: now)
            return true
        }
    }

    package var storedColumns: [StoredColumn] { FieldDictionary.storedColumns }

    package func entries(of register: Register) async throws(StoreFailure) -> [RegisterEntry] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try session.all(
                "SELECT id, at, author, content FROM register_entry WHERE register = ? ORDER BY at, id",
                [.text(register.rawValue)]
            ) { row throws(StoreFailure) in
                let id = RegisterEntryID(try row.id(0))
                return RegisterEntry(
                    id: id, register: register, at: Moment.date(row.integer(1)), author: row.text(2),
                    statement: try sealer.desk.open(row.blob(3), at: Place.register(id)))
            }
        }
    }
}
