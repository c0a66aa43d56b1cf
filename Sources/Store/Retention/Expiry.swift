internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// The end of some tickets, and of people of whom nothing else is left: ledger, keys, rows, in this order, on one
/// connection and with nobody in between. It is an erasure without a request, and carried out by the same rules.
///
/// A ticket of somebody who has others goes as rows alone: their key still opens the rest. A restored backup brings
/// such a ticket back, and the next run removes it again.
struct Expiry {
    let records: DeskRecords
    let world: World
    let now: Date

    /// What has to be on the disk before the rows go.
    struct Prepared: Sendable {
        var lines: [Int64] = []
        var people = 0
    }

    /// Lays out what goes with these tickets; those merged into them go as well. Outside the transaction, whose
    /// `removeRows` ends it.
    func prepare(_ tickets: [TicketNumber], ledger: ErasureLedger) throws(StoreFailure) -> Prepared {
        for statement in ErasureScope.tables { try session.run(statement) }
        try clear()
        let batch = world.newObjectID()
        // A stand-in, so that the rules find who is nobody; nothing is anybody's whose id was made a moment ago.
        try add(person: world.newObjectID(), address: [], batch: batch)
        for number in tickets {
            try session.run("INSERT INTO erased_ticket (number) VALUES (?)", [.integer(number.value)])
        }
        for statement in Self.contents { try session.run(statement) }
        let people = try peopleLeft()
        return try forget(people, batch: batch, ledger: ledger)
    }

    /// As `prepare`, for people of whom no ticket is left at all.
    func prepare(peopleLeft limit: Int, ledger: ErasureLedger) throws(StoreFailure) -> Prepared {
        for statement in ErasureScope.tables { try session.run(statement) }
        try clear()
        let batch = world.newObjectID()
        try add(person: world.newObjectID(), address: [], batch: batch)
        let before = Moment.milliseconds(now) - Limits.newPersonKept
        let people = try session.all(
            """
            SELECT p.person FROM (SELECT id AS person, first_seen_at FROM person) p
            WHERE p.first_seen_at < ? AND NOT \(RetentionExemption.personStays) LIMIT ?
            """, [.integer(before), .integer(limit)]
        ) { row throws(StoreFailure) in PersonID(try row.id(0)) }
        return try forget(people, batch: batch, ledger: ledger)
    }

    /// Every rule, in one transaction. Answers what it removed.
    func removeRows(_ prepared: Prepared) throws(StoreFailure) -> RetentionCounts {
        let counts = RetentionCounts(
            tickets: try count("SELECT COUNT(*) FROM erased_ticket"),
            messages: try count("SELECT COUNT(*) FROM erased_message"),
            ticketFiles: try count(
                "SELECT COUNT(*) FROM attachment WHERE message IN (SELECT id FROM erased_message)"),
            people: prepared.people)
        try Statistics(session).add(expiredOn: now)
        try session.run(CopyChoice.outliving)
        for statement in ErasureRule.statements + Self.rest { try session.run(statement) }
        for line in prepared.lines where try ErasureLedger.applied(session) == line - 1 {
            try ErasureLedger.note(line, session)
        }
        try clear()
        return counts
    }

    private var session: any SQLSession { records.session }

    private func clear() throws(StoreFailure) {
        for statement in ErasureScope.names { try session.run(statement) }
    }

    private func count(_ sql: String) throws(StoreFailure) -> Int {
        try session.first(sql, []) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
    }

    private func add(person: ObjectID, address: [UInt8], batch: ObjectID) throws(StoreFailure) {
        try session.run(
            "INSERT INTO erasing (erasure, person, address, nobody, no_bytes) VALUES (?, ?, ?, ?, ?)",
            [.id(batch), .id(person), .blob(address), .id(ErasureScope.nobody), .blob([])])
    }

