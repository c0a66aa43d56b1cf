/// A moment until which a socket is waited for, by a clock that never jumps.
///
/// It is the kernel that wakes us, so these are real seconds and not those of a test's world.
package struct Deadline: Sendable, Comparable {
    let instant: ContinuousClock.Instant

    package static func after(_ duration: Duration) -> Deadline {
        Deadline(instant: .now + duration)
    }

    package var hasPassed: Bool { instant <= .now }

    package static func < (left: Deadline, right: Deadline) -> Bool { left.instant < right.instant }
}
