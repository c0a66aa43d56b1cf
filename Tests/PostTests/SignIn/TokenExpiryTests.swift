import Curl
import Desk
import DeskTesting
import Foundation
import LoopbackMail
import Testing

@testable import Post

/// The end of a token while Dovecot holds the connection in IDLE, and what comes after. The clocks are the test's own.
@Suite(.enabled(if: PostOffice.isOpen)) struct TokenExpiryTests {
    @Test(arguments: [MailLogin.BearerMechanism.xoauth2, .oauthBearer])
    func `a session that is cut at its token's end comes back with another one`(mechanism: MailLogin.BearerMechanism)
        async throws
    {
        let office = try PostOffice()
        let user = try office.value(mechanism == .xoauth2 ? "ACCOUNT_139_ADDRESS" : "ACCOUNT_140_ADDRESS")
        let folder = try office.value("TOKENS")
        let provider = TokenLoopback(
            onIssue: { try? Data(user.utf8).write(to: URL(fileURLWithPath: "\(folder)/\($0)")) },
            onRevoke: { try? FileManager.default.removeItem(atPath: "\(folder)/\($0)") })
        defer {
            provider.endAccessTokens()
            provider.stop()
        }
        let keeper = try await Self.keeper(provider, user: user)
        let scene = try MailboxWatcherTests.Scene(sleeping: .passes)
        let mailbox = try #require(
            IMAPMailbox(
                try office.endpoint("imaps"), options: .init(connection: office.options), world: scene.world.world,
                renewed: { (refused) async throws(MailboxFailure) in
                    try await keeper.accessToken(insteadOf: refused).map {
                        .bearer(user: user, token: $0, mechanism: mechanism)
                    }
                }
            ) { () async throws(MailboxFailure) in
                .bearer(user: user, token: try await keeper.accessToken(), mechanism: mechanism)
            })
        let bell = OutboxBell()
        let isCut = Shared(false)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await keeper.tend(bell) }
            group.addTask {
                while !scene.isWaiting { await Task.yield() }
                provider.endAccessTokens()
                try Self.kick(user, in: folder + "/../dovecot.conf")
                isCut.change { $0 = true }
            }
            try await scene.watch(mailbox: mailbox) { _ in
                isCut.value && provider.accessTokens.count == 2 && scene.isWaiting
            }
            bell.stop()
            try await group.waitForAll()
        }
        // One answer of the server's was enough: no knocking.
        #expect(provider.grants.filter { $0 == "refresh_token" }.count == 1)
        #expect(scene.failedAt.value.allSatisfy { $0.tries == 1 })
        #expect(!scene.seen.value.contains { if case .failed(.loginRefused, _) = $0 { true } else { false } })
    }

    /// Signed in by a device code.
    private static func keeper(_ provider: TokenLoopback, user: String) async throws -> TokenKeeper {
        let clock = TestWorld(sleeping: .waits)
        let plan = SignInPlan(
            flow: .device, tokenURL: provider.tokenURL, deviceURL: provider.deviceURL, clientID: "desk",
            scopes: ["mail"], user: user)
        let keeper = TokenKeeper(
            mailbox: try Samples.mailboxName(), plan: plan, issuer: HTTPTokenIssuer(plan: plan),
            store: try TestDesk().store, world: clock.world)
        let prompt = try #require(await keeper.begin(redirectPort: nil, by: .operatorOnHost).prompt)
        provider.settle(userCode: try #require(prompt.userCode))
        clock.advance(by: .seconds(5))
        try await keeper.look()
        return keeper
    }

    private static func kick(_ user: String, in configuration: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/doveadm")
        process.arguments = ["-c", configuration, "kick", user]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
