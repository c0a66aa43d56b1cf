package import Foundation

/// Whether the wall clock may be trusted with destruction. Pure: whoever looks brings both clocks.
///
/// A clock that went forward by more than a day beyond what really passed makes everything look expired. Deletion
/// pauses then until a human has confirmed the time. From one run of the daemon to the next nothing tells what really
/// passed, so a day without the daemon counts the same.
package struct RetentionClock: Sendable, Equatable {
    /// The last time that was seen, and what the clock that never jumps said then in this run.
    private var wall: Date
    private var monotonic: Duration

    /// `last` is what the run before wrote down; nil on the first day.
    package init(last: Date?, now: Date, monotonic: Duration) {
        wall = last ?? now
        self.monotonic = monotonic
    }

    /// Answers how far the clock jumped forward since the last look; nil when that is less than a day.
    package mutating func look(now: Date, monotonic: Duration) -> Duration? {
        let jump = now.timeIntervalSince(wall) - (monotonic - self.monotonic).seconds
        wall = now
        self.monotonic = monotonic
        guard jump > Limits.retentionClockTolerance.seconds else { return nil }
        return .seconds(Int64(clamping: Int(exactly: jump.rounded()) ?? Int.max))
    }
}
