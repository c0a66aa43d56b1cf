import Desk
import DeskTesting
import Foundation
import Testing

/// When a sign-in is told of before it ends.
struct SignInStatusTests {
    private static let day = 86_400.0

    /// Days since the refresh token was given, days of its life, whether it is near its end.
    @Test(arguments: [(71.9, 90.0, false), (83.0, 90, true), (5.5, 7, false), (5.7, 7, true), (8, 7, true)])
    func `a sign-in that ends by itself is told of in its last fifth or week`(
        age: TimeInterval, life: TimeInterval, isEnding: Bool
    ) {
        let now = TestWorld.beginning
        var status = SignInStatus(flow: .code)
        status.state = .signedIn
        status.tokenIssuedAt = now
        status.tokenEndsAt = now.addingTimeInterval(3_600)
        status.grantedAt = now.addingTimeInterval(-age * Self.day)
        status.grantEndsAt = status.grantedAt?.addingTimeInterval(life * Self.day)
        #expect(status.isEnding(at: now) == isEnding)
        status.state = .refused
        #expect(!status.isEnding(at: now))
    }

    @Test func `an end that every renewal moves is none`() async throws {
        let scene = try KeeperScene()
        try await scene.signIn()
        for index in 0..<5 {
            scene.issuer.give(
                "a\(index)", refresh: "r\(index)", life: .seconds(300), refreshLife: .seconds(1_800))
            try await scene.pass(.seconds(index == 0 ? 2_880 : 240))
            #expect(scene.status.state == .signedIn && !scene.status.isEnding(at: scene.clock.now), "\(index)")
        }
        #expect(scene.kept?.refresh == "r4")
    }

    @Test func `an end that no renewal moves comes nearer`() async throws {
        let scene = try KeeperScene()
        scene.issuer.offer(KeeperScene.device)
        scene.issuer.give("a", refresh: "r", life: .seconds(86_400), refreshLife: .seconds(7 * 86_400))
        _ = await scene.keeper.begin(redirectPort: nil, by: .operatorOnHost)
        try await scene.pass(.seconds(5))
        var told: Int?
        for day in 1...6 {
            scene.issuer.give(
                "a\(day)", refresh: nil, life: .seconds(86_400), refreshLife: .seconds((7 - day) * 86_400))
            try await scene.pass(.seconds(86_400))
            if told == nil, scene.status.isEnding(at: scene.clock.now) { told = day }
        }
        #expect(told == 6)
    }
}
