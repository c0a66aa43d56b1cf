/// What the structure needs to know of an entity's header: container or leaf, boundary, transfer encoding.
struct EntityType {
    private(set) var isMultipart = false
    private(set) var isDigest = false
    private(set) var isMessage = false
    private(set) var boundary = Boundary()
    private(set) var encoding = TransferEncoding.sevenBit

    /// Reads the fields of `node` and notes in the table where those that describe the body are.
    init(of node: Int, _ table: inout EntityTable, _ bytes: UnsafeBufferPointer<UInt8>) {
        note(node, &table, bytes)
        let entity = table.nodes[node]
        if entity.encodingField >= 0 {
            let field = table.fields[entity.encodingField]
            encoding = Self.encoding(bytes, field.valueStart, field.valueEnd)
            if encoding == .unknown { table.defects.insert(.unknownTransferEncoding) }
        }
        guard entity.typeField >= 0 else {
            // RFC 2046 §5.1.5: in a digest the default is a message.
            isMessage = entity.isInDigest
            return
        }
        let field = table.fields[entity.typeField]
        guard let initial = firstLetter(bytes, field), initial == 0x6D else { return }
        let type = MediaTypeText(bytes, field.valueStart..<field.valueEnd)
        let name = UnsafeBufferPointer(rebasing: bytes[type.type])
        let subtype = UnsafeBufferPointer(rebasing: bytes[type.subtype])
        if name.lowerEquals("multipart") {
            isMultipart = true
            isDigest = subtype.lowerEquals("digest")
            let start = min(type.parametersStart, field.valueEnd)
            let range = start..<min(field.valueEnd, start + table.limits.fieldOctets)
            boundary =
                Boundary(bytes, range, parameters: table.limits.parameters)
                ?? Boundary(continuedIn: bytes, range, limits: table.limits)
        } else if name.lowerEquals("message") {
            isMessage = subtype.lowerEquals("rfc822") || subtype.lowerEquals("global")
        }
    }

    private func firstLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ field: HeaderSpan) -> UInt8? {
        var position = field.valueStart
        while position < field.valueEnd, bytes[position].isBlank { position += 1 }
        return position < field.valueEnd ? bytes[position].lowered : nil
    }

    /// Of fields that may stand once only, the first counts.
    private func note(_ node: Int, _ table: inout EntityTable, _ bytes: UnsafeBufferPointer<UInt8>) {
        var entity = table.nodes[node]
        for index in entity.firstField..<(entity.firstField + entity.fieldCount) {
            let field = table.fields[index]
            let length = field.nameEnd - field.nameStart
            // All four names begin with "content-".
            guard length >= 10, length <= 25, bytes[field.nameStart].lowered == 0x63 else { continue }
            let name = UnsafeBufferPointer(rebasing: bytes[field.nameStart..<field.nameEnd])
            switch length {
            case 12 where entity.typeField < 0 && name.lowerEquals("content-type"): entity.typeField = index
            case 25 where entity.encodingField < 0 && name.lowerEquals("content-transfer-encoding"):
                entity.encodingField = index
            case 19 where entity.dispositionField < 0 && name.lowerEquals("content-disposition"):
                entity.dispositionField = index
            case 10 where entity.contentIDField < 0 && name.lowerEquals("content-id"): entity.contentIDField = index
            default: break
            }
        }
        table.nodes[node] = entity
    }

    /// RFC 2045 §6.1, with the spellings that old software uses.
    private static func encoding(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> TransferEncoding {
        var from = start
        while from < end, bytes[from].isBlank || bytes[from] == .quote { from += 1 }
        var to = from
        while to < end, !bytes[to].isBlank, bytes[to] != .semicolon, bytes[to] != .quote,
            bytes[to] != .openParenthesis
        {
            to += 1
        }
        let name = UnsafeBufferPointer(rebasing: bytes[from..<to])
        switch name.count {
        case 0: return .sevenBit
        case 4 where name.lowerEquals("7bit") || name.lowerEquals("8bit"): return .eightBit
        case 6 where name.lowerEquals("base64"): return .base64
        case 6 where name.lowerEquals("binary"): return .binary
        case 16 where name.lowerEquals("quoted-printable"): return .quotedPrintable
        default: break
        }
        if ["x-uuencode", "uuencode", "x-uue", "uue"].contains(where: { name.lowerEquals($0) }) { return .uuencode }
        if ["7-bit", "8-bit", "7bits", "8bits", "none", "us-ascii"].contains(where: { name.lowerEquals($0) }) {
            return .eightBit
        }
        if name.lowerEquals("base-64") || name.lowerEquals("x-base64") { return .base64 }
        if name.lowerEquals("quotedprintable") || name.lowerEquals("quoted-printable:") { return .quotedPrintable }
        return .unknown
    }

    /// Whether a body that is labelled as encoded is plainly a message: its first line is a header field.
    static func looksPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var position = start
        while position < bytes.count, position - start < 128, bytes[position] > .space {
            if bytes[position] == .colon { return position > start }
            position += 1
        }
        return false
    }
}
