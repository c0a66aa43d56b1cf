internal import Desk
internal import Mail
internal import Vault

/// What an erasure has to know of the person until it is over: one sealed value under a key of its own.
struct ErasureBrief: Equatable {
    var person: PersonID
    /// nil when even the identity could not be opened.
    var address: EmailAddress?
    var name: String?
    /// The wrapped keys as they lay in keys.db, to be looked for there after they are gone.
    var wrappedKeys: [[UInt8]]

    init(person: PersonID, address: EmailAddress?, name: String?, wrappedKeys: [[UInt8]]) {
        self.person = person
        self.address = address
        self.name = name
        self.wrappedKeys = wrappedKeys
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(person.hex)
        writer.write(ifAny: address?.text)
        writer.write(ifAny: name)
        writer.write(wrappedKeys.map(Hex.encode))
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        guard let person = PersonID(hex: try reader.text()) else { throw .damaged }
        let (address, name) = (try reader.textIfAny(), try reader.textIfAny())
        let keys = try reader.texts().compactMap { Hex.decode($0) }
        self.init(person: person, address: address.flatMap { EmailAddress($0) }, name: name, wrappedKeys: keys)
    }
}
