/// Reads the small part of XML that an autoconfig document uses: elements, attributes and text.
///
/// Total: any octets give events or nil, in one pass. A document type is refused, and with it every entity but the five
/// that XML itself knows, so that nothing can be made larger or fetched by naming it.
struct MarkupReader {
    enum Event: Hashable, Sendable {
        case opened(String, [String: String])
        case text(String)
        case closed
    }

    private let text: [UInt8]
    private var offset = 0

    /// Nil when it is no such document.
    static func events(_ bytes: [UInt8]) -> [Event]? {
        guard bytes.count <= DiscoveryLimits.documentOctets else { return nil }
        var reader = MarkupReader(text: bytes)
        return reader.run()
    }

    private mutating func run() -> [Event]? {
        var (events, open): ([Event], [String]) = ([], [])
        var elements = 0
        while offset < text.count {
            guard text[offset] == UInt8(ascii: "<") else {
                let run = take { $0 != UInt8(ascii: "<") }
                if !open.isEmpty { events.append(.text(Self.resolved(run))) }
                continue
            }
            if starts("<?") || starts("<!--") {
                guard skip(past: starts("<?") ? "?>" : "-->") else { return nil }
            } else if starts("</") {
                offset += 2
                let name = Self.string(take { $0 != UInt8(ascii: ">") }).trimmingSpace
                guard skip(past: ">"), open.popLast() == name else { return nil }
                events.append(.closed)
            } else if starts("<!") {
                return nil
            } else {
                guard let (name, attributes, isEmpty) = tag() else { return nil }
                elements += 1
                guard elements <= DiscoveryLimits.elements, open.count < DiscoveryLimits.depth else { return nil }
                events.append(.opened(name, attributes))
                if isEmpty { events.append(.closed) } else { open.append(name) }
            }
        }
        return open.isEmpty && elements > 0 ? events : nil
    }

    private mutating func tag() -> (name: String, attributes: [String: String], isEmpty: Bool)? {
        offset += 1
        let name = Self.string(take(while: Self.isNameByte))
        guard !name.isEmpty else { return nil }
        var attributes: [String: String] = [:]
        while true {
            _ = take(while: Self.isSpace)
            if starts(">") || starts("/>") {
                let isEmpty = starts("/>")
                offset += isEmpty ? 2 : 1
                return (name, attributes, isEmpty)
            }
            let key = Self.string(take(while: Self.isNameByte))
            _ = take(while: Self.isSpace)
            guard !key.isEmpty, starts("=") else { return nil }
            offset += 1
            _ = take(while: Self.isSpace)
            guard offset < text.count, text[offset] == UInt8(ascii: "\"") || text[offset] == UInt8(ascii: "'") else {
                return nil
            }
            let quote = text[offset]
            offset += 1
            let value = take { $0 != quote && $0 != UInt8(ascii: "<") }
            guard offset < text.count, text[offset] == quote else { return nil }
            offset += 1
            attributes[key] = Self.resolved(value)
        }
    }

    private mutating func take(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let run = text[offset...].prefix(while: holds)
        offset = run.endIndex
        return run
    }

    private func starts(_ word: String) -> Bool { text[offset...].starts(with: word.utf8) }

    private mutating func skip(past word: String) -> Bool {
        let bytes = Array(word.utf8)
        while offset < text.count {
            if starts(word) {
                offset += bytes.count
                return true
            }
            offset += 1
        }
        return false
    }

    private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        let text = string(bytes)
        guard text.contains("&") else { return text }
        // The ampersand last, or it would make entities of what it stands before.
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x5F: true
        default: false
        }
    }
}

extension String {
    fileprivate var trimmingSpace: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
