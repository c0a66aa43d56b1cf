package import Desk
package import Foundation

/// Passwords, codes and sessions of the staff.
extension Store {
    package func resetLogin(
        of agent: AgentID, to credentials: AgentCredentials, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let found = try AgentRecords(records).agent(agent), !found.isDisabled else { return false }
            let logins = LoginRecords(records)
            try logins.set(credentials, of: agent)
            try logins.endAll(of: agent)
            try AuditLog(records).append(.agentReset(agent), by: author.auditName, at: now)
            return true
        }
    }

    package func attemptLogin(of agent: AgentID, now: Date) async throws(StoreFailure) -> LoginAttempt {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let logins = LoginRecords(DeskRecords(session, sealer: sealer))
            guard let login = try logins.login(of: agent) else { return .impossible }
            guard login.blockedUntil <= now else { return .blocked }
            let failures = min(login.failures, Int(Int32.max)) + 1
            let pause = LoginBackoff.pause(after: failures).map { $0.components.seconds * 1000 }
            try logins.noteFailures(failures, blockedUntil: pause.map { now + $0 } ?? 0, of: agent)
            return .allowed(login.credentials, used: login.lastStep, failures: failures)
        }
    }

    package func beginSession(
        _ session: AgentSession, step: Int64, against credentials: AgentCredentials, becoming new: AgentCredentials,
        now: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { sql throws(StoreFailure) in
            let logins = LoginRecords(DeskRecords(sql, sealer: sealer))
            // RFC 6238 §5.2: a code that was used is refused, also when two use it at once.
            guard let login = try logins.login(of: session.agent), login.credentials == credentials,
                login.lastStep < step
            else { return false }
            try logins.noteSuccess(new, step: step, of: session.agent)
            if new != credentials { try logins.endAll(of: session.agent) }
            try logins.add(session)
            return true
        }
    }

    package func agent(ofSession hash: [UInt8], now: Date) async throws(StoreFailure) -> Agent? {
        let sealer = sealer
        let found = try await engine.read { session throws(StoreFailure) -> (AgentSession, Agent)? in
            let records = DeskRecords(session, sealer: sealer)
            guard let living = try LoginRecords(records).known(hash), living.isAlive(at: now),
                let agent = try AgentRecords(records).agent(living.agent), !agent.isDisabled
            else { return nil }
            return (living, agent)
        }
        guard let (living, agent) = found else { return nil }
        guard now.timeIntervalSince(living.seenAt) >= 60 else { return agent }
        do throws(StoreFailure) {
            try await engine.write { session throws(StoreFailure) in
                try LoginRecords(DeskRecords(session, sealer: sealer)).touch(hash, now: now)
            }
        } catch .notWritable, .busy {
            // A session opens the door while the disk is full: reading goes on (P9).
            return agent
        }
        return agent
    }

    package func endSession(_ hash: [UInt8]) async throws(StoreFailure) {
        let sealer = sealer
        try await engine.write { session throws(StoreFailure) in
            try LoginRecords(DeskRecords(session, sealer: sealer)).end(hash)
        }
    }
}
