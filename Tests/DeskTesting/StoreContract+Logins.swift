import Desk
import Foundation
import Vault

/// Passwords, codes and sessions of the staff. These clauses need no mail, so the store in memory keeps them too.
extension StoreContract {
    package static let logins = [
        StoreContract("credentials are kept as they were set, and setting them ends every session") { subject in
            let (bea, credentials) = try await subject.loginable("Bea")
            try subject.require(
                try await subject.attempt(bea) == .allowed(credentials, used: 0, failures: 1), "they are read back")
            let session = subject.session(of: bea)
            try subject.require(try await subject.begin(session, step: 5, credentials), "a session begins")
            try subject.require(try await subject.agent(session) == bea, "it is the agent's")
            let next = try subject.credentials(isOneTime: true)
            try subject.require(try await subject.reset(bea, next), "they are replaced")
            try subject.require(try await subject.agent(session) == nil, "the session is over")
            try subject.require(
                try await subject.attempt(bea) == .allowed(next, used: 0, failures: 1), "and all counts begin anew")
            let events = try await subject.store.auditEntries(after: 0, limit: 9).map(\.event)
            try subject.require(events == ["agent.added", "agent.reset", "agent.reset"], "it is audited: \(events)")
        },
        StoreContract("a code is used once, whoever is faster") { subject in
            let (bea, credentials) = try await subject.loginable("Bea")
            try subject.require(try await subject.begin(subject.session(of: bea), step: 5, credentials), "the first")
            for step in [5, 4] as [Int64] {
                let late = subject.session(of: bea, byte: 2)
                try subject.require(try await !subject.begin(late, step: step, credentials), "not step \(step)")
                try subject.require(try await subject.agent(late) == nil, "there is no such session")
            }
            try subject.require(
                try await subject.attempt(bea) == .allowed(credentials, used: 5, failures: 1), "the step is remembered")
            let other = try subject.credentials(isOneTime: false)
            try subject.require(
                try await !subject.begin(subject.session(of: bea, byte: 2), step: 6, other),
                "what was reset meanwhile is refused")
        },
        StoreContract("failures in a row keep an agent out, longer each time, and success forgets them") { subject in
            let (bea, credentials) = try await subject.loginable("Bea")
            for failures in 1...Limits.loginFailures {
                try subject.require(
                    try await subject.attempt(bea) == .allowed(credentials, used: 0, failures: failures),
                    "attempt \(failures) is made")
            }
            for pause in [Limits.loginPause, Limits.loginPause * 2] {
                try subject.require(try await subject.attempt(bea) == .blocked, "then none")
                subject.clock.advance(by: pause - .seconds(1))
                try subject.require(try await subject.attempt(bea) == .blocked, "for \(pause)")
                subject.clock.advance(by: .seconds(1))
                guard case .allowed = try await subject.attempt(bea) else {
                    throw ContractBroken(description: "the pause of \(pause) does not end")
                }
            }
            subject.clock.advance(by: Limits.loginPauseMaximum)
            _ = try await subject.attempt(bea)
            try subject.require(try await subject.begin(subject.session(of: bea), step: 1, credentials), "success")
            try subject.require(
                try await subject.attempt(bea) == .allowed(credentials, used: 1, failures: 1), "is a new beginning")
        },
        StoreContract("a session ends when it is old, when it is not used, and when it is ended") { subject in
            let (bea, credentials) = try await subject.loginable("Bea")
            let used = subject.session(of: bea)
            try subject.require(try await subject.begin(used, step: 1, credentials), "it begins")
            for _ in 0..<11 {
                subject.clock.advance(by: .seconds(3600))
                try subject.require(try await subject.agent(used) == bea, "while it is used it lives")
            }
            subject.clock.advance(by: .seconds(3600))
            try subject.require(try await subject.agent(used) == nil, "but no longer than a day of work")
            let idle = subject.session(of: bea, byte: 2)
            try subject.require(try await subject.begin(idle, step: 2, credentials), "another")
            subject.clock.advance(by: Limits.sessionIdle + .seconds(60))
            try subject.require(try await subject.agent(idle) == nil, "ends unused")
            try subject.require(try await subject.agent(idle) == nil, "and looking at it does not wake it")
            let ended = subject.session(of: bea, byte: 3)
            try subject.require(try await subject.begin(ended, step: 3, credentials), "a third")
            try await subject.store.endSession(ended.hash)
            try subject.require(try await subject.agent(ended) == nil, "is ended")
        },
        StoreContract("who leaves has no session and no login, and a new password ends the other sessions") { subject in
            let (bea, credentials) = try await subject.loginable("Bea")
            let (first, second) = (subject.session(of: bea), subject.session(of: bea, byte: 2))
            try subject.require(try await subject.begin(first, step: 1, credentials), "a session")
            let renewed = try subject.credentials(isOneTime: false)
            try subject.require(
                try await subject.store.beginSession(
                    second, step: 2, against: credentials, becoming: renewed, now: subject.now), "a second")
            try subject.require(try await subject.agent(first) == nil, "the first is over")
            try subject.require(try await subject.agent(second) == bea, "the second is not")
            _ = try await subject.disable(bea.id)
            try subject.require(try await subject.agent(second) == nil, "now it is")
            try subject.require(try await subject.attempt(bea) == .impossible, "nobody logs in as a former agent")
            try subject.require(try await !subject.reset(bea, credentials), "nor is one reset")
            try subject.require(
                try await subject.attempt(try subject.agent("Nobody")) == .impossible, "nor is there anybody else")
        },
        StoreContract("one agent has only so many sessions at once") { subject in
            let (bea, credentials) = try await subject.loginable("Bea")
            for number in 0...UInt8(Limits.sessionsPerAgent) {
                subject.clock.advance(by: .seconds(1))
                let session = subject.session(of: bea, byte: number)
                try subject.require(try await subject.begin(session, step: Int64(number) + 1, credentials), "one more")
            }
            try subject.require(try await subject.agent(subject.session(of: bea, byte: 0)) == nil, "the oldest went")
            try subject.require(try await subject.agent(subject.session(of: bea, byte: 1)) == bea, "and no other")
        },
    ]
}

extension StoreSubject {
    func credentials(isOneTime: Bool) throws -> AgentCredentials {
        AgentCredentials(
            password: try PasswordHash(password: Array("correct horse".utf8), logN: 10), codes: try TimeCode(),
            isOneTime: isOneTime)
    }

    /// An agent who can log in, and with what.
    func loginable(_ name: String) async throws -> (Agent, AgentCredentials) {
        let (agent, credentials) = (try agent(name), try credentials(isOneTime: false))
        _ = try await add(agent)
        try require(try await reset(agent, credentials), "the login is set")
        return (agent, credentials)
    }

    func session(of agent: Agent, byte: UInt8 = 1) -> AgentSession {
        AgentSession(hash: [UInt8](repeating: byte, count: 32), agent: agent.id, begunAt: now, seenAt: now)
    }

    func reset(_ agent: Agent, _ credentials: AgentCredentials) async throws -> Bool {
        try await store.resetLogin(of: agent.id, to: credentials, by: .operatorOnHost, now: now)
    }

    func attempt(_ agent: Agent) async throws -> LoginAttempt {
        try await store.attemptLogin(of: agent.id, now: now)
    }

    func begin(_ session: AgentSession, step: Int64, _ credentials: AgentCredentials) async throws -> Bool {
        try await store.beginSession(session, step: step, against: credentials, becoming: credentials, now: now)
    }

    func agent(_ session: AgentSession) async throws -> Agent? {
        try await store.agent(ofSession: session.hash, now: now)
    }
}
