import Foundation

/// Finding bytes in bytes, with the C library's search: the sources are read as text in well under a second.
enum Search {
    static func offsets(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
        var found: [Int] = []
        guard let first = wanted.first else { return found }
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            var start = 0
            while start + wanted.count <= buffer.count,
                let hit = memchr(base + start, Int32(first), buffer.count - start - wanted.count + 1)
            {
                if memcmp(hit, wanted, wanted.count) == 0 { found.append(UnsafeRawPointer(hit) - base) }
                start = UnsafeRawPointer(hit) - base + 1
            }
        }
        return found
    }

    static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default:
            false
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") || byte == Masking.comment
    }

    /// The offset of the bracket that closes the one at `start`, in code without comments and strings.
    static func closing(of start: Int, in code: [UInt8]) -> Int? {
        let pairs: [UInt8: UInt8] = [
            UInt8(ascii: "("): UInt8(ascii: ")"), UInt8(ascii: "{"): UInt8(ascii: "}"),
            UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "<"): UInt8(ascii: ">"),
        ]
        let open = code[start]
        guard let close = pairs[open] else { return nil }
        var depth = 0
        for offset in start..<code.count {
            if code[offset] == open {
                depth += 1
            } else if code[offset] == close, offset == 0 || code[offset - 1] != UInt8(ascii: "-") {
                depth -= 1
                if depth == 0 { return offset }
            }
        }
        return nil
    }
}
