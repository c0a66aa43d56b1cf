package import Vault

/// What an agent logs in with: a password and the secret of the codes. Sealed under the agent's key.
package struct AgentCredentials: Sendable, Equatable {
    package var password: PasswordHash
    package var codes: TimeCode
    /// Made up by the desk and shown to whoever reset it: it has to be changed with the first login.
    package var isOneTime: Bool

    package init(password: PasswordHash, codes: TimeCode, isOneTime: Bool) {
        self.password = password
        self.codes = codes
        self.isOneTime = isOneTime
    }
}

/// An attempt to log in, counted before anything was compared, so that many at once are no more than one after another.
package enum LoginAttempt: Sendable, Equatable {
    /// Compare with these; `used` is the step of the last code that was accepted, `failures` counts this attempt.
    case allowed(AgentCredentials, used: Int64, failures: Int)
    /// Too many failures: not yet.
    case blocked
    /// Unknown, a former agent, or one whose login was never set.
    case impossible
}

/// How long failures keep an agent out. Never for good: otherwise anybody could keep an agent out by guessing.
package enum LoginBackoff {
    /// Until when no attempt is made after that many failures in a row; nil: at once.
    package static func pause(after failures: Int) -> Duration? {
        guard failures >= Limits.loginFailures else { return nil }
        let doublings = min(failures - Limits.loginFailures, 16)
        return min(Limits.loginPause * (1 << doublings), Limits.loginPauseMaximum)
    }
}
