/// Reads the attachments out of a `winmail.dat` ([MS-OXTNEF] §2.1): total, one pass, nothing but files is taken.
enum TNEF {
    static func files(in bytes: [UInt8], limit: Int) -> [UnpackedFile] {
        var reader = LittleEndianReader(bytes)
        // [MS-OXTNEF] §2.1.3.2: the signature, then a key that nobody uses.
        guard reader.take32() == 0x223E_9F78, reader.take16() != nil else { return [] }
        var files: [UnpackedFile] = []
        var draft: Draft?
        while let level = reader.take8(), let attribute = reader.take32(), let length = reader.take32(),
            let range = reader.take(Int(length)), reader.take16() != nil
        {
            guard level == 2 else { continue }
            // §2.1.3.3.15: this attribute begins every attachment.
            if attribute == Attribute.renderData {
                if let file = draft?.file { files.append(file) }
                if files.count >= limit { return files }
                draft = Draft()
            } else {
                draft?.take(attribute, bytes, range)
            }
        }
        if let file = draft?.file, files.count < limit { files.append(file) }
        return files
    }

    /// The attributes of an attachment that matter ([MS-OXTNEF] §2.1.3.1).
    private enum Attribute {
        static let renderData: UInt32 = 0x0006_9002
        static let title: UInt32 = 0x0001_8010
        static let data: UInt32 = 0x0006_800F
        static let properties: UInt32 = 0x0006_9005
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
