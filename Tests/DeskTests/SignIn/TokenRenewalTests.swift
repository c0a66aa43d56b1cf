import Desk
import DeskTesting
import Foundation
import Testing

/// A token is renewed in time, kept, and given up only when a person is needed.
struct TokenRenewalTests {
    @Test func `a token is renewed when four fifths of its life are over, and the new refresh token is kept`()
        async throws
    {
        let scene = try KeeperScene()
        try await scene.signIn()
        try await scene.pass(.seconds(2_879))
        #expect(scene.issuer.grants.count == 1)
        scene.issuer.give("access-2", refresh: "refresh-2")
        try await scene.pass(.seconds(1))
        #expect(scene.issuer.grants.last == .refresh("refresh-1") && scene.kept?.refresh == "refresh-2")
        scene.issuer.give("access-3")
        try await scene.pass(.seconds(2_880))
        // A provider that gives no new one means the old one (RFC 6749 §6).
        #expect(scene.issuer.grants.last == .refresh("refresh-2") && scene.kept?.refresh == "refresh-2")
        #expect(try await scene.keeper.accessToken() == "access-3")
        #expect(scene.kept?.signedInAt == scene.status.signedInAt)
        // Renewing is no event of the audit log: it happens every hour.
        #expect(scene.store.snapshot.audit.count == 1)
    }

