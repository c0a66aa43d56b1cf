internal import Synchronization

/// All keys of one desk, unwrapped in memory: it seals, opens, hashes and signs, and hands no key to anyone.
///
/// Any number of threads may use it at once. It promises that a value sealed for a person opens only in its place
/// and only while that person's key exists; after `destroyKeys` it answers `.keyDestroyed`, whatever was remembered.
/// It does not check who asks: that is decided at the desk, before it is called.
package final class KeyRing: Sendable {
    package let instance: ObjectID
    /// Names the root secret this ring was opened with; a check value, not a secret.
    package let rootID: KeyID

    let cabinet: any KeyCabinet
    let services: ServiceKeys
    let epochKeys: Mutex<KeyEpochs>
    let people = Mutex(PersonKeyCache())
    let unsubscribeSeals = Atomic<UInt64>(0)
    let epochWraps = Atomic<UInt64>(0)

    /// Opens a filled cabinet. With another root it throws `.wrongRoot` and writes nothing.
    package convenience init(root: SecretBytes, cabinet: any KeyCabinet) throws(VaultFailure) {
        let contents = try Self.asking { try cabinet.load() }
        try self.init(root: root, cabinet: cabinet, contents: contents)
    }

    /// Fills an empty cabinet: the first epoch and every service key, all random.
    package static func create(
        root: SecretBytes, cabinet: any KeyCabinet, instance: ObjectID
    ) throws(VaultFailure) -> KeyRing {
        let keystore = try Keystore(root: root, instance: instance)
        let epoch = try keystore.wrap(try SecretBytes(random: AESGCM.keyBytes), epoch: 1)
        var services: [CabinetContents.Service] = []
        for name in ServiceKeys.Name.allCases {
            let key = try SecretBytes(random: AESGCM.keyBytes)
            services.append(try keystore.wrap(key, service: name.rawValue, version: 1))
        }
        let contents = CabinetContents(
            instance: instance, rootID: keystore.rootID, epochs: [epoch], services: services)
        // Opened before it is kept: a cabinet that its own root does not open must never be written.
        let ring = try KeyRing(root: root, cabinet: cabinet, contents: contents)
        try asking { try cabinet.initialise(contents) }
        return ring
    }

    init(root: SecretBytes, cabinet: any KeyCabinet, contents: CabinetContents) throws(VaultFailure) {
        let keystore = try Keystore(root: root, instance: contents.instance)
        guard keystore.rootID == contents.rootID else {
            throw .wrongRoot(expected: contents.rootID, found: keystore.rootID)
        }
        var epochs = KeyEpochs()
        for epoch in contents.epochs { epochs.add(try keystore.unwrap(epoch), number: epoch.number) }
        guard !contents.epochs.isEmpty else { throw .keyMissing }
        var services: [(name: String, version: UInt8, key: SecretBytes)] = []
        for service in contents.services {
            services.append((service.name, service.version, try keystore.unwrap(service)))
        }
        self.services = try ServiceKeys(services)
        self.epochKeys = Mutex(epochs)
        self.cabinet = cabinet
        self.instance = contents.instance
        self.rootID = keystore.rootID
    }

    /// The id a root would have for this instance, for telling an operator which of two roots is the right one.
    package static func rootID(of root: SecretBytes, instance: ObjectID) throws(VaultFailure) -> KeyID {
        try Keystore(root: root, instance: instance).rootID
    }

    /// The cabinet's contents wrapped under another root. Writing them in one commit is the rotation of the root
    /// (`changeRoot`); people's keys stay as they are, because only epochs wrap them.
    package func contents(rewrappedUnder root: SecretBytes) throws(VaultFailure) -> CabinetContents {
        let keystore = try Keystore(root: root, instance: instance)
        let epochs = epochKeys.withLock { $0 }
        var wrappedEpochs: [CabinetContents.Epoch] = []
        for number in epochs.kept.sorted() {
            guard let key = epochs[number] else { throw .keyMissing }
            wrappedEpochs.append(try keystore.wrap(key, epoch: number))
        }
        var wrappedServices: [CabinetContents.Service] = []
        for name in ServiceKeys.Name.allCases {
            for (version, key) in services.versions(of: name) {
                wrappedServices.append(try keystore.wrap(key, service: name.rawValue, version: version))
            }
        }
        return CabinetContents(
            instance: instance, rootID: keystore.rootID, epochs: wrappedEpochs, services: wrappedServices)
    }

    /// Calls the cabinet and gives its failure the one name Vault has for it.
    static func asking<Answer>(_ question: () throws -> Answer) throws(VaultFailure) -> Answer {
        do {
            return try question()
        } catch {
            throw .unavailable(.cabinet(error))
        }
    }
}

extension KeyRing: CustomStringConvertible, CustomReflectable {
    package var description: String { "<key ring of instance \(instance)>" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
