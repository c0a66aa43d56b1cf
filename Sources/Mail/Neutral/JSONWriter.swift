/// Writes JSON (RFC 8259) as octets, keys in the order in which they are given.
///
/// The caller opens and closes; the writer puts the commas. Text is escaped so that one object stays on one line.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func beginObject(_ key: StaticString? = nil) { open(0x7B, key) }
    mutating func endObject() { close(0x7D) }
    mutating func beginArray(_ key: StaticString? = nil) { open(0x5B, key) }
    mutating func endArray() { close(0x5D) }

    mutating func field(_ key: StaticString, _ value: String?) {
        put(key)
        if let value { string(value) } else { literal("null") }
    }

    mutating func field(_ key: StaticString, _ value: Int?) {
        put(key)
        literal(value.map { String($0) } ?? "null")
    }

    mutating func field(_ key: StaticString, _ value: Bool) {
        put(key)
        literal(value ? "true" : "false")
    }

    /// A string whose octets need no escaping, such as base64.
    mutating func field(_ key: StaticString, plain value: [UInt8]) {
        put(key)
        bytes.append(.quote)
        bytes += value
        bytes.append(.quote)
        needsComma = true
    }

    mutating func element(_ value: String?) {
        separate()
        if let value { string(value) } else { literal("null") }
    }

    private mutating func open(_ mark: UInt8, _ key: StaticString?) {
        if let key { put(key) } else { separate() }
        bytes.append(mark)
        needsComma = false
    }

    private mutating func close(_ mark: UInt8) {
        bytes.append(mark)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(.comma) }
        needsComma = false
    }

    private mutating func put(_ key: StaticString) {
        separate()
        bytes.append(.quote)
        key.withUTF8Buffer { bytes += $0 }
        bytes.append(.quote)
        bytes.append(.colon)
    }

    private mutating func literal(_ text: String) {
        bytes += text.utf8
        needsComma = true
    }

    private mutating func string(_ text: String) {
        bytes.append(.quote)
        var text = text
        text.withUTF8 { octets in
            var copied = 0
            for index in octets.indices
            where octets[index] < .space || octets[index] == .quote
                || octets[index] == .backslash || octets[index] == 0x7F
            {
                bytes += octets[copied..<index]
                escape(octets[index])
                copied = index + 1
            }
            bytes += octets[copied...]
        }
        bytes.append(.quote)
        needsComma = true
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case .quote, .backslash: bytes += [.backslash, byte]
        case .lf: bytes += [.backslash, 0x6E]
        case .cr: bytes += [.backslash, 0x72]
        case .tab: bytes += [.backslash, 0x74]
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes += [.backslash, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
}
