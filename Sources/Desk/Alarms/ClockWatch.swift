package import Foundation

/// Compares the wall clock with the one that never jumps. Pure: whoever looks brings both.
///
/// A jump is remembered for `Limits.clockJumpStands`, because it is over the moment it has happened and what it broke
/// is not.
package struct ClockWatch: Sendable {
    private struct Jump {
        var seconds: Int
        var at: Duration
    }

    private var wall: Date
    private var monotonic: Duration
    private var jump: Jump?

    package init(wall: Date, monotonic: Duration) {
        self.wall = wall
        self.monotonic = monotonic
    }

    /// Seconds of the last jump, forward or back; nil when there was none lately.
    package mutating func look(wall: Date, monotonic: Duration) -> Int? {
        let passed = (monotonic - self.monotonic).seconds
        let drift = abs(wall.timeIntervalSince(self.wall) - passed)
        if drift > Limits.clockTolerance.seconds {
            jump = Jump(seconds: Int(exactly: drift.rounded()) ?? Int.max, at: monotonic)
        } else if let last = jump, monotonic - last.at > Limits.clockJumpStands {
            jump = nil
        }
        self.wall = wall
        self.monotonic = monotonic
        return jump?.seconds
    }
}
