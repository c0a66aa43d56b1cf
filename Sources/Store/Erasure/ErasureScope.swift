internal import Desk
internal import Mail
internal import Vault

/// Which rows an erasure is about, laid out in tables of the connection so that the rules are plain statements.
///
/// It is found anew whenever it is needed, from the person's id and address alone: nothing of it is kept.
struct ErasureScope {
    let records: DeskRecords
    let person: PersonID
    let address: EmailAddress?
    let erasure: ObjectID

    /// Lays the tables out and fills them. Only inside a transaction, which `clear` must end.
    func fill() throws(StoreFailure) {
        for statement in Self.tables { try session.run(statement) }
        try clear()
        let index = try index()
        try session.run(
            "INSERT INTO erasing (erasure, person, address, nobody, no_bytes) VALUES (?, ?, ?, ?, ?)",
            [.id(erasure), .id(person.object), .blob(index), .id(Self.nobody), .blob([])])
        let hashes = try suppressionHashes()
        for hash in hashes { try session.run("INSERT INTO erased_hash (hash) VALUES (?)", [.blob(Array(hash))]) }
        for statement in Self.tickets { try session.run(statement) }
        try addQuarantined()
        for statement in Self.messages { try session.run(statement) }
        try addEntries(to: hashes, index)
    }

    func clear() throws(StoreFailure) {
        for name in Self.names { try session.run(name) }
    }

    func counts() throws(StoreFailure) -> ErasureCounts {
        ErasureCounts(
            tickets: try count("SELECT COUNT(*) FROM erased_ticket"),
            emptied: try count("SELECT COUNT(*) FROM emptied_ticket"),
            messages: try count("SELECT COUNT(*) FROM erased_message"),
            attachments: try count(
                "SELECT COUNT(*) FROM attachment WHERE message IN (SELECT id FROM erased_message)"),
            mails: try count("SELECT COUNT(*) FROM erased_entry"),
            copies: try count("SELECT COUNT(*) FROM server_copy WHERE message IN (SELECT id FROM erased_message)"),
            quarantined: try count(
                "SELECT COUNT(*) FROM quarantine WHERE message IN (SELECT id FROM erased_message)"))
    }

    private var session: any SQLSession { records.session }

    private func count(_ sql: String) throws(StoreFailure) -> Int {
        try session.first(sql, []) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
    }

    private func suppressionHashes() throws(StoreFailure) -> Set<[UInt8]> {
        guard let address else { return [] }
        let groups = try session.all("SELECT DISTINCT suppression_group FROM mailbox", []) { row throws(StoreFailure) in
            row.text(0)
        }
        return Set(Set(groups + ["default"]).flatMap { records.hashes.suppression(address, group: $0) })
    }

    /// Mail that could not be read belongs to nobody we know; one that says in its header that it is from this address
    /// is this person's.
    private func addQuarantined() throws(StoreFailure) {
        guard let address else { return }
        var found: [(message: SQLValue, ticket: Int64)] = []
        try session.look("SELECT message, ticket, content FROM quarantine", []) { row throws(StoreFailure) in
            let id = TicketMessageID(try row.id(0))
            let bytes = try records.sealer.desk.open(row.blob(2), at: Place.quarantined(id))
            if HeaderLines(bytes).isFrom(address) { found.append((.id(id.object), row.integer(1))) }
            return .goOn
        }
        for (message, ticket) in found {
            try session.run(
                "INSERT INTO erased_ticket (number) VALUES (?) ON CONFLICT (number) DO NOTHING", [.integer(ticket)])
            try session.run(
                """
                INSERT INTO erased_message (id, ticket, position)
                SELECT id, ticket, position FROM message WHERE ticket = ? AND id = ?
                """, [.integer(ticket), message])
        }
    }

