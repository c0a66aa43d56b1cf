internal import Desk
internal import Mail
internal import Vault

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
        case .consent(let consent):
            writer.write("consent")
            for text in [
                consent.purpose.value, consent.version.text, consent.controller, Hex.encode(consent.shown),
                consent.age.word,
            ] { writer.write(text) }
            writer.write(ifAny: consent.mailbox?.value)
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
        case "consent": wish = .consent(try ConsentWish(&reader))
        default: throw .damaged
        }
    }
}

extension ConsentWish {
    fileprivate init(_ reader: inout ByteReader) throws(StoreFailure) {
        guard let purpose = ShortName(try reader.text()), let version = ConsentTextVersion(text: try reader.text())
        else { throw .damaged }
        let controller = try reader.text()
        guard let shown = Hex.decode(try reader.text()), let age = AgeStatement(word: try reader.text()) else {
            throw .damaged
        }
        self.init(
            purpose: purpose, version: version, controller: controller, shown: shown, age: age,
            mailbox: try reader.textIfAny().flatMap { MailboxName($0) })
    }
}
