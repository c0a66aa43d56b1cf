internal import Synchronization
package import Vault

/// A key cabinet that forgets with the process. It keeps every promise of the port, counts its commits, and can be
/// told to refuse, so that a test sees what a full disk does.
package final class InMemoryKeyCabinet: KeyCabinet {
    package enum Refusal: Error {
        case empty
        case alreadyFilled
        case duplicateKey
        case changed
        case told
    }

    private struct State {
        var contents: CabinetContents?
        var keys: [ObjectID: [WrappedKey]] = [:]
        var commits = 0
        var isRefusing = false
    }

    private let state = Mutex(State())

    package init() {}

    /// How many durable changes were made.
    package var commits: Int { state.withLock { $0.commits } }

    /// Every wrapped key there is, for looking at what an attacker would find.
    package var keys: [WrappedKey] { state.withLock { $0.keys.values.flatMap { $0 } } }

    /// While true every verb throws and changes nothing.
    package func refuse(_ isRefusing: Bool) {
        state.withLock { $0.isRefusing = isRefusing }
    }

    /// Puts these contents in place of the present ones, as restoring a backup or rotating the root does.
    package func replace(_ contents: CabinetContents) {
        state.withLock { $0.contents = contents }
    }

    /// Puts this key in place of the one with the same owner and version, as someone who can write the file may.
    package func tamper(_ key: WrappedKey) {
        state.withLock { state in
            state.keys[key.owner, default: []].removeAll { $0.version == key.version }
            state.keys[key.owner, default: []].append(key)
        }
    }

    package func load() throws -> CabinetContents {
        try state.withLock { state in
            guard !state.isRefusing else { throw Refusal.told }
            guard let contents = state.contents else { throw Refusal.empty }
            return contents
        }
    }

    package func wrappedKey(owner: ObjectID, version: UInt32?) throws -> WrappedKey? {
        try state.withLock { state in
            guard !state.isRefusing else { throw Refusal.told }
            let keys = state.keys[owner] ?? []
            guard let version else { return keys.max { $0.version < $1.version } }
            return keys.first { $0.version == version }
        }
    }

    package func initialise(_ contents: CabinetContents) throws {
        try change { state in
            guard state.contents == nil else { throw Refusal.alreadyFilled }
            state.contents = contents
        }
    }

    package func add(_ keys: [WrappedKey]) throws {
        try change { state in
            var seen: Set<[UInt32]> = []
            for key in keys {
                let isKept = state.keys[key.owner]?.contains { $0.version == key.version } ?? false
                let name = key.owner.bytes.map(UInt32.init) + [key.version]
                guard state.contents?.epochs.contains(where: { $0.number == key.epoch }) ?? true else {
                    throw Refusal.changed
                }
                guard !isKept, seen.insert(name).inserted else { throw Refusal.duplicateKey }
            }
            for key in keys { state.keys[key.owner, default: []].append(key) }
        }
    }

    package func destroy(owners: [ObjectID]) throws {
        try change { state in
            for owner in owners { state.keys[owner] = nil }
        }
    }

    package func add(_ epoch: CabinetContents.Epoch, under root: KeyID) throws {
        try change { state in
            guard let old = state.contents, old.rootID == root else { throw Refusal.changed }
            state.contents = CabinetContents(
                instance: old.instance, rootID: old.rootID, epochs: old.epochs + [epoch], services: old.services)
        }
    }

    package func wrappedKeys(below epoch: UInt32, limit: Int) throws -> [WrappedKey] {
        try state.withLock { state in
            guard !state.isRefusing else { throw Refusal.told }
            return Array(state.keys.values.joined().filter { $0.epoch < epoch && !$0.isHeld }.prefix(limit))
        }
    }

    package func replace(_ keys: [WrappedKey], whereHeld: Bool) throws {
        try change { state in
            let epochs = state.contents?.epochs.map(\.number) ?? []
            guard keys.allSatisfy({ $0.isHeld || epochs.contains($0.epoch) }) else { throw Refusal.changed }
            for key in keys {
                guard
                    let index = state.keys[key.owner]?.firstIndex(where: {
                        $0.version == key.version && $0.isHeld == whereHeld
                    })
                else { continue }
                state.keys[key.owner]?[index] = key
            }
        }
    }

    package func destroyEpochs(below epoch: UInt32) throws {
        try change { state in
            guard let old = state.contents,
                !state.keys.values.joined().contains(where: { $0.epoch < epoch && !$0.isHeld })
            else {
                throw Refusal.changed
            }
            state.contents = CabinetContents(
                instance: old.instance, rootID: old.rootID, epochs: old.epochs.filter { $0.number >= epoch },
                services: old.services)
        }
    }

    package func replace(_ old: CabinetContents, with new: CabinetContents) throws {
        try change { state in
            guard state.contents == old else { throw Refusal.changed }
            state.contents = new
        }
    }

    /// A body throws before it changes anything, so that a commit is all or nothing.
    private func change(_ body: (inout State) throws -> Void) throws {
        try state.withLock { state in
            guard !state.isRefusing else { throw Refusal.told }
            try body(&state)
            state.commits += 1
        }
    }
}
