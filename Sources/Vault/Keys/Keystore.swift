/// What the root secret opens: it derives the wrapping key and wraps or unwraps everything but people's keys with it.
/// Nothing else is ever derived from the root, and it forgets the wrapping key when it goes.
struct Keystore {
    let instance: ObjectID
    /// Names the root; compared before anything is unwrapped.
    let rootID: KeyID
    private let wrappingKey: SecretBytes

    init(root: SecretBytes, instance: ObjectID) throws(VaultFailure) {
        guard root.count == AESGCM.keyBytes else { throw .malformed }
        self.instance = instance
        wrappingKey = KeyDerivation(secret: root, salt: instance).key(for: "ticketd/v1/keystore")
        let check = KeyDerivation(secret: wrappingKey, salt: instance).checkValue(for: "ticketd/v1/keystore/check")
        guard let rootID = KeyID(bytes: Array(check.prefix(16))) else { throw .malformed }
        self.rootID = rootID
    }

    func wrap(_ key: SecretBytes, epoch number: UInt32) throws(VaultFailure) -> CabinetContents.Epoch {
        let wrapped = try KeyWrap.wrap(key, under: wrappingKey, associated: associated(epoch: number))
        return CabinetContents.Epoch(number: number, wrapped: wrapped, commitment: commitment(to: key))
    }

    func wrap(_ key: SecretBytes, service name: String, version: UInt8) throws(VaultFailure) -> CabinetContents.Service
    {
        let associated = associated(service: name, version: version)
        let wrapped = try KeyWrap.wrap(key, under: wrappingKey, associated: associated)
        return CabinetContents.Service(
            name: name, version: version, wrapped: wrapped, commitment: commitment(to: key))
    }

    func unwrap(_ epoch: CabinetContents.Epoch) throws(VaultFailure) -> SecretBytes {
        let key = try KeyWrap.unwrap(epoch.wrapped, under: wrappingKey, associated: associated(epoch: epoch.number))
        return try checked(key, against: epoch.commitment)
    }

    func unwrap(_ service: CabinetContents.Service) throws(VaultFailure) -> SecretBytes {
        let associated = associated(service: service.name, version: service.version)
        let key = try KeyWrap.unwrap(service.wrapped, under: wrappingKey, associated: associated)
        return try checked(key, against: service.commitment)
    }

    private func checked(_ key: SecretBytes, against expected: [UInt8]) throws(VaultFailure) -> SecretBytes {
        guard ConstantTime.equal(commitment(to: key), expected) else { throw .authenticationFailed }
        return key
    }

    private func commitment(to key: SecretBytes) -> [UInt8] {
        KeyDerivation(secret: key, salt: instance).checkValue(for: "ticketd/v1/keystore/commit")
    }

    private func associated(epoch number: UInt32) -> [UInt8] {
        var associated = AssociatedBytes(label: "ticketd.epoch.v1", instance: instance)
        associated.append(number)
        return associated.bytes
    }

    private func associated(service name: String, version: UInt8) -> [UInt8] {
        var associated = AssociatedBytes(label: "ticketd.service.v1", instance: instance)
        associated.append(name)
        associated.append(version)
        return associated.bytes
    }
}
