internal import Desk
internal import Vault

/// Answers that are being written, sealed under the requester's key: what is written about a person goes with them.
extension DeskRecords {
    func saveDraft(
        _ text: String, on ticket: TicketRow, by author: Principal, newID: ObjectID, now: Int64
    ) throws(StoreFailure) -> Draft {
        let minute = now - now % 60_000
        try session.run(
            "DELETE FROM draft WHERE saved_at < ?", [.integer(now - Int64(Desk.Limits.draftKept.seconds * 1000))])
        let earlier = try session.first(
            "SELECT id, begun_at FROM draft WHERE ticket = ? AND author = ?",
            [.integer(ticket.number.value), .text(author.auditName)]
        ) { row throws(StoreFailure) in (try row.id(0), row.integer(1)) }
        let (id, begunAt) = earlier ?? (newID, minute)
        let name = try name(of: author)
        var content = ByteWriter()
        content.write(name)
        content.write(text)
        try session.run(
            """
            INSERT INTO draft (id, ticket, author, version, begun_at, saved_at, content) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, saved_at = excluded.saved_at,
                content = excluded.content
            """,
            [
                .id(id), .integer(ticket.number.value), .text(author.auditName), .integer(ticket.version),
                .integer(begunAt), .integer(minute),
                .blob(try sealer.seal(content.bytes, at: Place.draft(id), owner: ticket.requester)),
            ])
        return Draft(
            author: author.auditName, name: try shownAuthor(name), text: text, version: ticket.version,
            begunAt: Moment.date(begunAt), savedAt: Moment.date(minute))
    }

    func drafts(on ticket: TicketRow) throws(StoreFailure) -> [Draft] {
        let rows = try session.all(
            "SELECT id, author, version, begun_at, saved_at, content FROM draft WHERE ticket = ? ORDER BY begun_at, id",
            [.integer(ticket.number.value)]
        ) { row throws(StoreFailure) in
            (
                id: try row.id(0), author: row.text(1), version: row.integer(2), begunAt: row.integer(3),
                savedAt: row.integer(4), content: row.blob(5)
            )
        }
        var drafts: [Draft] = []
        for row in rows {
            do throws(StoreFailure) {
                var reader = ByteReader(try sealer.open(row.content, at: Place.draft(row.id), owner: ticket.requester))
                let name = try shownAuthor(try reader.text())
                drafts.append(
                    Draft(
                        author: row.author, name: name, text: try reader.text(), version: row.version,
                        begunAt: Moment.date(row.begunAt), savedAt: Moment.date(row.savedAt)))
            } catch .keyDestroyed, .keyHeld, .damaged {
                continue
            }
        }
        return drafts
    }

    @discardableResult
    func removeDraft(of author: Principal, on number: TicketNumber) throws(StoreFailure) -> Bool {
        try session.run(
            "DELETE FROM draft WHERE ticket = ? AND author = ?", [.integer(number.value), .text(author.auditName)]) > 0
    }
}
