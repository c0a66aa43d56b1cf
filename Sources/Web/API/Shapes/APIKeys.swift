import Desk

/// How a rotation of the keys that wrap people's keys stands.
package struct APIKeys: Codable, Sendable, Equatable {
    package var epoch: Int
    /// People's keys that an older one still wraps; 0 when none is under way.
    package var waiting: Int

    init(_ rotation: KeyRotation) {
        (epoch, waiting) = (rotation.epoch, rotation.waiting)
    }
}
