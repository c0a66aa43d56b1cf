package import Foundation
package import Vault

/// Everything that differs between two runs of the same program: time and chance.
///
/// Handed in as a value, so that a test owns both. The live one is made in `ticketd/World+Live.swift`.
package struct World: Sendable {
    /// The wall clock. It may jump; nothing that destroys may trust a jump.
    package let now: @Sendable () -> Date
    /// Time since some fixed instant of this run. It never jumps; deadlines and back-off use it.
    package let monotonic: @Sendable () -> Duration
    /// Suspends for at least this long; throws `CancellationError` when cancelled.
    package let sleep: @Sendable (Duration) async throws -> Void
    /// Unpredictable bytes. Secrets are made in `Vault`; this is for ids, jitter and boundaries.
    package let randomBytes: @Sendable (Int) -> [UInt8]

    package init(
        now: @escaping @Sendable () -> Date,
        monotonic: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.now = now
        self.monotonic = monotonic
        self.sleep = sleep
        self.randomBytes = randomBytes
    }

    package func newObjectID() -> ObjectID {
        let milliseconds = UInt64(clamping: Int64((now().timeIntervalSince1970 * 1000).rounded()))
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, byte) in randomBytes(10).enumerated() {
            if index < 2 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
        }
        return ObjectID(high: (milliseconds & 0xFFFF_FFFF_FFFF) << 16 | high, low: low)
    }

    /// A number in `0..<1`, for jitter.
    package func randomFraction() -> Double {
        let bits = randomBytes(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return Double(bits) / Double(UInt64(UInt32.max) + 1)
    }
}
