internal import Desk

/// Automatic mail that unauthenticated acts caused lately (P15), counted once for a batch and carried on within it.
struct CourtesyTotals {
    private var lastHour: Int
    private var unverifiedLastHour: Int

    init(_ session: any SQLSession, now: Int64) throws(StoreFailure) {
        let counts = try session.first(
            "SELECT COUNT(*), COALESCE(SUM(1 - is_verified), 0) FROM courtesy WHERE at > ?",
            [.integer(now - 3_600_000)]
        ) { row throws(StoreFailure) in (Int(row.integer(0)), Int(row.integer(1))) }
        (lastHour, unverifiedLastHour) = counts ?? (0, 0)
    }

    func count(
        toAddressLastDay: Int, toAddressLastMonth: Int = 0, toAddressLastHour: Int = 0
    ) -> CourtesyCount {
        CourtesyCount(
            toAddressLastDay: toAddressLastDay, toAddressLastMonth: toAddressLastMonth,
            toEverybodyLastHour: lastHour, toUnverifiedLastHour: unverifiedLastHour,
            toAddressLastHour: toAddressLastHour)
    }

    static func lastHour(_ session: any SQLSession, address: [UInt8], now: Int64) throws(StoreFailure) -> Int {
        try count(session, address: address, after: now - 3_600_000)
    }

    static func lastDay(_ session: any SQLSession, address: [UInt8], now: Int64) throws(StoreFailure) -> Int {
        try count(session, address: address, after: now - Limits.courtesyDay)
    }

    /// What somebody who unsubscribed was sent all the same.
    static func lastMonth(_ session: any SQLSession, address: [UInt8], now: Int64) throws(StoreFailure) -> Int {
        try count(session, address: address, after: now - Limits.courtesyKept)
    }

    private static func count(
        _ session: any SQLSession, address: [UInt8], after time: Int64
    ) throws(StoreFailure) -> Int {
        try session.first(
            "SELECT COUNT(*) FROM courtesy WHERE address = ? AND at > ?", [.blob(address), .integer(time)]
        ) { row throws(StoreFailure) in Int(row.integer(0)) } ?? 0
    }

    /// Notes one more, and forgets those that decide nothing any more.
    mutating func add(
        _ session: any SQLSession, address: [UInt8], entry: OutboxEntryID, isVerified: Bool, now: Int64
    ) throws(StoreFailure) {
        try session.run("DELETE FROM courtesy WHERE at <= ?", [.integer(now - Limits.courtesyKept)])
        try session.run(
            "INSERT INTO courtesy (address, entry, at, is_verified) VALUES (?, ?, ?, ?)",
            [.blob(address), .id(entry.object), .integer(now), .flag(isVerified)])
        lastHour += 1
        if !isVerified { unverifiedLastHour += 1 }
    }

    /// Notes that one more would have gone to an address whose own budget stops it. A flood from many addresses leaves
    /// no row: those have used up nothing of their own.
    static func withhold(_ session: any SQLSession, address: [UInt8], now: Int64) throws(StoreFailure) {
        guard try lastDay(session, address: address, now: now) > 0 else { return }
        try session.run("DELETE FROM ladder WHERE since <= ?", [.integer(now - Limits.courtesyDay)])
        try session.run(
            """
            INSERT INTO ladder (address, since, withheld) VALUES (?, ?, 1)
            ON CONFLICT (address) DO UPDATE SET withheld = ladder.withheld + 1
            """, [.blob(address), .integer(now)])
    }

    /// Addresses that would have got more automatic mail than a day allows (P15), however few they did get.
    static func laddersClimbed(_ session: any SQLSession, now: Int64) throws(StoreFailure) -> Int {
        let dayBefore = now - Limits.courtesyDay
        return try session.first(
            """
            SELECT COUNT(*) FROM ladder WHERE since > ? AND withheld > ? -
            (SELECT COUNT(*) FROM courtesy WHERE courtesy.address = ladder.address AND courtesy.at > ?)
            """,
            [.integer(dayBefore), .integer(Int64(Desk.Limits.courtesiesPerAddressAndDay)), .integer(dayBefore)]
        ) { row throws(StoreFailure) in Int(row.integer(0)) } ?? 0
    }
}
