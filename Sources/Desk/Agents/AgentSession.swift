package import Foundation

/// Somebody who logged in. It ends when it is not used, when it is old, and when the agent leaves or is reset.
package struct AgentSession: Sendable, Equatable {
    /// SHA-256 of the token.
    package var hash: [UInt8]
    package var agent: AgentID
    package var begunAt: Date
    /// To the minute.
    package var seenAt: Date

    package init(hash: [UInt8], agent: AgentID, begunAt: Date, seenAt: Date) {
        self.hash = hash
        self.agent = agent
        self.begunAt = begunAt
        self.seenAt = seenAt
    }

    /// A clock that was set back makes no session live longer than it might have.
    package func isAlive(at now: Date) -> Bool {
        let (age, rest) = (now.timeIntervalSince(begunAt), now.timeIntervalSince(seenAt))
        return age > -60 && age < Limits.sessionLength.seconds && rest < Limits.sessionIdle.seconds
    }

    package var end: Date { begunAt.addingTimeInterval(Limits.sessionLength.seconds) }
}
