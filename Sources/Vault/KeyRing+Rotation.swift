internal import Synchronization

/// Rotation (gdpr.md B6). An epoch is replaced while people are written to: first the new key, then every person's key
/// wrapped anew in batches, then the old key destroyed. It can end at any instant and go on; no person's key changes.
extension KeyRing {
    /// The epoch that wraps what is new, and how many older ones are still needed.
    package var epochs: (newest: UInt32, older: Int) {
        epochKeys.withLock { ($0.newest, $0.older.count) }
    }

    /// Begins an epoch; while an older one is still needed it begins none. Answers the number of the newest. With
    /// another root than the cabinet's it throws `.wrongRoot` and writes nothing.
    @discardableResult
    package func beginEpoch(root: SecretBytes) throws(VaultFailure) -> UInt32 {
        let (newest, older) = epochs
        guard older == 0 else { return newest }
        guard newest < UInt32.max else { throw .malformed }
        let keystore = try Keystore(root: root, instance: instance)
        let present = try Self.asking { try cabinet.load() }.rootID
        guard keystore.rootID == present else { throw .wrongRoot(expected: present, found: keystore.rootID) }
        let key = try SecretBytes(random: AESGCM.keyBytes)
        let epoch = try keystore.wrap(key, epoch: newest + 1)
        try Self.asking { try cabinet.add(epoch, under: keystore.rootID) }
        epochKeys.withLock { $0.add(key, number: newest + 1) }
        epochWraps.store(0, ordering: .relaxed)
        return newest + 1
    }

    /// Wraps up to so many keys of older epochs under the newest, in one commit. Answers how many; with 0 there is none
    /// left. A key that is destroyed meanwhile stays destroyed.
    package func rewrap(atMost limit: Int) throws(VaultFailure) -> Int {
        let epochs = epochKeys.withLock { $0 }
        let newest = epochs.newest
        guard let key = epochs[newest], !epochs.older.isEmpty else { return 0 }
        let old = try Self.asking { try cabinet.wrappedKeys(below: newest, limit: limit) }
        guard !old.isEmpty else { return 0 }
        var new: [WrappedKey] = []
        new.reserveCapacity(old.count)
        for wrapped in old {
            guard let epochKey = epochs[wrapped.epoch] else { throw .keyMissing }
            try Self.count(epochWraps)
            new.append(
                try PersonKey.rewrap(wrapped, under: epochKey, anew: key, epoch: newest, instance: instance))
        }
        try Self.asking { try cabinet.replace(new, whereHeld: false) }
        return old.count
    }

    /// Destroys the older epochs once nothing is wrapped under them. What a copy of keys.db holds is untouched by it.
    package func endOlderEpochs() throws(VaultFailure) {
        let newest = epochKeys.withLock { $0.newest }
        try Self.asking { try cabinet.destroyEpochs(below: newest) }
        epochKeys.withLock { $0.forgetOlder() }
    }

    /// Wraps everything under another root, in one commit: the cabinet opens with the new root from then on and with
    /// the old one never again. Throws and changes nothing when the cabinet is no more what this ring was opened from.
    package func changeRoot(to root: SecretBytes) throws(VaultFailure) {
        let old = try Self.asking { try cabinet.load() }
        let new = try contents(rewrappedUnder: root)
        guard old.epochs.map(\.number) == new.epochs.map(\.number), old.services.count == new.services.count else {
            throw .keyMissing
        }
        // Opened before it is kept: a cabinet that its own root does not open must never be written.
        _ = try KeyRing(root: root, cabinet: cabinet, contents: new)
        try Self.asking { try cabinet.replace(old, with: new) }
    }
}
