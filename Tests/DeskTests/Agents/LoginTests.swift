import Desk
import DeskTesting
import Foundation
import Testing

@testable import Vault

/// Logging in at the desk, with real passwords and codes.
struct LoginTests {
    private let test: TestDesk
    private let agent: Agent
    private static let password = "correct horse battery"

    init() async throws {
        test = try TestDesk()
        agent = try await test.desk.addAgent(
            AgentDraft(name: "Bea", address: Scenario.address("bea@example.com"), role: .agent), as: .operatorOnHost)
    }

    private func reset(_ password: String? = Self.password) async throws -> AgentReset {
        try await test.desk.resetAgent(agent.id, password: password, as: .operatorOnHost)
    }

    /// The code an authenticator program would show now.
    private func code(_ reset: AgentReset) throws -> String {
        let secret = try #require(reset.enrolment.firstMatch(of: /secret=([A-Z2-7]+)/)?.1)
        let bytes = try #require(Base32.decode(secret))
        let step = Int64(test.clock.now.timeIntervalSince1970) / 30
        return String(decoding: try TimeCode.code(secret: bytes, step: step, digits: 6), as: UTF8.self)
    }

    @Test func `a name or an address with password and code begins a session, and the code is used up`() async throws {
        let reset = try await reset()
        #expect(reset.oneTimePassword == nil && reset.enrolment.hasPrefix("otpauth://totp/Example%20Support:bea%40"))
        for name in ["bea", "BEA@example.com"] {
            test.clock.advance(by: .seconds(30))
            let code = try code(reset)
            guard
                case .begun(let token, let who, _) = try await test.desk.login(
                    name, password: Self.password, code: code)
            else {
                Issue.record("no session for \(name)")
                return
            }
            #expect(who.id == agent.id)
            #expect(try await test.desk.authenticate(session: token) == agent.principal)
            #expect(try await test.desk.login(name, password: Self.password, code: code) == .refused)
            try await test.desk.logout(session: token)
            #expect(try await test.desk.authenticate(session: token) == nil)
        }
        for text in ["", "x", String(repeating: "A", count: 43)] {
            #expect(try await test.desk.authenticate(session: text) == nil)
        }
    }

    @Test func `what is wrong is refused without saying what`() async throws {
        #expect(try await test.desk.login("bea", password: Self.password, code: "123456") == .refused)
        let reset = try await reset()
        let code = try code(reset)
        #expect(try await test.desk.login("bea", password: Self.password + "!", code: code) == .refused)
        #expect(try await test.desk.login("bea", password: Self.password, code: "") == .refused)
        #expect(try await test.desk.login("nobody", password: Self.password, code: code) == .refused)
        _ = try await test.desk.disableAgent(agent.id, successor: nil, as: .operatorOnHost)
        #expect(try await test.desk.login("bea", password: Self.password, code: code) == .refused)
    }

    @Test func `a one-time password is replaced with the first login`() async throws {
        let reset = try await reset(nil)
        let once = try #require(reset.oneTimePassword)
        let code = try code(reset)
        #expect(try await test.desk.login("bea", password: once, code: code) == .newPasswordNeeded)
        for bad in ["short", once, String(repeating: "x", count: 1025)] {
            await #expect {
                try await test.desk.login("bea", password: once, code: code, newPassword: bad)
            } throws: { error in
                guard case DeskRefusal.invalid("newPassword", _) = error else { return false }
                return true
            }
        }
        guard case .begun = try await test.desk.login("bea", password: once, code: code, newPassword: Self.password)
        else {
            Issue.record("the new password was not taken")
            return
        }
        test.clock.advance(by: .seconds(30))
        #expect(try await test.desk.login("bea", password: once, code: self.code(reset)) == .refused)
        guard case .begun = try await test.desk.login("bea", password: Self.password, code: self.code(reset)) else {
            Issue.record("the new password does not open")
            return
        }
    }

    @Test func `guessing at one agent is paused and audited, and the right password waits too`() async throws {
        let reset = try await reset()
        for _ in 0..<Desk.Limits.loginFailures {
            #expect(try await test.desk.login("bea", password: "wrong password", code: "000000") == .refused)
        }
        #expect(try await test.desk.login("bea", password: Self.password, code: code(reset)) == .refused)
        let last = try #require(test.store.snapshot.audit.last)
        #expect(last.event == .loginsFailed(agent.id, failures: Desk.Limits.loginFailures) && last.actor == .daemon)
        test.clock.advance(by: Desk.Limits.loginPause)
        guard case .begun = try await test.desk.login("bea", password: Self.password, code: code(reset)) else {
            Issue.record("the pause does not end")
            return
        }
    }

    @Test func `pauses double and end at an hour`() {
        #expect(LoginBackoff.pause(after: Desk.Limits.loginFailures - 1) == nil)
        let pauses = (0..<8).map { LoginBackoff.pause(after: Desk.Limits.loginFailures + $0) }
        #expect(pauses == [60, 120, 240, 480, 960, 1920, 3600, 3600].map { .seconds($0) })
        #expect(LoginBackoff.pause(after: .max) == .seconds(3600))
    }

    @Test func `attempts of everybody together have a bound, which is noted once a minute`() {
        let watch = LoginWatch()
        for _ in 0..<Desk.Limits.loginAttemptsTogether { #expect(watch.admit(at: .seconds(100)) == .allowed) }
        #expect(watch.admit(at: .seconds(110)) == .refusedFirst)
        for _ in 0..<3 { #expect(watch.admit(at: .seconds(120)) == .refused) }
        #expect(watch.admit(at: .seconds(160)) == .allowed)
        let other = LoginWatch()
        for _ in 0..<Desk.Limits.loginAttemptsTogether * 2 {
            #expect(other.admit(at: .seconds(100)) == .allowed)
            other.forgive()
        }
    }
}
