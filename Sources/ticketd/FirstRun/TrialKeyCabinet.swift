import Vault

/// A cabinet for keys that seal one test mail and are forgotten: the first run tries a mailbox before there is a store.
struct TrialKeyCabinet: KeyCabinet {
    private struct Forgotten: Error {
        var isTransient: Bool { false }
    }

    func load() throws -> CabinetContents { throw Forgotten() }
    func wrappedKey(owner: ObjectID, version: UInt32?) throws -> WrappedKey? { nil }
    func initialise(_ contents: CabinetContents) throws {}
    func add(_ keys: [WrappedKey]) throws { throw Forgotten() }
    func destroy(owners: [ObjectID]) throws { throw Forgotten() }
    func add(_ epoch: CabinetContents.Epoch, under root: KeyID) throws { throw Forgotten() }
    func wrappedKeys(below epoch: UInt32, limit: Int) throws -> [WrappedKey] { [] }
    func replace(_ keys: [WrappedKey], whereHeld: Bool) throws { throw Forgotten() }
    func destroyEpochs(below epoch: UInt32) throws { throw Forgotten() }
    func replace(_ old: CabinetContents, with new: CabinetContents) throws { throw Forgotten() }

    /// Nil when the system has no randomness.
    static func keys(instance: ObjectID) -> KeyRing? {
        do throws(VaultFailure) {
            return try KeyRing.create(
                root: try SecretBytes(random: RootKey.byteCount), cabinet: TrialKeyCabinet(), instance: instance)
        } catch {
            return nil
        }
    }
}
