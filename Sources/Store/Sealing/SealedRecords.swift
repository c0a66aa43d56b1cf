internal import Desk
internal import Mail

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

/// Subject, assignee and tags of a ticket: one sealed value under the requester's key.
struct TicketParticulars: Equatable {
    var subject: String
    var assignee: String?
    var tags: [String]

    init(subject: String, assignee: String? = nil, tags: [String] = []) {
        self.subject = subject
        self.assignee = assignee
        self.tags = tags
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(subject)
        writer.write(ifAny: assignee)
        writer.write(tags)
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        self.init(subject: try reader.text(), assignee: try reader.textIfAny(), tags: try reader.texts())
    }
}

/// What an attachment is called and claims to be: one sealed value under its message's key.
struct AttachmentLabel: Equatable {
    var filename: String?
    var mediaType: String
    var contentID: String?

    init(filename: String?, mediaType: String, contentID: String?) {
        self.filename = filename
        self.mediaType = mediaType
        self.contentID = contentID
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(ifAny: filename)
        writer.write(mediaType)
        writer.write(ifAny: contentID)
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        self.init(
            filename: try reader.textIfAny(), mediaType: try reader.text(), contentID: try reader.textIfAny())
    }
}

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
