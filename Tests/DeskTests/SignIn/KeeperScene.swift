import Desk
import DeskTesting
import Foundation
import Synchronization
import Testing

/// One mailbox's keeper, a provider that a test owns, and a clock that moves when it is told to.
struct KeeperScene {
    let clock: TestWorld
    let store: FakeDeskStore
    let issuer = ScriptedIssuer()
    let keeper: TokenKeeper
    let name: MailboxName
    private let seen: Seen

    final class Seen: Sendable {
        let status = Mutex<SignInStatus?>(nil)
        let observations = Mutex<[TokenKeeper.Observation]>([])
    }

    init(
        _ flow: SignInPlan.Flow = .device, store: FakeDeskStore? = nil, client: String = "client",
        sleeping: TestWorld.Sleeping = .waits
    ) throws {
        let clock = TestWorld(sleeping: sleeping)
        let name = try Samples.mailboxName()
        let seen = Seen()
        let kept = try store ?? TestDesk().store
        self.clock = clock
        self.store = kept
        self.name = name
        self.seen = seen
        keeper = TokenKeeper(
            mailbox: name, plan: Self.plan(flow, client: client), issuer: issuer, store: kept, world: clock.world,
            publish: { status in seen.status.withLock { $0 = status } },
            observe: { observation in seen.observations.withLock { $0.append(observation) } })
    }

    static func plan(_ flow: SignInPlan.Flow, client: String = "client") -> SignInPlan {
        SignInPlan(
            flow: flow, authorizationURL: "https://id.example/authorize", tokenURL: "https://id.example/token",
            deviceURL: "https://id.example/device", clientID: client, scopes: ["mail", "offline_access"],
            user: "support@example.com")
    }

    static let device = DeviceCode(
        code: "DEVICE", userCode: "ABCD-EFGH", page: "https://id.example/activate", life: .seconds(600),
        interval: .seconds(5))

    var status: SignInStatus { seen.status.withLock { $0 } ?? SignInStatus(flow: .device) }
    var observations: [TokenKeeper.Observation] { seen.observations.withLock { $0 } }
    var kept: HeldToken? { store.snapshot.mailTokens[name] }

    /// Time passes, and the keeper looks.
    func pass(_ duration: Duration) async throws {
        clock.advance(by: duration)
        try await keeper.look()
    }

    /// Signed in by a device code, with these.
    func signIn(_ access: String = "access-1", refresh: String = "refresh-1", life: Duration = .seconds(3600))
        async throws
    {
        issuer.offer(Self.device)
        issuer.give(access, refresh: refresh, life: life)
        #expect(await keeper.begin(redirectPort: nil, by: .operatorOnHost).prompt?.userCode == "ABCD-EFGH")
        try await pass(.seconds(5))
        #expect(status.state == .signedIn)
    }

    func failure() async -> MailboxFailure? {
        do throws(MailboxFailure) {
            _ = try await keeper.accessToken()
            return nil
        } catch {
            return error
        }
    }
}
