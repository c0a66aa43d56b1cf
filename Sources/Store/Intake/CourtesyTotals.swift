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

    func count(toAddressLastDay: Int) -> CourtesyCount {
        CourtesyCount(
            toAddressLastDay: toAddressLastDay, toEverybodyLastHour: lastHour,
            toUnverifiedLastHour: unverifiedLastHour)
    }

    static func lastDay(_ session: any SQLSession, address: [UInt8], now: Int64) throws(StoreFailure) -> Int {
        try session.first(
            "SELECT COUNT(*) FROM courtesy WHERE address = ? AND at > ?",
            [.blob(address), .integer(now - Limits.courtesyKept)]
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
}
