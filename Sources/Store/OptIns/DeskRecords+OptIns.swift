internal import Desk
internal import Foundation
internal import Vault

/// Rows of wishes that wait for the button behind a link.
extension DeskRecords {
    func add(_ optIn: OptIn) throws(StoreFailure) {
        let content = try sealer.seal(
            OptInContent(optIn).bytes, at: Place.optIn(optIn.id), owner: PersonID(optIn.id.object))
        try session.run(
            """
            INSERT INTO opt_in (id, state, address, token, asked_at, expires_at, confirmed_at, entry, content)
            VALUES (?, 'waiting', ?, NULL, ?, ?, NULL, NULL, ?)
            """,
            [
                .id(optIn.id.object), .blob(hashes.address(optIn.address)),
                .integer(Moment.milliseconds(optIn.askedAt)), .integer(Moment.milliseconds(optIn.expiresAt)),
                .blob(content),
            ])
    }

    func optIn(_ id: OptInID) throws(StoreFailure) -> OptIn? {
        try session.first("\(Self.selectOptIns) WHERE id = ?", [.id(id.object)]) { row throws(StoreFailure) in
            try optIn(row)
        } ?? nil
    }

    /// Nil when there is none, or its time is over.
    func optIn(withToken hash: [UInt8], now: Int64) throws(StoreFailure) -> OptIn? {
        try session.first(
            "\(Self.selectOptIns) WHERE token = ? AND expires_at > ?", [.blob(hashes.cut(hash)), .integer(now)]
        ) { row throws(StoreFailure) in try optIn(row) } ?? nil
    }

    func markSent(_ id: OptInID, token: [UInt8], entry: OutboxEntryID) throws(StoreFailure) {
        try session.run(
            "UPDATE opt_in SET state = 'sent', token = ?, entry = ? WHERE id = ?",
            [.blob(hashes.cut(token)), .id(entry.object), .id(id.object)])
    }

    func markConfirmed(_ id: OptInID, now: Date) throws(StoreFailure) {
        try session.run(
            "UPDATE opt_in SET state = 'confirmed', confirmed_at = ? WHERE id = ?",
            [.integer(Moment.minute(now)), .id(id.object)])
    }

    /// The row and the mail. Its key went before.
    func remove(_ id: OptInID) throws(StoreFailure) {
        let entry = try session.first("SELECT entry FROM opt_in WHERE id = ?", [.id(id.object)]) {
            row throws(StoreFailure) in try row.idIfAny(0)
        }
        if let entry = entry ?? nil { try removeLetter(OutboxEntryID(entry)) }
        try session.run("DELETE FROM opt_in WHERE id = ?", [.id(id.object)])
    }

    func optInIDs(_ sql: String, _ values: [SQLValue]) throws(StoreFailure) -> [OptInID] {
        try session.all(sql, values) { row throws(StoreFailure) in OptInID(try row.id(0)) }
    }

    private static let selectOptIns = "SELECT id, state, asked_at, confirmed_at, content FROM opt_in"

    /// Nil when its key is gone: then its row follows.
    private func optIn(_ row: any SQLRow) throws(StoreFailure) -> OptIn? {
        let id = OptInID(try row.id(0))
        let content: OptInContent
        do throws(StoreFailure) {
            content = try OptInContent(
                bytes: sealer.open(row.blob(4), at: Place.optIn(id), owner: PersonID(id.object)))
        } catch .keyDestroyed {
            return nil
        }
        let state: OptIn.State =
            switch (row.text(1), row.integerIfAny(3)) {
            case ("waiting", _): .waiting
            case ("sent", _): .sent
            case ("confirmed", let at?): .confirmed(at: Moment.date(at))
            default: throw .damaged
            }
        return OptIn(
            id: id, wish: content.wish, address: content.address, language: content.language,
            askedAt: Moment.date(row.integer(2)), state: state)
    }
}
