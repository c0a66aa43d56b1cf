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

    /// Opens what was sealed at this place for this owner, under whichever version of the key sealed it.
    package func open(
        _ sealed: [UInt8], at place: FieldPlace, owner: ObjectID
    ) throws(VaultFailure) -> [UInt8] {
        let (field, key) = try field(sealed, at: place, owner: owner)
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
        _ wrapped: [UInt8], at place: FieldPlace, owner: ObjectID
    ) throws(VaultFailure) -> ContentKey {
        let (field, key) = try field(wrapped, at: place, owner: owner)
        return ContentKey(secret: try field.openSecret(wrapped, key: key), instance: instance)
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
        _ sealed: [UInt8], at place: FieldPlace, owner: ObjectID
    ) throws(VaultFailure) -> (field: SealedField, key: SecretBytes) {
        let wanted = try SealedField.header(of: sealed).version
        let (version, key) = try sealingKey(of: owner, version: wanted)
        return (SealedField(instance: instance, place: place, owner: owner, version: version), key)
    }

    /// Counts one use of a key that everyone shares and refuses far below what one key may do. It counts since the
    /// start of the process only: at a thousand tokens a second the limit is 25 days away.
    static func count(_ uses: borrowing Atomic<UInt64>) throws(VaultFailure) {
        let count = uses.wrappingAdd(1, ordering: .relaxed).newValue
        guard count <= Limits.sharedKeyInvocations else { throw .unavailable(.exhausted) }
    }
}
