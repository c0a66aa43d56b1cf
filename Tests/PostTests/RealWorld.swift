import Desk
import Foundation

/// Real time and real chance, for tests that speak over sockets.
enum RealWorld {
    static func make() -> World {
        let start = ContinuousClock.now
        return World(
            now: { Date() }, monotonic: { start.duration(to: .now) },
            sleep: { try await Task.sleep(for: $0) },
            randomBytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    }
}
