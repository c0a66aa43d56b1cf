internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Rows of statements and of notices to recipients.
extension DeskRecords {
    func add(
        _ statement: Statement, as id: ObjectID, about message: TicketMessageID, for person: PersonID
    ) throws(StoreFailure) {
        try session.run(
            "INSERT INTO statement (id, message, person, at, author, content) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .id(id), .id(message.object), .id(person.object), .integer(Moment.minute(statement.at)),
                .text(statement.author),
                .blob(try sealer.seal(Array(statement.text.utf8), at: Place.statement(id), owner: person)),
            ])
    }

    /// Oldest first. What is withheld, or was erased, is left out.
    func statements(on message: TicketMessageID) throws(StoreFailure) -> [Statement] {
        let rows = try session.all(
            "SELECT id, person, at, author, content FROM statement WHERE message = ? ORDER BY at, id",
            [.id(message.object)]
        ) { row throws(StoreFailure) in
            (id: try row.id(0), person: PersonID(try row.id(1)), at: row.integer(2), author: row.text(3), row.blob(4))
        }
        var statements: [Statement] = []
        for row in rows {
            do throws(StoreFailure) {
                let bytes = try sealer.open(row.4, at: Place.statement(row.id), owner: row.person)
                statements.append(
                    Statement(
                        text: String(decoding: bytes, as: UTF8.self), at: Moment.date(row.at), author: row.author))
            } catch .keyDestroyed, .keyHeld {
                continue
            }
        }
        return statements
    }

    func add(
        _ notice: RecipientNotice, as id: ObjectID, about person: PersonID, entry: OutboxEntryID?
    ) throws(StoreFailure) {
        var writer = ByteWriter()
        writer.write(ifAny: notice.recipient?.text)
        writer.write(ifAny: notice.reason)
        try session.run(
            "INSERT INTO recipient_notice (id, person, act, at, entry, content) VALUES (?, ?, ?, ?, ?, ?)",
            [
                .id(id), .id(person.object), .text(notice.act.rawValue), .integer(Moment.minute(notice.at)),
                .id(entry?.object), .blob(try sealer.seal(writer.bytes, at: Place.notice(id), owner: person)),
            ])
    }

    /// Whoever may see them answers for rights, so nothing of them is withheld.
    func recipientNotices(of person: PersonID) throws(StoreFailure) -> [RecipientNotice] {
        let rows = try session.all(
            """
            SELECT n.id, n.act, n.at, n.content, n.entry, o.state FROM recipient_notice n
            LEFT JOIN outbox o ON o.id = n.entry WHERE n.person = ? ORDER BY n.id LIMIT ?
            """, [.id(person.object), .integer(Limits.disclosuresShown)]
        ) { row throws(StoreFailure) in
            (id: try row.id(0), act: row.text(1), at: row.integer(2), row.blob(3), row.isNull(4), row.integerIfAny(5))
        }
        var notices: [RecipientNotice] = []
        for row in rows {
            guard let act = RecipientNotice.Act(rawValue: row.act) else { throw .damaged }
            var reader = ByteReader(
                try sealer.opening(held: true).open(row.3, at: Place.notice(row.id), owner: person))
            let recipient = try reader.textIfAny().flatMap { EmailAddress($0) }
            // A mail that is not kept any more has left.
            let state = try row.4 ? nil : row.5.map { (code) throws(StoreFailure) in try DeliveryState(code: code) }
            notices.append(
                RecipientNotice(
                    act: act, recipient: recipient, at: Moment.date(row.at), state: row.4 ? nil : state ?? .sent,
                    reason: try reader.textIfAny()))
        }
        return notices
    }

    /// Everybody who was sent something of the person, once, with the newest mail that brought it. One that never left
    /// disclosed nothing.
    func recipients(of person: PersonID) throws(StoreFailure) -> [Disclosure] {
        let opener = DeskRecords(session, sealer: sealer.opening(held: true))
        var newest: [String: Disclosure] = [:]
        for disclosure in try opener.disclosures(about: person) {
            guard let recipient = disclosure.recipient else { continue }
            switch disclosure.state {
            case .failed, .suppressed, .withdrawn: continue
            case .queued, .claimed, .handing, .deferred, .sent, .delayed, .unknown:
                newest[recipient.normalized] = disclosure
            }
        }
        return newest.sorted { $0.key < $1.key }.map(\.value)
    }
}
