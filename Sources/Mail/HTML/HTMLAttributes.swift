/// The attributes of one tag, read on demand: the first of a name wins (WHATWG HTML §13.2.5.33).
struct HTMLAttributes {
    private var values: [(name: String, value: String)] = []

    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex, values.count < Limits.htmlAttributes {
            while index < bytes.endIndex, bytes[index].isBlank || bytes[index] == .slash { index += 1 }
            let nameStart = index
            // An `=` in first place belongs to the name, so that the loop always moves.
            while index < bytes.endIndex, !bytes[index].isBlank, bytes[index] != .slash,
                bytes[index] != .equals || index == nameStart
            {
                index += 1
            }
            guard index > nameStart else { break }
            let nameEnd = min(index, nameStart + Limits.htmlNameOctets)
            let name = String(decoding: bytes[nameStart..<nameEnd].lazy.map(\.lowered), as: UTF8.self)
            while index < bytes.endIndex, bytes[index].isBlank { index += 1 }
            guard index < bytes.endIndex, bytes[index] == .equals else {
                values.append((name, ""))
                continue
            }
            index += 1
            while index < bytes.endIndex, bytes[index].isBlank { index += 1 }
            let range = Self.valueRange(in: bytes, at: &index)
            let kept = range.lowerBound..<min(range.upperBound, range.lowerBound + Limits.htmlAttributeOctets)
            values.append((name, HTMLEntities.decoded(bytes[kept], inAttribute: true)))
        }
    }

    func value(of name: String) -> String? {
        values.first { $0.name == name }?.value
    }

    func has(_ name: String) -> Bool {
        values.contains { $0.name == name }
    }

    private static func valueRange(in bytes: ArraySlice<UInt8>, at index: inout Int) -> Range<Int> {
        guard index < bytes.endIndex else { return index..<index }
        let quote = bytes[index]
        if quote == .quote || quote == .apostrophe {
            index += 1
            let start = index
            while index < bytes.endIndex, bytes[index] != quote { index += 1 }
            let range = start..<index
            if index < bytes.endIndex { index += 1 }
            return range
        }
        let start = index
        while index < bytes.endIndex, !bytes[index].isBlank { index += 1 }
        return start..<index
    }
}
