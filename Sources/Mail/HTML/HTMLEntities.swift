/// Character references in HTML text and attributes, decoded as browsers do (WHATWG HTML §13.2.5.72).
enum HTMLEntities {
    private static let scalars: [String: Unicode.Scalar] = {
        var table: [String: Unicode.Scalar] = [:]
        let words = HTMLEntityTable.names.split { $0 == " " || $0 == "\n" }
        for index in stride(from: 0, to: words.count - 1, by: 2) {
            if let value = UInt32(words[index + 1], radix: 16), let scalar = Unicode.Scalar(value) {
                table[String(words[index])] = scalar
            }
        }
        return table
    }()

    private static let legacy: Set<String> = Set(
        HTMLEntityTable.legacyNames.split { $0 == " " || $0 == "\n" }.map(String.init))

    /// What C1 numbers mean to everybody who writes them (WHATWG HTML §13.2.5.80).
    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func decoded(_ bytes: ArraySlice<UInt8>, inAttribute: Bool) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "&"),
                let (scalar, next) = reference(in: bytes, at: index, inAttribute: inAttribute)
            {
                output.append(contentsOf: String(scalar).utf8)
                index = next
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func reference(
        in bytes: ArraySlice<UInt8>, at ampersand: Int, inAttribute: Bool
    ) -> (Unicode.Scalar, next: Int)? {
        let start = ampersand + 1
        guard start < bytes.endIndex else { return nil }
        if bytes[start] == UInt8(ascii: "#") { return numeric(in: bytes, from: start + 1) }
        var end = start
        while end < bytes.endIndex, end - start < Limits.htmlEntityOctets, bytes[end].isLetter || bytes[end].isDigit {
            end += 1
        }
        guard end > start else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        if end < bytes.endIndex, bytes[end] == .semicolon, let scalar = scalars[name] { return (scalar, end + 1) }
        if inAttribute {
            // `?a=1&copy=2` in a link is not a copyright sign.
            let isWhole = end == bytes.endIndex || bytes[end] != .equals
            guard isWhole, legacy.contains(name), let scalar = scalars[name] else { return nil }
            return (scalar, end)
        }
        var length = min(end - start, Limits.htmlLegacyEntityOctets)
        while length >= 2 {
            let prefix = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
            if legacy.contains(prefix), let scalar = scalars[prefix] { return (scalar, start + length) }
            length -= 1
        }
        return nil
    }

    private static func numeric(in bytes: ArraySlice<UInt8>, from start: Int) -> (Unicode.Scalar, next: Int)? {
        var index = start
        var isHexadecimal = false
        if index < bytes.endIndex, bytes[index].lowered == UInt8(ascii: "x") {
            isHexadecimal = true
            index += 1
        }
        let digitsStart = index
        var value: UInt32 = 0
        while index < bytes.endIndex, let digit = bytes[index].hexValue, isHexadecimal || digit < 10 {
            // Saturates far beyond Unicode, so a long number cannot overflow.
            if value <= 0x10FFFF { value = value * (isHexadecimal ? 16 : 10) + UInt32(digit) }
            index += 1
        }
        guard index > digitsStart else { return nil }
        if index < bytes.endIndex, bytes[index] == .semicolon { index += 1 }
        if (0x80..<0xA0).contains(value) { value = windows1252[Int(value - 0x80)] }
        guard value != 0, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", index) }
        return (scalar, index)
    }
}
