internal import Synchronization

/// The keys of people and agents: making, finding and destroying them.
extension KeyRing {
    /// Gives each of these new owners a random key, in one commit of the cabinet. An owner has an id that was never
    /// used before; for a further key of the same owner there is `makeNextKey`.
    package func makePersonKeys(for owners: [ObjectID]) throws(VaultFailure) {
        guard !owners.isEmpty else { return }
        let changes = people.withLock { $0.changes }
        var made: [(sealing: SecretBytes, wrapped: WrappedKey)] = []
        made.reserveCapacity(owners.count)
        for owner in owners { made.append(try newKey(of: owner, version: 1)) }
        try Self.asking { try cabinet.add(made.map(\.wrapped)) }
        people.withLock { people in
            for key in made {
                _ = people.remember(
                    key.sealing, of: key.wrapped.owner, version: 1, isNewest: true, since: changes)
            }
        }
    }

    /// Gives an owner a further key; what is sealed from now on is sealed under it. Answers its version.
    @discardableResult
    package func makeNextKey(for owner: ObjectID) throws(VaultFailure) -> UInt32 {
        guard let newest = try Self.asking({ try cabinet.wrappedKey(owner: owner, version: nil) }) else {
            throw .keyDestroyed
        }
        guard newest.version < UInt32.max else { throw .malformed }
        let made = try newKey(of: owner, version: newest.version + 1)
        try Self.asking { try cabinet.add([made.wrapped]) }
        people.withLock { people in
            people.forget(owner)
            let changes = people.changes
            _ = people.remember(
                made.sealing, of: owner, version: made.wrapped.version, isNewest: true, since: changes)
        }
        return made.wrapped.version
    }

    /// Whether the owner has a key: after an erasure it has none.
    package func hasKey(_ owner: ObjectID) throws(VaultFailure) -> Bool {
        try Self.asking { try cabinet.wrappedKey(owner: owner, version: nil) } != nil
    }

    /// Destroys every version of the owner's key, first where it is kept, then in memory.
    /// It cannot be undone, and when it returns no thread can open what was sealed for the owner.
    package func destroyKeys(of owner: ObjectID) throws(VaultFailure) {
        try destroyKeys(of: [owner])
    }

    /// As above, of several owners in one commit.
    package func destroyKeys(of owners: [ObjectID]) throws(VaultFailure) {
        guard !owners.isEmpty else { return }
        try Self.asking { try cabinet.destroy(owners: owners) }
        people.withLock { people in
            for owner in owners { people.forget(owner) }
        }
        Libcrypto.forgetKeys()
    }

    /// Forgets keys that were not used for a while. Call it now and then with the monotonic time of this run.
    package func forgetUnusedKeys(now: Duration) {
        people.withLock { $0.expire(now: now) }
    }

    /// The sealing key of that version, or of the newest when none is named. A held one is not remembered, and is
    /// handed out only to whoever opens what is held.
    func sealingKey(
        of owner: ObjectID, version: UInt32?, opensHeld: Bool = false
    ) throws(VaultFailure) -> (version: UInt32, key: SecretBytes) {
        var found: (version: UInt32, key: SecretBytes)?
        for _ in 0..<Limits.lookUps {
            let (known, changes) = people.withLock { ($0.key(of: owner, version: version), $0.changes) }
            if let known { return known }
            let wrapped = try wrappedKey(of: owner, version: version)
            guard opensHeld || !wrapped.isHeld else { throw .keyHeld }
            let fetched = (version: wrapped.version, key: try unwrap(wrapped))
            if wrapped.isHeld { return fetched }
            let isCurrent = people.withLock { people in
                people.remember(
                    fetched.key, of: owner, version: fetched.version, isNewest: version == nil, since: changes)
            }
            if isCurrent { return fetched }
            found = fetched
        }
        // Others are being erased without pause. The key was in the cabinet a moment ago; it is used but not kept.
        guard let found else { throw .keyMissing }
        return found
    }

    /// Whether a wrapped key, from a backup perhaps, opens under this ring and fits its commitment. Nothing is cached.
    package func opens(_ wrapped: WrappedKey) -> Bool {
        do throws(VaultFailure) {
            _ = try unwrap(wrapped)
            return true
        } catch {
            return false
        }
    }

    func wrappedKey(of owner: ObjectID, version: UInt32?) throws(VaultFailure) -> WrappedKey {
        let wrapped = try Self.asking { try cabinet.wrappedKey(owner: owner, version: version) }
        guard let wrapped else {
            // A living owner without this version never had it; an owner without any key was erased.
            guard version != nil, try hasKey(owner) else { throw .keyDestroyed }
            throw .keyMissing
        }
        guard wrapped.owner == owner, version == nil || wrapped.version == version else { throw .authenticationFailed }
        return wrapped
    }

    private func unwrap(_ wrapped: WrappedKey) throws(VaultFailure) -> SecretBytes {
        try PersonKey.open(wrapped, under: wrappingKey(of: wrapped), instance: instance)
    }

    /// What wraps it: the key of its epoch, or the one that holds.
    func wrappingKey(of wrapped: WrappedKey) throws(VaultFailure) -> SecretBytes {
        guard !wrapped.isHeld else { return services[.hold] }
        let (epochKey, newest) = epochKeys.withLock { ($0[wrapped.epoch], $0.newest) }
        guard let epochKey else { throw wrapped.epoch < newest ? .keyDestroyed : .keyMissing }
        return epochKey
    }

    private func newKey(
        of owner: ObjectID, version: UInt32
    ) throws(VaultFailure) -> (sealing: SecretBytes, wrapped: WrappedKey) {
        let (epoch, key) = epochKeys.withLock { ($0.newest, $0[$0.newest]) }
        guard let epochKey = key else { throw .keyMissing }
        try Self.count(epochWraps)
        let name = PersonKey(owner: owner, version: version, epoch: epoch, instance: instance)
        return try name.make(under: epochKey)
    }
}
