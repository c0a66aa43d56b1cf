internal import Synchronization

/// Sealing and opening what belongs to one person.
extension KeyRing {
    /// Seals under the owner's newest key. `padTo` hides the length of short fields in steps of that many bytes.
    package func seal(
        _ plaintext: UnsafeRawBufferPointer, at place: FieldPlace, owner: ObjectID, padTo bucket: Int = 0
    ) throws(VaultFailure) -> [UInt8] {
        let (version, key) = try sealingKey(of: owner, version: nil)
        let field = SealedField(instance: instance, place: place, owner: owner, version: version)
        return try field.seal(plaintext, padTo: bucket, key: key)
    }

    package func seal(
        _ plaintext: [UInt8], at place: FieldPlace, owner: ObjectID, padTo bucket: Int = 0
    ) throws(VaultFailure) -> [UInt8] {
        try plaintext.withUnsafeBufferPointer { plaintext throws(VaultFailure) in
            try seal(UnsafeRawBufferPointer(plaintext), at: place, owner: owner, padTo: bucket)
        }
    }

    /// Opens what was sealed at this place for this owner, under whichever version of the key sealed it. With
    /// `opensHeld` also what is withheld; who may ask for that is decided at the desk.
    package func open(
        _ sealed: [UInt8], at place: FieldPlace, owner: ObjectID, opensHeld: Bool = false
    ) throws(VaultFailure) -> [UInt8] {
        let (field, key) = try field(sealed, at: place, owner: owner, opensHeld: opensHeld)
        return try field.open(sealed, key: key)
    }

    /// A new random key for one message, and its sealed form for the row. Bind `place` to the ticket with `within`.
    package func makeContentKey(
        at place: FieldPlace, owner: ObjectID
    ) throws(VaultFailure) -> (key: ContentKey, wrapped: [UInt8]) {
        let key = ContentKey(secret: try SecretBytes(random: AESGCM.keyBytes), instance: instance)
        return (key, try wrap(key, at: place, owner: owner))
    }

    package func openContentKey(
        _ wrapped: [UInt8], at place: FieldPlace, owner: ObjectID, opensHeld: Bool = false
    ) throws(VaultFailure) -> ContentKey {
        let (field, key) = try field(wrapped, at: place, owner: owner, opensHeld: opensHeld)
        return ContentKey(secret: try field.openSecret(wrapped, key: key), instance: instance)
    }

    /// The same content key bound to another place, under the same version of its owner's key: what is held stays held.
    package func moveContentKey(
        _ wrapped: [UInt8], from old: FieldPlace, to new: FieldPlace, owner: ObjectID
    ) throws(VaultFailure) -> [UInt8] {
        let (field, key) = try field(wrapped, at: old, owner: owner, opensHeld: true)
        let content = try field.openSecret(wrapped, key: key)
        let target = SealedField(instance: instance, place: new, owner: owner, version: field.version)
        return try content.withUnsafeBytes { secret throws(VaultFailure) in
            try target.seal(secret, padTo: 0, key: key)
        }
    }

    /// The same content key sealed for another owner or ticket, as a merge or a transfer needs it.
    package func wrap(
        _ key: ContentKey, at place: FieldPlace, owner: ObjectID
    ) throws(VaultFailure) -> [UInt8] {
        try key.secret.withUnsafeBytes { secret throws(VaultFailure) in
            try seal(secret, at: place, owner: owner)
        }
    }

    private func field(
        _ sealed: [UInt8], at place: FieldPlace, owner: ObjectID, opensHeld: Bool
    ) throws(VaultFailure) -> (field: SealedField, key: SecretBytes) {
        let wanted = try SealedField.header(of: sealed).version
        let (version, key) = try sealingKey(of: owner, version: wanted, opensHeld: opensHeld)
        return (SealedField(instance: instance, place: place, owner: owner, version: version), key)
    }

    /// Counts one use of a key that everyone shares and refuses far below what one key may do. It counts since the
    /// start of the process only: at a thousand tokens a second the limit is 25 days away.
    static func count(_ uses: borrowing Atomic<UInt64>) throws(VaultFailure) {
        let count = uses.wrappingAdd(1, ordering: .relaxed).newValue
        guard count <= Limits.sharedKeyInvocations else { throw .unavailable(.exhausted) }
    }
}
