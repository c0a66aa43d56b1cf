package import Foundation
import Mail
import Vault

/// Logging in: by name or address, with a password and a code, into a session.
extension Helpdesk {
    /// What an attempt to log in came to. Unknown names, wrong passwords, wrong or used codes, pauses after failures
    /// and former agents are all `refused`: whoever guesses is not told what was wrong.
    package enum Login: Sendable, Equatable {
        /// The session's token, once. It ends at the latest at `end`.
        case begun(token: String, agent: Agent, end: Date)
        case refused
        /// The password is a one-time one: say the same again with a new one.
        case newPasswordNeeded
        /// Too many attempts of everybody together.
        case tooManyAttempts
    }

    package func login(
        _ name: String, password: String, code: String, newPassword: String? = nil
    ) async throws(DeskRefusal) -> Login {
        if let newPassword { try Self.validate(newPassword, differsFrom: password) }
        switch logins.admit(at: world.monotonic()) {
        case .allowed: break
        case .refused: return .tooManyAttempts
        case .refusedFirst:
            try await note(.loginsFlooded(attempts: Limits.loginAttemptsTogether))
            return .tooManyAttempts
        }
        let now = world.now()
        let known = try await storage { () async throws(StoreFailure) -> [Agent] in try await store.agents() }
        let agent = known.first { !$0.isDisabled && $0.answers(to: name) }
        var attempt = LoginAttempt.impossible
        if let agent {
            attempt = try await storage { () async throws(StoreFailure) -> LoginAttempt in
                try await store.attemptLogin(of: agent.id, now: now)
            }
        }
        guard let step = try await matchingStep(attempt, password: password, code: code, now: now), let agent,
            case .allowed(let credentials, _, _) = attempt
        else {
            if let agent, case .allowed(_, _, let failures) = attempt, failures >= Limits.loginFailures {
                try await note(.loginsFailed(agent.id, failures: failures))
            }
            return .refused
        }
        guard !credentials.isOneTime || newPassword != nil else { return .newPasswordNeeded }
        var renewed = credentials
        if let newPassword {
            renewed.password = try await passwordHash(newPassword)
            renewed.isOneTime = false
        }
        return try await begin(agent, step: step, against: credentials, becoming: renewed, now: now)
    }

    /// Who a session's token belongs to; nil for an unknown one and for one that has ended.
    package func authenticate(session text: String) async throws(DeskRefusal) -> Principal? {
        guard let token = SessionToken(text) else { return nil }
        let agent = try await storage { () async throws(StoreFailure) -> Agent? in
            try await store.agent(ofSession: token.hash, now: world.now())
        }
        return agent?.principal
    }

    package func logout(session text: String) async throws(DeskRefusal) {
        guard let token = SessionToken(text) else { return }
        try await storage { () async throws(StoreFailure) in try await store.endSession(token.hash) }
    }

