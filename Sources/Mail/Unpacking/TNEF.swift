/// Reads a `winmail.dat` ([MS-OXTNEF] §2.1): the files in it, and the text of the mail that Outlook put there. Total,
/// one pass.
struct TNEF {
    private(set) var files: [UnpackedFile] = []
    /// What the mail says, in the forms that are there.
    private(set) var body = TNEFBody()

    /// Whether the octets begin as every such file does (§2.1.3.2).
    let isGenuine: Bool

    init(_ bytes: [UInt8], limit: Int) {
        var reader = LittleEndianReader(bytes)
        // The signature, then a key that nobody uses.
        isGenuine = reader.take32() == 0x223E_9F78
        guard isGenuine, reader.take16() != nil else { return }
        var draft: Draft?
        while let level = reader.take8(), let attribute = reader.take32(), let length = reader.take32(),
            let range = reader.take(Int(length)), reader.take16() != nil
        {
            if level != 2 {
                take(attribute, bytes, range)
            } else if attribute == Attribute.renderData {
                // §2.1.3.3.15: this attribute begins every attachment.
                if let file = draft?.file { files.append(file) }
                if files.count >= limit { return }
                draft = Draft()
            } else {
                draft?.take(attribute, bytes, range)
            }
        }
        if let file = draft?.file, files.count < limit { files.append(file) }
    }

    private mutating func take(_ attribute: UInt32, _ bytes: [UInt8], _ range: Range<Int>) {
        switch attribute {
        case Attribute.codepage:
            var reader = LittleEndianReader(bytes, range)
            body.codepage = reader.take32()
        case Attribute.text: body.plain = bytes[range]
        case Attribute.messageProperties: body.take(TNEFProperties(bytes, range))
        default: break
        }
    }

    /// The attributes that matter ([MS-OXTNEF] §2.1.3.1).
    private enum Attribute {
        static let renderData: UInt32 = 0x0006_9002
        static let title: UInt32 = 0x0001_8010
        static let data: UInt32 = 0x0006_800F
        static let properties: UInt32 = 0x0006_9005
        static let messageProperties: UInt32 = 0x0006_9003
        static let codepage: UInt32 = 0x0006_9007
        static let text: UInt32 = 0x0002_800C
    }

    /// An attachment while its attributes come in.
    private struct Draft {
        private var title: String?
        private var content: [UInt8]?
        private var properties = TNEFProperties()

        mutating func take(_ attribute: UInt32, _ bytes: [UInt8], _ range: Range<Int>) {
            switch attribute {
            case Attribute.title: title = TNEFProperties.text(bytes[range])
            case Attribute.data: content = Array(bytes[range])
            case Attribute.properties: properties = TNEFProperties(bytes, range)
            default: break
            }
        }

        var file: UnpackedFile? {
            guard let bytes = content ?? properties.content else { return nil }
            return UnpackedFile(
                name: properties.longName ?? title, mediaType: properties.mediaType, contentID: properties.contentID,
                bytes: bytes)
        }
    }
}
