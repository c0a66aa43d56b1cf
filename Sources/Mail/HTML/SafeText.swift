/// Text of strangers, made safe to keep and to pass on: it says what it said and does nothing.
///
/// Line ends become LF. Control characters and what reorders text (bidirectional embeddings, overrides, isolates) are
/// written out as escapes. Marks that belong to writing (joiners, left-to-right and right-to-left marks) stay.
/// Octets that need nothing are copied in runs.
enum SafeText {
    static func visible(_ text: String) -> String {
        var text = text
        let safe = text.withUTF8 { bytes -> [UInt8]? in
            var output: [UInt8] = []
            var copied = 0
            var index = 0
            while index < bytes.count {
                guard let (replacement, length) = replacement(in: bytes, at: index) else {
                    index += 1
                    continue
                }
                if output.isEmpty { output.reserveCapacity(bytes.count) }
                output.append(contentsOf: bytes[copied..<index])
                output.append(contentsOf: replacement)
                index += length
                copied = index
            }
            guard copied > 0 else { return nil }
            output.append(contentsOf: bytes[copied...])
            return output
        }
        return safe.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    private static let lineEnd: [UInt8] = [.lf]

    /// What stands for the character at `index`, and how many octets it replaces; nil when it may stay.
    private static func replacement(
        in bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (octets: [UInt8], length: Int)? {
        switch bytes[index] {
        case 0x09, 0x0A, 0x20...0x7E: return nil
        case 0x0D:
            let isPair = index + 1 < bytes.count && bytes[index + 1] == .lf
            return (lineEnd, isPair ? 2 : 1)
        case 0x0B, 0x0C: return (lineEnd, 1)
        case 0x00...0x1F, 0x7F: return (escape(UInt32(bytes[index])), 1)
        case 0xC2:
            guard index + 1 < bytes.count, (0x80...0x9F).contains(bytes[index + 1]) else { return nil }
            return (bytes[index + 1] == 0x85 ? lineEnd : escape(UInt32(bytes[index + 1])), 2)
        case 0xE2:
            guard index + 2 < bytes.count else { return nil }
            switch (bytes[index + 1], bytes[index + 2]) {
            case (0x80, 0xA8...0xA9): return (lineEnd, 3)
            case (0x80, 0xAA...0xAE): return (escape(0x2000 + UInt32(bytes[index + 2] - 0x80)), 3)
            case (0x81, 0xA6...0xA9): return (escape(0x2040 + UInt32(bytes[index + 2] - 0x80)), 3)
            default: return nil
            }
        default: return nil
        }
    }

    private static func escape(_ value: UInt32) -> [UInt8] {
        Array("\\u{\(String(value, radix: 16, uppercase: true))}".utf8)
    }
}