    /// Gives an agent new credentials: the password that is handed in, or a one-time one. Every session ends.
    package func resetAgent(
        _ id: AgentID, password: String?, as principal: Principal
    ) async throws(DeskRefusal) -> AgentReset {
        let agent = try await manageable(id, by: principal)
        if let password { try Self.validate(password, differsFrom: nil) }
        let (chosen, codes) = try Self.credentials(password)
        let credentials = AgentCredentials(
            password: try await passwordHash(chosen), codes: codes, isOneTime: password == nil)
        let isDone = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.resetLogin(of: id, to: credentials, by: principal, now: world.now())
        }
        guard isDone else { throw .notFound(.agent) }
        return AgentReset(
            agent: agent, oneTimePassword: password == nil ? chosen : nil,
            enrolment: codes.enrolment(
                issuer: settings.value.serviceName, account: agent.address?.text ?? agent.id.hex))
    }

    private static func credentials(_ password: String?) throws(DeskRefusal) -> (String, TimeCode) {
        do throws(VaultFailure) {
            let codes = try TimeCode()
            if let password { return (password, codes) }
            return (Base32.encode(try Randomness.bytes(Limits.oneTimePasswordBytes)), codes)
        } catch {
            throw .storage(.ioFailed)
        }
    }

    /// Compares password and code, both in any case, and with something even where there is nothing to compare with:
    /// an unknown name takes as long as a known one.
    private func matchingStep(
        _ attempt: LoginAttempt, password: String, code: String, now: Date
    ) async throws(DeskRefusal) -> Int64? {
        let (given, seconds) = (Array(password.utf8), Int64(now.timeIntervalSince1970))
        let (stored, codes, used): (PasswordHash, TimeCode?, Int64)
        if case .allowed(let credentials, let step, _) = attempt {
            (stored, codes, used) = (credentials.password, credentials.codes, step)
        } else {
            (stored, codes, used) = (Self.decoy, nil, 0)
        }
        let found = try await hashing { () throws(VaultFailure) -> Int64? in
            let fits = try stored.verifies(given)
            let step = try codes?.step(of: code, at: seconds, after: used)
            return fits ? step : nil
        }
        return found
    }

    /// Nobody's password: what it is compared with fits nothing.
    private static let decoy: PasswordHash = {
        let (salt, hash) = ([UInt8](repeating: 0, count: 16), [UInt8](repeating: 0, count: 32))
        guard let decoy = PasswordHash("scrypt$15$8$1$\(Base64URL.encode(salt))$\(Base64URL.encode(hash))") else {
            preconditionFailure("The line is one that a password could have.")
        }
        return decoy
    }()

    private func begin(
        _ agent: Agent, step: Int64, against credentials: AgentCredentials, becoming renewed: AgentCredentials,
        now: Date
    ) async throws(DeskRefusal) -> Login {
        let token: SessionToken
        do throws(VaultFailure) { token = try SessionToken() } catch { throw .storage(.ioFailed) }
        let session = AgentSession(hash: token.hash, agent: agent.id, begunAt: now, seenAt: now)
        let isBegun = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.beginSession(session, step: step, against: credentials, becoming: renewed, now: now)
        }
        guard isBegun else { return .refused }
        logins.forgive()
        return .begun(token: token.text, agent: agent, end: session.end)
    }

    private func passwordHash(_ password: String) async throws(DeskRefusal) -> PasswordHash {
        let bytes = Array(password.utf8)
        return try await hashing { () throws(VaultFailure) in try PasswordHash(password: bytes) }
    }

    private func hashing<Value: Sendable>(
        _ body: @escaping @Sendable () throws(VaultFailure) -> Value
    ) async throws(DeskRefusal) -> Value {
        switch await passwords.run(body) {
        case .success(let value): return value
        case .failure: throw .storage(.ioFailed)
        // Nobody waits behind a crowd: the memory is bounded, and a moment later there is room.
        case nil: throw .storage(.busy)
        }
    }

    private func note(_ event: AuditEvent) async throws(DeskRefusal) {
        try await storage { () async throws(StoreFailure) in
            try await store.record(event, by: .daemon, now: world.now())
        }
    }

    private static func validate(_ password: String, differsFrom old: String?) throws(DeskRefusal) {
        guard password.count >= Limits.passwordCharacters, password.utf8.count <= Limits.passwordBytes, password != old
        else {
            throw .invalid(
                field: old == nil ? "password" : "newPassword",
                expected: "at least \(Limits.passwordCharacters) characters, and another than before")
        }
    }
}

/// What whoever resets an agent hands to it. Shown once and kept nowhere in this form.
package struct AgentReset: Sendable, Equatable {
    package var agent: Agent
    /// nil when a password was handed in.
    package var oneTimePassword: String?
    /// The `otpauth:` text for an authenticator program.
    package var enrolment: String

    package init(agent: Agent, oneTimePassword: String?, enrolment: String) {
        self.agent = agent
        self.oneTimePassword = oneTimePassword
        self.enrolment = enrolment
    }
}
