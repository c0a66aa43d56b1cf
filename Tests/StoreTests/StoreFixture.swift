import Desk
import DeskTesting
import Foundation
import Store
import Vault

/// A store in a directory of its own, which goes when the test is over.
final class StoreFixture: Sendable {
    let directory: String
    let root: SecretBytes
    let clock: TestWorld
    let store: Store

    init(seed: UInt64 = 7) async throws {
        directory = FileManager.default.temporaryDirectory.path + "/store-\(UUID().uuidString)"
        root = try SecretBytes(random: 32)
        clock = TestWorld(seed: seed)
        store = try await Store.initialise(directory: directory, root: root, world: clock.world)
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: directory) } catch { return }
    }

    /// From now on words are found; all there are, if they fit.
    func openSearch(memory: Int = 64 << 20) async throws {
        try await store.openSearch(memoryLimit: memory)
        while true {
            if case .filled = try await store.continueSearch(at: .zero) { return }
        }
    }

    func subject() throws -> StoreSubject {
        try StoreSubject(store: store, keys: store.keys, clock: clock)
    }

    /// Opens the same files again, as the next run of the daemon does.
    func reopen() async throws -> Store {
        let (keys, cabinet) = try Store.openKeys(directory: directory, root: root)
        return try await Store.open(directory: directory, keys: keys, cabinet: cabinet, world: clock.world)
    }

    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: directory).sorted() }
    }

    func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: directory + "/" + name)))
    }
}
