import Desk
import Foundation
import Vault

/// The one place where the program meets the real clock and real chance.
extension World {
    static func live() -> World {
        let start = ContinuousClock.now
        return World(
            now: { Date() },
            monotonic: { ContinuousClock.now - start },
            sleep: { duration in try await Sleeper.shared.sleep(duration) },
            randomBytes: { count in
                do throws(VaultFailure) {
                    return try Randomness.bytes(count)
                } catch {
                    // Without randomness no id, token or nonce is safe: going on would be worse than stopping.
                    preconditionFailure("the system has no random bytes")
                }
            })
    }
}
