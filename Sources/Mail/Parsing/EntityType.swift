/// What the structure needs to know of an entity's header: container or leaf, boundary, transfer encoding.
struct EntityType {
    private(set) var isMultipart = false
    private(set) var isDigest = false
    private(set) var isMessage = false
    /// Where the boundary of a multipart is to be looked for.
    private(set) var parameters = 0..<0
    private(set) var encoding = TransferEncoding.sevenBit

    /// Reads the fields of `node` and notes in the table where those that describe the body are.
    init(of node: Int, _ table: inout EntityTable, _ bytes: UnsafeBufferPointer<UInt8>) {
        note(node, &table, bytes)
        let encodingField = table.nodes[node].encodingField
        if encodingField >= 0 {
            let field = table.fields[encodingField]
            encoding = Self.encoding(bytes, field.valueStart, field.valueEnd)
            if encoding == .unknown { table.defects.insert(.unknownTransferEncoding) }
        }
        let typeField = table.nodes[node].typeField
        guard typeField >= 0 else {
            // RFC 2046 §5.1.5: in a digest the default is a message.
            isMessage = table.nodes[node].isInDigest
            return
        }
        let field = table.fields[typeField]
        let type = MediaTypeText(bytes, field.valueStart..<field.valueEnd)
        table.nodes[node].typeParametersStart = type.parametersStart
        if type.type.count == 4, type.subtype.count == 5 {
            table.nodes[node].isPlainText =
                UnsafeBufferPointer(rebasing: bytes[type.type]).lowerEquals("text")
                && UnsafeBufferPointer(rebasing: bytes[type.subtype]).lowerEquals("plain")
        }
        guard type.type.count == 7 || type.type.count == 9 else { return }
        let name = UnsafeBufferPointer(rebasing: bytes[type.type])
        let subtype = UnsafeBufferPointer(rebasing: bytes[type.subtype])
        if name.lowerEquals("multipart") {
            isMultipart = true
            isDigest = subtype.lowerEquals("digest")
            let start = min(type.parametersStart, field.valueEnd)
            parameters = start..<min(field.valueEnd, start + table.limits.fieldOctets)
        } else if name.lowerEquals("message") {
            isMessage = subtype.lowerEquals("rfc822") || subtype.lowerEquals("global")
        }
    }

    /// Of fields that may stand once only, the first counts.
    private func note(_ node: Int, _ table: inout EntityTable, _ bytes: UnsafeBufferPointer<UInt8>) {
        let first = table.nodes[node].firstField
        Steps.add(table.nodes[node].fieldCount)
        var type = -1
        var encoding = -1
        var disposition = -1
        var contentID = -1
        for index in first..<(first + table.nodes[node].fieldCount) {
            let field = table.fields[index]
            let length = field.nameEnd - field.nameStart
            // All four names begin with "content-".
            guard length >= 10, length <= 25, bytes[field.nameStart].lowered == 0x63 else { continue }
            let name = UnsafeBufferPointer(rebasing: bytes[field.nameStart..<field.nameEnd])
            switch length {
            case 12 where type < 0 && name.lowerEquals("content-type"): type = index
            case 25 where encoding < 0 && name.lowerEquals("content-transfer-encoding"): encoding = index
            case 19 where disposition < 0 && name.lowerEquals("content-disposition"): disposition = index
            case 10 where contentID < 0 && name.lowerEquals("content-id"): contentID = index
            default: break
            }
        }
        if type >= 0 { table.nodes[node].typeField = type }
        if encoding >= 0 { table.nodes[node].encodingField = encoding }
        if disposition >= 0 { table.nodes[node].dispositionField = disposition }
        if contentID >= 0 { table.nodes[node].contentIDField = contentID }
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