    /// Of those who have a part in the tickets, the people of whom nothing else is kept.
    private func peopleLeft() throws(StoreFailure) -> [PersonID] {
        try session.all(
            """
            SELECT p.person FROM (
                SELECT requester AS person FROM ticket WHERE number IN (SELECT number FROM erased_ticket)
                UNION SELECT owner FROM message WHERE ticket IN (SELECT number FROM erased_ticket)
                UNION SELECT author FROM message WHERE author IS NOT NULL
                    AND ticket IN (SELECT number FROM erased_ticket)
                UNION SELECT person FROM participant WHERE ticket IN (SELECT number FROM erased_ticket)) p
            WHERE NOT \(RetentionExemption.personStays)
            """, []
        ) { row throws(StoreFailure) in PersonID(try row.id(0)) }
    }

    private func forget(
        _ people: [PersonID], batch: ObjectID, ledger: ErasureLedger
    ) throws(StoreFailure) -> Prepared {
        let keys = records.sealer.keys
        var prepared = Prepared()
        var acts: [LedgerAct] = []
        for person in people {
            let isAlive = try vault { () throws(VaultFailure) in try keys.hasKey(person.object) }
            if isAlive {
                acts.append(.erased(person, erasure: batch, mails: try mails(of: person)))
                for hash in try wishes(of: person) {
                    try session.run(
                        "INSERT INTO erased_hash (hash) VALUES (?) ON CONFLICT (hash) DO NOTHING", [.blob(hash)])
                }
            }
            let index = try session.first("SELECT address FROM person WHERE id = ?", [.id(person.object)]) {
                row throws(StoreFailure) in row.blob(0)
            }
            if index != nil { prepared.people += 1 }
            try add(person: person.object, address: index ?? [], batch: batch)
        }
        prepared.lines = try ledger.append(acts, at: now).map(\.sequence)
        Fault.point(.t1)
        try vault { () throws(VaultFailure) in try keys.destroyKeys(of: people.map(\.object)) }
        Fault.point(.t2)
        return prepared
    }

    /// The keyed hashes of the mails in the person's own tickets, so that a restored database knows them again.
    private func mails(of person: PersonID) throws(StoreFailure) -> [LedgerAct.ForgottenMail] {
        try session.all(
            """
            SELECT mailbox, hash, identity FROM mail_reference WHERE kind = ? AND ticket IN (
                SELECT number FROM ticket WHERE requester = ? AND number IN (SELECT number FROM erased_ticket))
            """, [.integer(ReferenceKind.received), .id(person.object)]
        ) { row throws(StoreFailure) in
            MailboxName(row.text(0)).map {
                LedgerAct.ForgottenMail(mailbox: $0, messageHash: row.blob(1), identity: row.blob(2))
            }
        }.compactMap { $0 }
    }

    /// Under which hashes the person may have taken a wish back: the evidence of that goes with them.
    private func wishes(of person: PersonID) throws(StoreFailure) -> [[UInt8]] {
        guard let address = try records.summary(of: person).address else { return [] }
        let groups = try session.all("SELECT DISTINCT suppression_group FROM mailbox", []) { row throws(StoreFailure) in
            row.text(0)
        }
        return Set(groups + ["default"]).flatMap { records.hashes.suppression(address, group: $0) }
    }

    private static let contents = [
        """
        INSERT INTO erased_ticket (number)
        SELECT number FROM ticket WHERE merged_into IN (SELECT number FROM erased_ticket)
        ON CONFLICT (number) DO NOTHING
        """,
        """
        INSERT INTO erased_message (id, ticket, position)
        SELECT id, ticket, position FROM message WHERE ticket IN (SELECT number FROM erased_ticket)
        """,
        "INSERT INTO erased_entry (id) SELECT id FROM outbox WHERE ticket IN (SELECT number FROM erased_ticket)",
    ]

    /// What an erasure leaves because it looks at one person and not at a whole ticket.
    static let rest = [
        "DELETE FROM withheld_ticket WHERE ticket IN (SELECT number FROM erased_ticket)",
        "DELETE FROM news WHERE ticket IN (SELECT number FROM erased_ticket)",
        "DELETE FROM erasure_mention WHERE ticket IN (SELECT number FROM erased_ticket)",
        "UPDATE rights_request SET ticket = NULL WHERE ticket IN (SELECT number FROM erased_ticket)",
        // Copies on servers end by a rule of their own: `expired_copy` has those that are still there.
        "DELETE FROM erasure_copy WHERE erasure IN (SELECT erasure FROM erasing)",
    ]
}