    /// Mails that deliver an erased message, and copies to the person of what belongs to others.
    private func addEntries(to hashes: Set<[UInt8]>, _ index: [UInt8]) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO erased_entry (id) SELECT o.id FROM erased_message m
            JOIN outbox o ON o.ticket = m.ticket AND o.position = m.position
            """)
        var found: [SQLValue] = hashes.isEmpty ? try copies(to: index) : []
        // The confirmation of an erasure is ended by its last step.
        try session.look(
            "SELECT id, hashes FROM outbox WHERE id NOT IN (SELECT entry FROM erasure WHERE entry IS NOT NULL)", []
        ) { row throws(StoreFailure) in
            if !hashes.isEmpty, EntryRow.split(row.blob(1)).contains(where: hashes.contains) {
                found.append(.blob(row.blob(0)))
            }
            return .goOn
        }
        for id in found {
            try session.run("INSERT INTO erased_entry (id) VALUES (?) ON CONFLICT (id) DO NOTHING", [id])
        }
    }

    /// Copies to somebody whose address nobody can open any more: the blind index still tells them. Opens every copy of
    /// every ticket, which only a restored backup has to pay for.
    private func copies(to index: [UInt8]) throws(StoreFailure) -> [SQLValue] {
        guard !index.isEmpty else { return [] }
        let entries = try session.all("\(EntryRow.select) WHERE is_to_requester = 0", []) { row throws(StoreFailure) in
            try EntryRow(row)
        }
        var found: [SQLValue] = []
        for entry in entries {
            do throws(StoreFailure) {
                guard let key = try records.key(of: entry), let to = try records.recipient(of: entry, key: key),
                    records.hashes.address(to) == index
                else { continue }
                found.append(.id(entry.id.object))
            } catch {
                // What does not open tells nothing about anybody.
                if error.endsTransaction { throw error }
            }
        }
        return found
    }

    private func index() throws(StoreFailure) -> [UInt8] {
        if let address { return records.hashes.address(address) }
        return try session.first("SELECT address FROM person WHERE id = ?", [.id(person.object)]) {
            row throws(StoreFailure) in row.blob(0)
        } ?? []
    }

    /// The owner of a place without words: an id that no key and no person has.
    static let nobody = ObjectID(high: 0, low: 0)

    static let tables = [
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS erasing (
            erasure BLOB NOT NULL, person BLOB NOT NULL, address BLOB NOT NULL, nobody BLOB NOT NULL,
            no_bytes BLOB NOT NULL)
        """,
        "CREATE TEMPORARY TABLE IF NOT EXISTS erased_hash (hash BLOB PRIMARY KEY)",
        "CREATE TEMPORARY TABLE IF NOT EXISTS erased_ticket (number INTEGER PRIMARY KEY)",
        "CREATE TEMPORARY TABLE IF NOT EXISTS emptied_ticket (number INTEGER PRIMARY KEY)",
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS erased_message (
            id BLOB PRIMARY KEY, ticket INTEGER NOT NULL, position INTEGER NOT NULL)
        """,
        "CREATE TEMPORARY TABLE IF NOT EXISTS erased_entry (id BLOB PRIMARY KEY)",
    ]

    static let names = [
        "DELETE FROM erasing", "DELETE FROM erased_hash", "DELETE FROM erased_ticket", "DELETE FROM emptied_ticket",
        "DELETE FROM erased_message", "DELETE FROM erased_entry",
    ]

    /// A ticket of the person goes whole unless somebody else's words stand in it.
    private static let tickets = [
        """
        INSERT INTO erased_ticket (number)
        SELECT t.number FROM ticket t WHERE t.requester IN (SELECT person FROM erasing) AND NOT EXISTS (
            SELECT 1 FROM message m WHERE m.ticket = t.number
            AND m.owner NOT IN (SELECT person FROM erasing) AND m.owner NOT IN (SELECT nobody FROM erasing))
        """,
        """
        INSERT INTO emptied_ticket (number)
        SELECT t.number FROM ticket t WHERE t.requester IN (SELECT person FROM erasing)
        AND t.number NOT IN (SELECT number FROM erased_ticket)
        """,
    ]

    private static let messages = [
        """
        INSERT INTO erased_message (id, ticket, position)
        SELECT id, ticket, position FROM message WHERE owner IN (SELECT person FROM erasing)
        """
    ]
}
