import Desk
import Foundation
import Store
import Vault

/// What the first run does in the new store while it has it to itself: the first agent, then the first backups, so
/// that the copy of the keys holds the agent's too.
///
/// That one of them could not be done is said and does not stop the first run; the next one asks again.
struct FirstDesk: Sendable {
    let loaded: LoadedConfiguration
    let agent: FirstAgent
    let world: World

    private var directory: String { loaded.configuration.service.stateDirectory }

    func furnish(root: SecretBytes) async throws(OperatorError) {
        let opened = try await OpenedStore.open(loaded, root: root, world: world)
        await agent.add(to: opened.store)
        await FirstBackup(loaded: loaded, world: world).make(from: opened.store)
        do throws(StoreFailure) {
            try opened.store.close()
        } catch {
            throw OpenedStore.error(.storage(error), directory: directory)
        }
    }

    /// For a first run that was broken off after the store was made. A running daemon is left alone: it makes its own
    /// backups, and `ticketd agents add` asks it.
    func complete() async throws(OperatorError) {
        let root = try RootKey.read(loaded)
        try ProcessHygiene.becomeOwner(of: directory)
        do throws(OperatorError) {
            try await furnish(root: root)
        } catch {
            guard error.exitCode == .alreadyRunning else { throw error }
        }
    }
}
