import Foundation

/// A sign-in that waits for a person. In memory only: after a crash it is begun again.
struct SignInAttempt: Sendable {
    enum Way: Sendable {
        case device(DeviceCode)
        case code(verifier: String, state: String, redirect: String)
    }

    var way: Way
    var prompt: SignInPrompt
    /// Who began it, for the audit log.
    var author: Principal
    /// On the clock that never jumps.
    var endsAt: Duration
    var interval = Limits.devicePoll
    var nextPoll = Duration.zero

    static func device(_ code: DeviceCode, by author: Principal, world: World) -> SignInAttempt {
        let life = min(code.life, Limits.signInPatience)
        let interval = min(max(code.interval, .seconds(1)), Limits.devicePollMaximum)
        return SignInAttempt(
            way: .device(code),
            prompt: SignInPrompt(
                userCode: code.userCode, page: code.page, completePage: code.completePage, state: nil,
                until: world.now().addingTimeInterval(life.seconds)),
            author: author, endsAt: world.monotonic() + life, interval: interval,
            nextPoll: world.monotonic() + interval)
    }
}
