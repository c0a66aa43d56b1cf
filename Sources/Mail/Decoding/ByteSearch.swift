internal import Glibc

/// Finding an octet, or a literal by its octets, at the speed of the C library.
enum ByteSearch {
    static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count else { return nil }
        let found = memchr(base + start, Int32(byte), bytes.count - start).map {
            UnsafeRawPointer($0) - UnsafeRawPointer(base)
        }
        Steps.add((found ?? bytes.count) - start + 1)
        return found
    }

    /// `String.contains` compares characters, which costs a hundred times more.
    static func holds(_ literal: StaticString, in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            literal.withUTF8Buffer { wanted in
                guard let first = wanted.first else { return true }
                var start = 0
                while let place = Self.first(first, in: bytes, from: start), bytes.count - place >= wanted.count {
                    if bytes[place..<(place + wanted.count)].elementsEqual(wanted) { return true }
                    start = place + 1
                }
                return false
            }
        }
    }
}
