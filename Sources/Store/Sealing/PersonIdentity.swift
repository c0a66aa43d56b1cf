internal import Desk

/// Address and name of a person: one sealed value under the person's own key.
struct PersonIdentity: Equatable {
    var address: String
    var name: String?

    init(address: String, name: String?) {
        self.address = address
        self.name = name
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(address)
        writer.write(ifAny: name)
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        self.init(address: try reader.text(), name: try reader.textIfAny())
    }
}
