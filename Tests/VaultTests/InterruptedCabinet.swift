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
    func destroy(owner: ObjectID) throws { try cabinet.destroy(owner: owner) }
}
