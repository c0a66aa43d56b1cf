internal import Desk
internal import Foundation

/// Where a desk stands, as its manifests and a restored desk have to know it.
struct DeskMarks: Sendable {
    var schema: Int
    var tickets: Int
    var lastTicket: Int64
    /// The last line of the erasure ledger whose act the database holds.
    var ledger: Int64
    /// When it was last restored; nil when it never was.
    var restoredAt: Date?

    static let restored = "restored"
    static let anchorMailed = "anchor-mailed"

    init(_ session: any SQLSession) throws(StoreFailure) {
        schema = try Migrator.version(session)
        tickets =
            try session.first("SELECT COUNT(*) FROM ticket", []) { row throws(StoreFailure) in
                Int(row.integer(0))
            } ?? 0
        lastTicket = try Self.counter("ticket", session) ?? 0
        ledger = try ErasureLedger.applied(session)
        restoredAt = try Self.counter(Self.restored, session).map(Moment.date)
    }

    static func counter(_ name: String, _ session: any SQLSession) throws(StoreFailure) -> Int64? {
        try session.first("SELECT value FROM counter WHERE name = ?", [.text(name)]) { row throws(StoreFailure) in
            row.integer(0)
        }
    }

    static func set(_ name: String, to value: Int64, _ session: any SQLSession) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO counter (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """, [.text(name), .integer(value)])
    }
}
