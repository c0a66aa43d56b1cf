internal import Desk

/// To whom something went and why: one sealed value under the key of the person it is about.
struct DisclosureParticulars: Equatable {
    var recipient: String
    var reason: String?
    var basis: String?
    var files: Int

    init(recipient: String, reason: String?, basis: String?, files: Int) {
        self.recipient = recipient
        self.reason = reason
        self.basis = basis
        self.files = files
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(recipient)
        writer.write(ifAny: reason)
        writer.write(ifAny: basis)
        writer.write(number: files)
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        self.init(
            recipient: try reader.text(), reason: try reader.textIfAny(), basis: try reader.textIfAny(),
            files: try reader.number())
    }
}
