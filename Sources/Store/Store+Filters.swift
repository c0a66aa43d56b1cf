package import Desk

/// Queues of the desk and views of one's own. They are few, so a name is looked for by opening them: it says what
/// staff look at, and stands nowhere in clear.
extension Store {
    package func filters(for principal: Principal) async throws(StoreFailure) -> [SavedFilter] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).filters(of: ["", principal.auditName])
        }
    }

    package func addFilter(_ filter: SavedFilter) async throws(StoreFailure) -> AddingOutcome {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            let owner = filter.owner ?? ""
            let others = try records.filters(of: [owner])
            guard !others.contains(where: { $0.name == filter.name }) else { return .nameTaken }
            guard others.count < Desk.Limits.savedFilters else { return .full }
            var content = ByteWriter()
            content.write(filter.name.value)
            content.write(filter.criteria.words)
            try session.run(
                "INSERT INTO saved_filter (id, owner, content) VALUES (?, ?, ?)",
                [
                    .id(filter.id.object), .text(owner),
                    .blob(try sealer.desk.seal(content.bytes, at: Place.filter(filter.id), padded: true)),
                ])
            return .added
        }
    }

    package func removeFilter(_ id: SavedFilterID, by principal: Principal) async throws(StoreFailure) -> Bool {
        try await engine.write { session throws(StoreFailure) in
            try session.run(
                "DELETE FROM saved_filter WHERE id = ? AND owner IN (?, ?)",
                [.id(id.object), .text(""), .text(principal.auditName)]) == 1
        }
    }
}

extension DeskRecords {
    /// What was an author's alone and nobody else can use: drafts and views of their own.
    func forgetOwn(of author: String) throws(StoreFailure) {
        try session.run("DELETE FROM draft WHERE author = ?", [.text(author)])
        try session.run("DELETE FROM saved_filter WHERE owner = ?", [.text(author)])
    }

    /// By name. The empty owner is the desk.
    fileprivate func filters(of owners: [String]) throws(StoreFailure) -> [SavedFilter] {
        var filters: [SavedFilter] = []
        for owner in owners {
            filters += try session.all(
                "SELECT id, content FROM saved_filter WHERE owner = ?", [.text(owner)]
            ) { row throws(StoreFailure) in
                let id = SavedFilterID(try row.id(0))
                var content = ByteReader(try sealer.desk.open(row.blob(1), at: Place.filter(id)))
                guard let name = ShortName(try content.text()) else { throw .damaged }
                return SavedFilter(
                    id: id, name: name, owner: owner.isEmpty ? nil : owner,
                    criteria: try TicketCriteria(words: content.texts()))
            }
        }
        return filters.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
}
