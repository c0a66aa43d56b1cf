package import Desk

/// Texts that are used again. Sealed: an agent's name or a customer's may stand in them.
extension Store {
    package func wordings(_ kind: Wording.Kind) async throws(StoreFailure) -> [Wording] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).wordings(kind)
        }
    }

    package func saveWording(_ wording: Wording) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            let all = try records.wordings(wording.kind)
            if let earlier = all.first(where: { $0.name == wording.name && $0.mailbox == wording.mailbox }) {
                try session.run("DELETE FROM wording WHERE id = ?", [.id(earlier.id.object)])
            } else if all.count >= Desk.Limits.wordings {
                return false
            }
            var content = ByteWriter()
            content.write(wording.name.value)
            content.write(wording.text)
            try session.run(
                "INSERT INTO wording (id, kind, mailbox, content) VALUES (?, ?, ?, ?)",
                [
                    .id(wording.id.object), .integer(wording.kind.rawValue), .text(wording.mailbox?.value ?? ""),
                    .blob(try sealer.desk.seal(content.bytes, at: Place.wording(wording.id), padded: true)),
                ])
            return true
        }
    }

    package func removeWording(_ id: WordingID) async throws(StoreFailure) -> Bool {
        try await engine.write { session throws(StoreFailure) in
            try session.run("DELETE FROM wording WHERE id = ?", [.id(id.object)]) == 1
        }
    }
}

extension DeskRecords {
    fileprivate func wordings(_ kind: Wording.Kind) throws(StoreFailure) -> [Wording] {
        try session.all(
            "SELECT id, mailbox, content FROM wording WHERE kind = ?", [.integer(kind.rawValue)]
        ) { row throws(StoreFailure) in
            let id = WordingID(try row.id(0))
            var content = ByteReader(try sealer.desk.open(row.blob(2), at: Place.wording(id)))
            guard let name = ShortName(try content.text()) else { throw .damaged }
            return Wording(
                id: id, kind: kind, name: name, mailbox: MailboxName(row.text(1)), text: try content.text())
        }.sorted { ($0.name.value, $0.mailbox?.value ?? "") < ($1.name.value, $1.mailbox?.value ?? "") }
    }
}
