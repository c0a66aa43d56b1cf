import Desk
import DeskTesting
import Foundation
import Testing
import Vault

/// A person signs in.
struct SignInAttemptTests {
    @Test func `a device code is asked about at the provider's pace until the person has come`() async throws {
        let scene = try KeeperScene()
        scene.issuer.offer(KeeperScene.device)
        scene.issuer.refuse(.pending, .tooFast, .unreachable, .pending)
        scene.issuer.give("access-1", refresh: "refresh-1")
        let begun = await scene.keeper.begin(redirectPort: nil, by: .operatorOnHost)
        #expect(begun.prompt?.page == "https://id.example/activate" && begun.state == .signedOut)
        var asked: [Int] = []
        for second in 1...70 {
            let before = scene.issuer.grants.count
            try await scene.pass(.seconds(1))
            if scene.issuer.grants.count > before { asked.append(second) }
        }
        // Every 5 s; 5 more after slow_down (RFC 8628 §3.5); twice that after no answer.
        #expect(asked == [5, 10, 20, 40, 60])
        #expect(scene.issuer.grants.allSatisfy { $0 == .device("DEVICE") })
        #expect(scene.status.state == .signedIn && scene.status.prompt == nil && scene.status.attemptRefusal == nil)
        #expect(scene.kept?.refresh == "refresh-1" && scene.observations == [.signedIn])
        #expect(try await scene.keeper.accessToken() == "access-1")
        #expect(scene.store.snapshot.audit.map(\.event.code) == ["mailbox.signed-in"])
    }

    @Test(arguments: [
        TokenRefusal.accessDenied, .expired, .invalidGrant, .invalidClient, .unauthorizedClient, .invalidScope,
        .invalidRequest,
    ])
    func `each refusal ends the attempt with its own words, and the earlier sign-in stays`(refusal: TokenRefusal)
        async throws
    {
        let scene = try KeeperScene()
        try await scene.signIn()
        scene.issuer.offer(KeeperScene.device)
        scene.issuer.refuse(.refused(refusal, number: 70_016))
        _ = await scene.keeper.begin(redirectPort: nil, by: .operatorOnHost)
        try await scene.pass(.seconds(5))
        #expect(scene.status.attemptRefusal == refusal && scene.status.attemptNumber == 70_016)
        #expect(scene.status.prompt == nil && scene.status.state == .signedIn)
        #expect(try await scene.keeper.accessToken() == "access-1")
        #expect(!refusal.what.isEmpty && refusal.remedy(scene.name).contains("ticketd mailboxes login support"))
    }

    @Test func `a device code that nobody used ends, and is not asked about any more`() async throws {
        let scene = try KeeperScene()
        scene.issuer.offer(KeeperScene.device)
        _ = await scene.keeper.begin(redirectPort: nil, by: .operatorOnHost)
        try await scene.pass(.seconds(600))
        #expect(scene.status.attemptRefusal == .expired && scene.issuer.grants.isEmpty)
        try await scene.pass(.seconds(60))
        #expect(scene.issuer.grants.isEmpty)
    }

    @Test func `a token that nothing renews is not taken`() async throws {
        let scene = try KeeperScene()
        scene.issuer.offer(KeeperScene.device)
        scene.issuer.give("access-1")
        _ = await scene.keeper.begin(redirectPort: nil, by: .operatorOnHost)
        try await scene.pass(.seconds(5))
        #expect(scene.status.attemptRefusal == .noRefreshToken && scene.kept == nil)
        #expect(await scene.failure() == .signInNeeded)
    }

    @Test func `a provider that does not answer is said at once`() async throws {
        let scene = try KeeperScene()
        let begun = await scene.keeper.begin(redirectPort: nil, by: .operatorOnHost)
        #expect(begun.attemptRefusal == .unreachable && begun.prompt == nil)
    }

    @Test func `the browser's answer counts once, with the state and the verifier of this attempt`() async throws {
        let scene = try KeeperScene(.code)
        let begun = await scene.keeper.begin(redirectPort: 4711, by: .operatorOnHost)
        let prompt = try #require(begun.prompt)
        let state = try #require(prompt.state)
        let fields = Set(prompt.page.split(separator: "?")[1].split(separator: "&").map(String.init))
        #expect(fields.contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A4711%2F"))
        #expect(fields.isSuperset(of: ["response_type=code", "code_challenge_method=S256", "state=\(state)"]))
        #expect(fields.contains("scope=mail%20offline_access"))

        let foreign = await scene.keeper.finish(code: "stolen", state: "x" + state.dropFirst())
        #expect(foreign.prompt == prompt && scene.issuer.grants.isEmpty)

        scene.issuer.give("access-1", refresh: "refresh-1")
        let done = await scene.keeper.finish(code: "CODE", state: state)
        #expect(done.state == .signedIn && done.prompt == nil)
        guard case .code("CODE", let verifier, "http://127.0.0.1:4711/") = scene.issuer.grants.first else {
            return #expect(Bool(false), "\(scene.issuer.grants)")
        }
        let challenge = Base64URL.encode(Digest.sha256(Array(verifier.utf8)))
        #expect(fields.contains("code_challenge=\(challenge)") && verifier.utf8.count == 43)

        let again = await scene.keeper.finish(code: "CODE", state: state)
        #expect(again.attemptRefusal == .foreignAnswer && scene.issuer.grants.count == 1)
        #expect(try await scene.keeper.accessToken() == "access-1")
    }

    @Test func `a browser that brings an error is a refusal`() async throws {
        let scene = try KeeperScene(.code)
        let state = try #require(await scene.keeper.begin(redirectPort: 1, by: .operatorOnHost).prompt?.state)
        let done = await scene.keeper.finish(code: nil, state: state)
        #expect(done.attemptRefusal == .accessDenied && done.prompt == nil && scene.issuer.grants.isEmpty)
    }

    @Test func `two attempts never share state or verifier, and the later one counts`() async throws {
        let scene = try KeeperScene(.code)
        let first = try #require(await scene.keeper.begin(redirectPort: 1, by: .operatorOnHost).prompt)
        let second = try #require(await scene.keeper.begin(redirectPort: 1, by: .operatorOnHost).prompt)
        #expect(first.state != second.state && first.page != second.page)
        let old = await scene.keeper.finish(code: "CODE", state: try #require(first.state))
        #expect(old.prompt == second && scene.issuer.grants.isEmpty)
    }

    @Test func `an application of one's own signs in by itself, with nobody there`() async throws {
        let scene = try KeeperScene(.client)
        scene.issuer.give("access-1")
        try await scene.keeper.look()
        #expect(scene.status.state == .signedIn && scene.issuer.grants == [.client])
        #expect(try await scene.keeper.accessToken() == "access-1")
        scene.issuer.give("access-2")
        try await scene.pass(.seconds(2_880))
        #expect(try await scene.keeper.accessToken() == "access-2")
    }

    @Test func `signing out forgets everything`() async throws {
        let scene = try KeeperScene()
        try await scene.signIn()
        #expect(try await scene.keeper.signOut(by: .operatorOnHost))
        #expect(scene.kept == nil && scene.status.state == .signedOut)
        #expect(await scene.failure() == .signInNeeded)
        #expect(try await !scene.keeper.signOut(by: .operatorOnHost))
    }
}
