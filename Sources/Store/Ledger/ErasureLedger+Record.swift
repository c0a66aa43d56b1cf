internal import Desk
internal import Foundation

/// Lines written inside the transaction that carries their act out.
extension ErasureLedger {
    /// The counter of desk.db that names the last line whose act the database holds.
    static let counter = "ledger"

    /// The line of an act and, with the act itself, the note that the database holds it. Should the transaction fail
    /// after the line was written, the note stays behind and the next start carries the act out: a line is a promise.
    @discardableResult
    func record(_ act: LedgerAct, at date: Date, _ session: any SQLSession) throws(StoreFailure) -> LedgerEntry {
        let entry = try append(act, at: date)
        try Self.noteNext(entry.sequence, session)
        return entry
    }

    /// The act of this line is in the database. Only without a gap: a line of an act that failed must not be taken for
    /// done because a later one was.
    static func noteNext(_ sequence: Int64, _ session: any SQLSession) throws(StoreFailure) {
        guard try applied(session) == sequence - 1 else { return }
        try note(sequence, session)
    }

    /// The last line whose act the database holds, with all before it.
    static func applied(_ session: any SQLSession) throws(StoreFailure) -> Int64 {
        try session.first("SELECT value FROM counter WHERE name = ?", [.text(counter)]) { row throws(StoreFailure) in
            row.integer(0)
        } ?? 0
    }

    static func note(_ sequence: Int64, _ session: any SQLSession) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO counter (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """, [.text(counter), .integer(sequence)])
    }
}
