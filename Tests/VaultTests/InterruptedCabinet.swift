import DeskTesting
import Synchronization
import Vault

/// A cabinet in which something happens, once, between finding a key and handing it over.
final class InterruptedCabinet: KeyCabinet {
    private let cabinet: InMemoryKeyCabinet
    private let interruption = Mutex<(@Sendable () throws -> Void)?>(nil)

    init(_ cabinet: InMemoryKeyCabinet) {
        self.cabinet = cabinet
    }

    func interrupt(_ body: @escaping @Sendable () throws -> Void) {
        interruption.withLock { $0 = body }
    }

    func wrappedKey(owner: ObjectID, version: UInt32?) throws -> WrappedKey? {
        let key = try cabinet.wrappedKey(owner: owner, version: version)
        let body = interruption.withLock { body in
            defer { body = nil }
            return body
        }
        try body?()
        return key
    }

    func load() throws -> CabinetContents { try cabinet.load() }
    func initialise(_ contents: CabinetContents) throws { try cabinet.initialise(contents) }
    func add(_ keys: [WrappedKey]) throws { try cabinet.add(keys) }
    func add(_ epoch: CabinetContents.Epoch, under root: KeyID) throws { try cabinet.add(epoch, under: root) }
    func wrappedKeys(below epoch: UInt32, limit: Int) throws -> [WrappedKey] {
        try cabinet.wrappedKeys(below: epoch, limit: limit)
    }
    func replace(_ keys: [WrappedKey], whereHeld: Bool) throws { try cabinet.replace(keys, whereHeld: whereHeld) }
    func destroyEpochs(below epoch: UInt32) throws { try cabinet.destroyEpochs(below: epoch) }
    func replace(_ old: CabinetContents, with new: CabinetContents) throws { try cabinet.replace(old, with: new) }
    func destroy(owners: [ObjectID]) throws { try cabinet.destroy(owners: owners) }
}
