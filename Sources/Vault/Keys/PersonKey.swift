/// Makes and opens people's keys (gdpr.md B2). A person's key is random and never derived, because a key that can be
/// derived cannot be destroyed; it never seals anything itself, only the key derived from it does.
struct PersonKey {
    let owner: ObjectID
    let version: UInt32
    let epoch: UInt32
    let instance: ObjectID

    /// The sealing key and the wrapped form to keep of a key that nobody has seen.
    func make(under epochKey: SecretBytes) throws(VaultFailure) -> (sealing: SecretBytes, wrapped: WrappedKey) {
        let key = try SecretBytes(random: AESGCM.keyBytes)
        let derivation = KeyDerivation(secret: key, salt: instance)
        let wrapped = WrappedKey(
            owner: owner, version: version, epoch: epoch,
            wrapped: try KeyWrap.wrap(key, under: epochKey, associated: associated),
            commitment: derivation.checkValue(for: "ticketd/v1/dek/commit"))
        return (derivation.key(for: "ticketd/v1/dek/enc"), wrapped)
    }

    /// The sealing key, after the commitment was compared.
    static func open(
        _ wrapped: WrappedKey, under epochKey: SecretBytes, instance: ObjectID
    ) throws(VaultFailure) -> SecretBytes {
        let name = PersonKey(owner: wrapped.owner, version: wrapped.version, epoch: wrapped.epoch, instance: instance)
        let key = try KeyWrap.unwrap(wrapped.wrapped, under: epochKey, associated: name.associated)
        let derivation = KeyDerivation(secret: key, salt: instance)
        guard ConstantTime.equal(derivation.checkValue(for: "ticketd/v1/dek/commit"), wrapped.commitment) else {
            throw .authenticationFailed
        }
        return derivation.key(for: "ticketd/v1/dek/enc")
    }

    /// The same key wrapped under another epoch, after the commitment was compared. The commitment stays what it was.
    static func rewrap(
        _ wrapped: WrappedKey, under old: SecretBytes, anew new: SecretBytes, epoch: UInt32, instance: ObjectID
    ) throws(VaultFailure) -> WrappedKey {
        let name = PersonKey(owner: wrapped.owner, version: wrapped.version, epoch: wrapped.epoch, instance: instance)
        let key = try KeyWrap.unwrap(wrapped.wrapped, under: old, associated: name.associated)
        let commitment = KeyDerivation(secret: key, salt: instance).checkValue(for: "ticketd/v1/dek/commit")
        guard ConstantTime.equal(commitment, wrapped.commitment) else { throw .authenticationFailed }
        let next = PersonKey(owner: wrapped.owner, version: wrapped.version, epoch: epoch, instance: instance)
        return WrappedKey(
            owner: wrapped.owner, version: wrapped.version, epoch: epoch,
            wrapped: try KeyWrap.wrap(key, under: new, associated: next.associated), commitment: commitment)
    }

    var associated: [UInt8] {
        var associated = AssociatedBytes(label: "ticketd.wrap.v1", instance: instance)
        associated.append(owner)
        associated.append(version)
        associated.append(epoch)
        return associated.bytes
    }
}
