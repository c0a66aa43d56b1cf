/// What a cabinet holds besides people's keys: everything that is needed to open it, and nothing that is secret.
package struct CabinetContents: Hashable, Sendable {
    /// A key-encryption key, wrapped by the root. Destroying one destroys what it alone wraps.
    package struct Epoch: Hashable, Sendable {
        package let number: UInt32
        package let wrapped: [UInt8]
        package let commitment: [UInt8]

        package init(number: UInt32, wrapped: [UInt8], commitment: [UInt8]) {
            self.number = number
            self.wrapped = wrapped
            self.commitment = commitment
        }
    }

    /// A key of the desk itself, wrapped by the root.
    package struct Service: Hashable, Sendable {
        package let name: String
        package let version: UInt8
        package let wrapped: [UInt8]
        package let commitment: [UInt8]

        package init(name: String, version: UInt8, wrapped: [UInt8], commitment: [UInt8]) {
            self.name = name
            self.version = version
            self.wrapped = wrapped
            self.commitment = commitment
        }
    }

    package let instance: ObjectID
    /// Names the root that wraps `epochs` and `services`.
    package let rootID: KeyID
    package let epochs: [Epoch]
    package let services: [Service]

    package init(instance: ObjectID, rootID: KeyID, epochs: [Epoch], services: [Service]) {
        self.instance = instance
        self.rootID = rootID
        self.epochs = epochs
        self.services = services
    }
}
