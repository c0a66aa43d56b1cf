import Foundation
import Mail

/// The test mail, come back.
struct TestArrival: Sendable {
    /// Its header section, as the server has it now.
    let message: Message
    /// When the server took it, by its own clock, to the second.
    let takenAt: Date?
    /// Our clock before the mail was sent and after it was seen.
    let sentAt: Date
    let seenAt: Date

    /// How far our clock is from the server's, beyond what the journey explains: positive when ours is ahead.
    var clockDifference: TimeInterval? {
        guard let takenAt else { return nil }
        if takenAt < sentAt.addingTimeInterval(-1) { return sentAt.timeIntervalSince(takenAt) }
        if takenAt > seenAt.addingTimeInterval(1) { return -takenAt.timeIntervalSince(seenAt) }
        return 0
    }
}
