package import Desk
package import Foundation

/// Logins and sessions of the fake.
extension FakeDeskStore {
    package func resetLogin(
        of agent: AgentID, to credentials: AgentCredentials, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard state.agents.contains(where: { $0.id == agent && !$0.isDisabled }) else { return false }
            state.logins[agent] = FakeLogin(credentials: credentials)
            state.sessions.removeAll { $0.agent == agent }
            state.note(.agentReset(agent), by: author, at: now)
            return true
        }
    }

    package func attemptLogin(of agent: AgentID, now: Date) async throws(StoreFailure) -> LoginAttempt {
        try write { state in
            guard var login = state.logins[agent] else { return .impossible }
            guard login.blockedUntil <= now else { return .blocked }
            login.failures += 1
            if let pause = LoginBackoff.pause(after: login.failures) {
                login.blockedUntil = now.addingTimeInterval(TimeInterval(pause.components.seconds))
            }
            state.logins[agent] = login
            return .allowed(login.credentials, used: login.lastStep, failures: login.failures)
        }
    }

    package func beginSession(
        _ session: AgentSession, step: Int64, against credentials: AgentCredentials, becoming new: AgentCredentials,
        now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let login = state.logins[session.agent], login.credentials == credentials, login.lastStep < step
            else { return false }
            state.logins[session.agent] = FakeLogin(credentials: new, lastStep: step)
            if new != credentials { state.sessions.removeAll { $0.agent == session.agent } }
            state.sessions.append(session)
            let own = state.sessions.filter { $0.agent == session.agent }
            let surplus = own.dropLast(Limits.sessionsPerAgent).map(\.hash)
            state.sessions.removeAll { surplus.contains($0.hash) }
            return true
        }
    }

    package func agent(ofSession hash: [UInt8], now: Date) async throws(StoreFailure) -> Agent? {
        let found = try read { state in state.sessions.first { $0.hash == hash && $0.isAlive(at: now) } }
        guard let found else { return nil }
        arrange { state in
            for index in state.sessions.indices where state.sessions[index].hash == hash {
                state.sessions[index].seenAt = now
            }
        }
        return try read { state in state.agents.first { $0.id == found.agent && !$0.isDisabled } }
    }

    package func endSession(_ hash: [UInt8]) async throws(StoreFailure) {
        try write { state in state.sessions.removeAll { $0.hash == hash } }
    }
}

package struct FakeLogin: Sendable, Equatable {
    package var credentials: AgentCredentials
    package var lastStep: Int64 = 0
    package var failures = 0
    package var blockedUntil = Date.distantPast
}