    @Test func `however many want a token at once, the provider is asked once`() async throws {
        let scene = try KeeperScene()
        try await scene.signIn()
        scene.issuer.give("access-2", refresh: "refresh-2")
        let bell = OutboxBell()
        try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask {
                try await scene.keeper.tend(bell)
                return nil
            }
            while scene.clock.sleepers == 0 { await Task.yield() }
            // Only the wall clock: whoever tends the token goes on sleeping.
            scene.clock.setClock(to: scene.clock.now.addingTimeInterval(3_700))
            for _ in 0..<20 { group.addTask { try await scene.keeper.accessToken() } }
            var tokens: [String] = []
            while tokens.count < 20, let next = try await group.next() { if let next { tokens.append(next) } }
            #expect(tokens == Array(repeating: "access-2", count: 20))
            bell.stop()
            try await group.waitForAll()
        }
        #expect(scene.issuer.grants.count == 2)
    }

    @Test func `P9 a store that cannot be written costs no token: it is used, and written as soon as it can be`()
        async throws
    {
        let scene = try KeeperScene()
        try await scene.signIn()
        scene.issuer.give("access-2", refresh: "refresh-2")
        scene.store.fail(writing: .notWritable)
        try await scene.pass(.seconds(2_880))
        #expect(try await scene.keeper.accessToken() == "access-2")
        #expect(scene.kept?.refresh == "refresh-1" && scene.status.isUnkept)
        scene.store.fail()
        try await scene.pass(.seconds(10))
        #expect(scene.kept?.refresh == "refresh-2" && !scene.status.isUnkept)
        #expect(scene.issuer.grants.count == 2)
    }

    @Test func `a store that must end the daemon ends it`() async throws {
        let scene = try KeeperScene()
        scene.store.fail(reading: .ioFailed)
        await #expect(throws: StoreFailure.ioFailed) { try await scene.keeper.look() }
    }

    @Test func `a sign-in that was taken back is over: its tokens are gone, and a person is needed`() async throws {
        let scene = try KeeperScene()
        try await scene.signIn()
        scene.issuer.refuse(.refused(.invalidGrant, number: nil))
        try await scene.pass(.seconds(2_880))
        #expect(scene.status.state == .refused && scene.status.refusal == .invalidGrant)
        #expect(scene.kept?.access == "" && scene.kept?.refresh == nil && scene.kept?.refusal == .invalidGrant)
        #expect(await scene.failure() == .signInNeeded)
        for _ in 0..<10 { try await scene.pass(.seconds(3_600)) }
        #expect(scene.issuer.grants.count == 2)
        #expect(scene.store.snapshot.audit.map(\.event.code) == ["mailbox.signed-in", "mailbox.sign-in-refused"])
        try await scene.signIn("access-9", refresh: "refresh-9")
        #expect(try await scene.keeper.accessToken() == "access-9")
    }

    @Test func `a refused client keeps the sign-in: mail flows to the token's end, and a mended secret is enough`()
        async throws
    {
        let scene = try KeeperScene()
        try await scene.signIn()
        scene.issuer.refuse(.refused(.invalidClient, number: 7_000_222))
        try await scene.pass(.seconds(2_880))
        #expect(scene.status.state == .signedIn && scene.status.refusal == .invalidClient)
        // The alarm comes while mail still flows.
        #expect(scene.status.isEnding(at: scene.clock.now))
        #expect(try await scene.keeper.accessToken() == "access-1")
        scene.clock.advance(by: .seconds(721))
        #expect(await scene.failure() == .signInNeeded)
        #expect(scene.kept?.refresh == "refresh-1")
        // After a reload it is asked again, with the new secret.
        scene.issuer.give("access-2", refresh: "refresh-2")
        await scene.keeper.ask(scene.issuer)
        try await scene.keeper.look()
        #expect(try await scene.keeper.accessToken() == "access-2")
        #expect(!scene.status.isEnding(at: scene.clock.now))
    }

    @Test func `a provider that is away is asked ever more slowly, and mail flows while the token is good`()
        async throws
    {
        let scene = try KeeperScene()
        try await scene.signIn()
        scene.clock.advance(by: .seconds(2_880))
        var tries = 0
        for _ in 0..<720 {
            let before = scene.issuer.grants.count
            try await scene.keeper.look()
            if scene.issuer.grants.count > before { tries += 1 }
            #expect(await scene.failure() == nil)
            scene.clock.advance(by: .seconds(1))
        }
        #expect((4...8).contains(tries), "\(tries)")
        #expect(scene.status.isEnding(at: scene.clock.now) && scene.status.state == .signedIn)
        #expect(await scene.failure() == .serverUnavailable)
        scene.issuer.give("access-2")
        for _ in 0..<20 { try await scene.pass(.seconds(60)) }
        #expect(await scene.failure() == nil)
        #expect(scene.status.failingSince == nil)
    }

    @Test func `a token that a server refuses is renewed at once, but not again and again`() async throws {
        let scene = try KeeperScene()
        try await scene.signIn()
        let bell = OutboxBell()
        scene.issuer.give("access-2", refresh: "refresh-2")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await scene.keeper.tend(bell) }
            while scene.clock.sleepers == 0 { await Task.yield() }
            #expect(try await scene.keeper.accessToken(insteadOf: "access-1") == "access-2")
            #expect(try await scene.keeper.accessToken(insteadOf: "access-2") == nil)
            // Somebody who comes late with the old one gets the new one without a question.
            #expect(try await scene.keeper.accessToken(insteadOf: "access-1") == "access-2")
            #expect(scene.issuer.grants.count == 2)
            scene.clock.advance(by: .seconds(61))
            scene.issuer.give("access-3")
            #expect(try await scene.keeper.accessToken(insteadOf: "access-2") == "access-3")
            bell.stop()
            try await group.waitForAll()
        }
    }

    @Test(arguments: [-7_200.0, 7_200.0])
    func `a clock that jumps makes us ask once and costs nothing`(jump: TimeInterval) async throws {
        let scene = try KeeperScene()
        try await scene.signIn()
        scene.clock.setClock(to: scene.clock.now.addingTimeInterval(jump))
        scene.issuer.give("access-2")
        for _ in 0..<5 { try await scene.keeper.look() }
        #expect(scene.issuer.grants.count == 2)
        #expect(try await scene.keeper.accessToken() == "access-2")
    }

    @Test func `a new run goes on with what the last one kept`() async throws {
        let scene = try KeeperScene()
        try await scene.signIn()
        let next = try KeeperScene(store: scene.store)
        #expect(try await next.keeper.accessToken() == "access-1")
        #expect(next.status.state == .signedIn && next.issuer.grants.isEmpty)
    }

    @Test func `a token is never sent to a provider, or used as a user, that the settings named later`() async throws {
        let scene = try KeeperScene()
        try await scene.signIn()
        let other = try KeeperScene(store: scene.store, client: "another client")
        for _ in 0..<3 { try await other.pass(.seconds(3_600)) }
        #expect(other.issuer.grants.isEmpty && other.status.refusal == .settingsChanged)
        #expect(await other.failure() == .signInNeeded)
        // Settings that were put back find it again.
        #expect(scene.kept?.refresh == "refresh-1")
        let back = try KeeperScene(store: scene.store)
        #expect(try await back.keeper.accessToken() == "access-1")
    }

    @Test func `who signs in anew while a renewal is under way has the last word`() async throws {
        let scene = try KeeperScene(.code)
        let first = try #require(await scene.keeper.begin(redirectPort: 1, by: .operatorOnHost).prompt?.state)
        scene.issuer.give("access-1", refresh: "refresh-1")
        _ = await scene.keeper.finish(code: "A", state: first)
        scene.clock.advance(by: .seconds(2_880))
        let second = try #require(await scene.keeper.begin(redirectPort: 1, by: .operatorOnHost).prompt?.state)
        scene.issuer.during { [keeper = scene.keeper] in _ = await keeper.finish(code: "B", state: second) }
        // The first answer goes to whoever asks first within: the person.
        scene.issuer.give("access-new", refresh: "refresh-new")
        scene.issuer.refuse(.refused(.invalidGrant, number: nil))
        try await scene.keeper.look()
        #expect(scene.kept?.refresh == "refresh-new" && scene.status.state == .signedIn)
        #expect(try await scene.keeper.accessToken() == "access-new")
    }
}
