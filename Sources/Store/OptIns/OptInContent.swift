internal import Desk
internal import Mail

/// The personal part of a wish: one sealed value under a key of its own, which goes with the wish.
struct OptInContent {
    let address: EmailAddress
    let language: Language
    let wish: OptInWish

    init(_ optIn: OptIn) {
        address = optIn.address
        language = optIn.language
        wish = optIn.wish
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(address.text)
        writer.write(language.rawValue)
        switch wish {
        case .resubscription(let group):
            writer.write("resubscription")
            writer.write(group)
        }
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        guard let address = EmailAddress(try reader.text()), let language = Language(rawValue: try reader.text()) else {
            throw .damaged
        }
        self.address = address
        self.language = language
        switch try reader.text() {
        case "resubscription": wish = .resubscription(group: try reader.text())
        default: throw .damaged
        }
    }
}
