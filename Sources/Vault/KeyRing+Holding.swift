internal import Synchronization

/// Holding a person's keys (Art. 18): what was sealed for them so far is withheld, and what comes later is sealed under
/// a further version that is not.
///
/// A held key is wrapped under the service key `hold` instead of an epoch. It is never remembered, and it opens only
/// for a caller that says so. Each verb can be said again after a crash, and changes nothing then that was done.
extension KeyRing {
    /// The newest version of the owner's key; nil for an owner without any.
    package func newestVersion(of owner: ObjectID) throws(VaultFailure) -> UInt32? {
        try Self.asking { try cabinet.wrappedKey(owner: owner, version: nil) }?.version
    }

    /// Holds every version up to this one, after a further one was made if there was none: whoever seals for the owner
    /// meanwhile is not kept from it.
    package func hold(_ owner: ObjectID, through last: UInt32) throws(VaultFailure) {
        guard let newest = try newestVersion(of: owner) else { throw .keyDestroyed }
        if newest <= last { try makeNextKey(for: owner) }
        var held: [WrappedKey] = []
        for old in try wrappedKeys(of: owner, through: min(last, newest)) where !old.isHeld {
            held.append(
                try PersonKey.rewrap(
                    old, under: wrappingKey(of: old), anew: services[.hold], epoch: WrappedKey.heldEpoch,
                    instance: instance))
        }
        guard !held.isEmpty else { return }
        let keys = held
        try Self.asking { try cabinet.replace(keys, whereHeld: false) }
        people.withLock { $0.forget(owner) }
        Libcrypto.forgetKeys()
    }

    /// Gives every held version back to the newest epoch.
    package func release(_ owner: ObjectID) throws(VaultFailure) {
        guard let newest = try newestVersion(of: owner) else { throw .keyDestroyed }
        let (epoch, key) = epochKeys.withLock { ($0.newest, $0[$0.newest]) }
        guard let epochKey = key else { throw .keyMissing }
        var released: [WrappedKey] = []
        for old in try wrappedKeys(of: owner, through: newest) where old.isHeld {
            try Self.count(epochWraps)
            released.append(
                try PersonKey.rewrap(
                    old, under: services[.hold], anew: epochKey, epoch: epoch, instance: instance))
        }
        guard !released.isEmpty else { return }
        let keys = released
        try Self.asking { try cabinet.replace(keys, whereHeld: true) }
        people.withLock { $0.forget(owner) }
    }

    /// Versions that keys.db does not have, as after a restore, are left out.
    private func wrappedKeys(of owner: ObjectID, through last: UInt32) throws(VaultFailure) -> [WrappedKey] {
        var keys: [WrappedKey] = []
        var version: UInt32 = 1
        while version <= last {
            let wanted = version
            if let key = try Self.asking({ try cabinet.wrappedKey(owner: owner, version: wanted) }) { keys.append(key) }
            version += 1
        }
        return keys
    }
}
