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
    /// Who was sent something of the person and is told that it was erased (Art. 19).
    var recipients: [Recipient]

    struct Recipient: Equatable {
        var address: EmailAddress
        var sentAt: Int64
        var ticket: TicketNumber
    }

    init(
        person: PersonID, address: EmailAddress?, name: String?, wrappedKeys: [[UInt8]], recipients: [Recipient] = []
    ) {
        self.person = person
        self.address = address
        self.name = name
        self.wrappedKeys = wrappedKeys
        self.recipients = recipients
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(person.hex)
        writer.write(ifAny: address?.text)
        writer.write(ifAny: name)
        writer.write(wrappedKeys.map(Hex.encode))
        writer.write(recipients.map { "\($0.sentAt) \($0.ticket.value) \($0.address.text)" })
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        guard let person = PersonID(hex: try reader.text()) else { throw .damaged }
        let (address, name) = (try reader.textIfAny(), try reader.textIfAny())
        let keys = try reader.texts().compactMap { Hex.decode($0) }
        // Earlier ones end here.
        let recipients = reader.isAtEnd ? [] : try reader.texts().compactMap(Self.recipient)
        self.init(
            person: person, address: address.flatMap { EmailAddress($0) }, name: name, wrappedKeys: keys,
            recipients: recipients)
    }

    private static func recipient(_ text: String) -> Recipient? {
        let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
        guard parts.count == 3, let sentAt = Int64(parts[0]),
            let ticket = Int64(parts[1]).flatMap({ TicketNumber($0) }),
            let address = EmailAddress(parts[2])
        else { return nil }
        return Recipient(address: address, sentAt: sentAt, ticket: ticket)
    }
}
