internal import Desk

/// Rows of the desk inside one transaction: what is sealed is sealed on the way in and opened on the way out.
///
/// Its verbs are steps of a transaction, not transactions; which steps belong together is decided by the ports.
struct DeskRecords {
    let session: any SQLSession
    let sealer: Sealer
    let hashes: HashMaker

    init(_ session: any SQLSession, sealer: Sealer) {
        self.session = session
        self.sealer = sealer
        hashes = HashMaker(keys: sealer.keys)
    }

    /// The next number of a counter, never given before and never again.
    func next(_ counter: String) throws(StoreFailure) -> Int64 {
        guard
            let value = try session.first(
                "UPDATE counter SET value = value + 1 WHERE name = ? RETURNING value", [.text(counter)],
                { row throws(StoreFailure) in row.integer(0) })
        else { throw .damaged }
        return value
    }

    func count(_ amount: Int, in counter: String) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO counter (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = counter.value + excluded.value
            """, [.text(counter), .integer(amount)])
    }
}
