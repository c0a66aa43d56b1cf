internal import Desk

/// The rows of the database in memory: the words of each message, and of each ticket what stands above them.
///
/// The number of a row holds its ticket, so that tickets are found without looking at a second table. Of a contentless
/// index nothing could be deleted with SQLite 3.40, so the texts are in it as well.
struct SearchEntries {
    let session: any SQLSession

    /// Said once, to an empty database.
    func make() throws(StoreFailure) {
        for statement in Self.schema { try session.run(statement) }
    }

    /// More memory than this it does not take.
    func bound(to bytes: Int) throws(StoreFailure) {
        // A number of ours: a pragma takes no values.
        try session.run("PRAGMA max_page_count = \(bytes / Limits.searchPageSize)")
    }

    /// By place: what its words were made of.
    func markers(of ticket: TicketNumber) throws(StoreFailure) -> [Int64: Int64] {
        var markers: [Int64: Int64] = [:]
        try session.look(
            "SELECT id, marker FROM entry WHERE id BETWEEN ? AND ?", Self.span(ticket)
        ) { row throws(StoreFailure) in
            markers[row.integer(0) & Self.lastPlace] = row.integer(1)
            return .goOn
        }
        return markers
    }

    func put(
        _ head: String, _ text: String, at place: Int64, of ticket: TicketNumber, marker: Int64
    ) throws(StoreFailure) {
        let id = Self.id(ticket, place)
        try session.run("INSERT INTO entry (id, marker) VALUES (?, ?)", [.integer(id), .integer(marker)])
        try session.run(
            "INSERT INTO words (rowid, head, text) VALUES (?, ?, ?)", [.integer(id), .text(head), .text(text)])
    }

    func remove(_ place: Int64, of ticket: TicketNumber) throws(StoreFailure) {
        let id: SQLValue = .integer(Self.id(ticket, place))
        try session.run("DELETE FROM words WHERE rowid = ?", [id])
        try session.run("DELETE FROM entry WHERE id = ?", [id])
    }

    /// Everything of a ticket. Answers whether there was anything.
    @discardableResult
    func forget(_ ticket: TicketNumber) throws(StoreFailure) -> Bool {
        let places = try markers(of: ticket).keys
        for place in places { try remove(place, of: ticket) }
        try session.run("DELETE FROM place WHERE ticket = ?", [.integer(ticket.value)])
        return !places.isEmpty
    }

    /// That a ticket's words are all there, and when it changed last.
    func note(_ ticket: TicketNumber, updatedAt: Int64) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO place (ticket, updated_at) VALUES (?, ?)
            ON CONFLICT (ticket) DO UPDATE SET updated_at = excluded.updated_at
            """, [.integer(ticket.value), .integer(updatedAt)])
    }

    /// The tickets in which every term stands, in one message or in several.
    func tickets(with query: SearchQuery) throws(StoreFailure) -> Set<Int64> {
        var found: Set<Int64>?
        for term in query.terms {
            var tickets: Set<Int64> = []
            try session.look(
                "SELECT DISTINCT rowid >> 20 FROM words WHERE words MATCH ?", [.text(term)]
            ) { row throws(StoreFailure) in
                tickets.insert(row.integer(0))
                return .goOn
            }
            found = found.map { $0.intersection(tickets) } ?? tickets
            if found?.isEmpty == true { break }
        }
        return found ?? []
    }

    /// The same, what fits best first: by the best message of each.
    func tickets(rankedBy query: SearchQuery) throws(StoreFailure) -> [Int64] {
        let found = try tickets(with: query)
        guard !found.isEmpty else { return [] }
        return try session.all(
            """
            SELECT ticket FROM (
                SELECT rowid >> 20 AS ticket, bm25(words, 4.0, 1.0) AS rank FROM words WHERE words MATCH ? LIMIT -1)
            GROUP BY ticket ORDER BY MIN(rank), ticket DESC
            """, [.text(query.anyTerm)]
        ) { row throws(StoreFailure) in row.integer(0) }.filter(found.contains)
    }

    /// The tickets that did not change for the longest time.
    func oldest(_ count: Int) throws(StoreFailure) -> [(ticket: TicketNumber, updatedAt: Int64)] {
        try session.all(
            "SELECT ticket, updated_at FROM place ORDER BY updated_at, ticket LIMIT ?", [.integer(count)]
        ) { row throws(StoreFailure) in
            guard let ticket = TicketNumber(row.integer(0)) else { throw .damaged }
            return (ticket, row.integer(1))
        }
    }

    func counts() throws(StoreFailure) -> (tickets: Int, messages: Int) {
        let count = { (sql: String) throws(StoreFailure) -> Int in
            try session.first(sql, []) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
        }
        return (try count("SELECT COUNT(*) FROM place"), try count("SELECT COUNT(*) FROM entry WHERE id & 1048575 > 0"))
    }

    /// What is used of the memory, without pages that are free again.
    func bytes() throws(StoreFailure) -> Int {
        let number = { (sql: String) throws(StoreFailure) -> Int in
            try session.first(sql, []) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
        }
        return (try number("PRAGMA page_count") - number("PRAGMA freelist_count")) * Limits.searchPageSize
    }

    /// A deleted entry stays in the index as one that is not to be found, until its neighbours are written anew. This
    /// writes some of them. Answers whether there is more to do.
    func purge(isFirst: Bool) throws(StoreFailure) -> Bool {
        let before = try changes()
        let pages = isFirst ? -Limits.searchPurgedPages : Limits.searchPurgedPages
        try session.run("INSERT INTO words (words, rank) VALUES ('merge', ?)", [.integer(pages)])
        // Fewer than two changes: it found nothing to merge (FTS5, "The 'merge' Command").
        return isFirst ? true : try changes() - before > 1
    }

    private func changes() throws(StoreFailure) -> Int64 {
        try session.first("SELECT total_changes()", []) { row throws(StoreFailure) in row.integer(0) } ?? 0
    }

    /// Twenty bits: a ticket has fewer messages. The queries above have the same number.
    private static let placeBits: Int64 = 20
    static let lastPlace: Int64 = (1 << placeBits) - 1
    /// Above every message's: where subject and requester of a ticket are.
    static let headPlace: Int64 = 0

    private static func id(_ ticket: TicketNumber, _ place: Int64) -> Int64 { ticket.value << placeBits | place }

    private static func span(_ ticket: TicketNumber) -> [SQLValue] {
        [.integer(id(ticket, headPlace)), .integer(id(ticket, lastPlace))]
    }

    private static let schema = [
        // Marks too: what Hindi or Thai is without them are no words.
        """
        CREATE VIRTUAL TABLE words USING fts5(
            head, text, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")
        """,
        "CREATE TABLE entry (id INTEGER PRIMARY KEY, marker INTEGER NOT NULL)",
        "CREATE TABLE place (ticket INTEGER PRIMARY KEY, updated_at INTEGER NOT NULL)",
        "CREATE INDEX place_by_time ON place (updated_at, ticket)",
    ]
}
