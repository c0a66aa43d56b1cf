import DeskTesting
import Testing

@Suite struct StoreContractTests {
    @Test(arguments: StoreContract.clauses)
    func `the SQLite store keeps the contract`(_ clause: StoreContract) async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        try await clause.run(fixture.subject())
    }
}
