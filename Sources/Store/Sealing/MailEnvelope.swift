internal import Desk
internal import Mail

/// Sender and unsubscribe link of a mail that waits: one sealed value under its message's key.
struct MailEnvelope: Equatable {
    var sender: EnvelopeSender
    var link: UnsubscribeLink

    init(sender: EnvelopeSender, link: UnsubscribeLink) {
        self.sender = sender
        self.link = link
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        switch sender {
        case .null: writer.write(ifAny: nil)
        case .address(let address): writer.write(ifAny: address.text)
        }
        writer.write(link.headerURL)
        writer.write(link.bodyURL)
        writer.write(link.mailto.text)
        writer.write(link.mailtoSubject)
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        let senderText = try reader.textIfAny()
        let (header, body) = (try reader.text(), try reader.text())
        let (mailto, subject) = (try reader.text(), try reader.text())
        guard let mailto = EmailAddress(mailto),
            let link = UnsubscribeLink(headerURL: header, bodyURL: body, mailto: mailto, mailtoSubject: subject)
        else { throw .damaged }
        guard let senderText else {
            self.init(sender: .null, link: link)
            return
        }
        guard let sender = EmailAddress(senderText) else { throw .damaged }
        self.init(sender: .address(sender), link: link)
    }
}
