import DeskTesting
import Testing
import Vault

/// What the desk's other tests run on keeps the same promises as the real store.
struct AgentContractTests {
    @Test(arguments: StoreContract.agents + StoreContract.logins)
    func `the store in memory keeps the contract about agents`(_ clause: StoreContract) async throws {
        let clock = TestWorld(seed: 7)
        let keys = try KeyRing.create(
            root: SecretBytes(random: 32), cabinet: InMemoryKeyCabinet(), instance: ObjectID(high: 1, low: 2))
        let store = FakeDeskStore(keys: keys, world: clock.world)
        try await clause.run(StoreSubject(store: store, keys: keys, clock: clock))
    }
}
