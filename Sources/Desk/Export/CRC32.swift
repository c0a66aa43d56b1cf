/// The check sum of ZIP entries: CRC-32 with the polynomial of ISO 3309 (APPNOTE.TXT 4.4.7). It finds accidents only.
struct CRC32: Sendable {
    private var state: UInt32 = 0xFFFF_FFFF

    var value: UInt32 { state ^ 0xFFFF_FFFF }

    mutating func update(_ bytes: [UInt8]) {
        var next = state
        Self.tables.withUnsafeBufferPointer { table in
            bytes.withUnsafeBufferPointer { bytes in
                var index = 0
                // Eight bytes a step, with a table for the distance of each from the end.
                while index + 8 <= bytes.count {
                    let low = next ^ Self.word(bytes, index)
                    let high = Self.word(bytes, index + 4)
                    next = table[Int(low & 0xFF) + 1792] ^ table[Int(low >> 8 & 0xFF) + 1536]
                    next ^= table[Int(low >> 16 & 0xFF) + 1280] ^ table[Int(low >> 24) + 1024]
                    next ^= table[Int(high & 0xFF) + 768] ^ table[Int(high >> 8 & 0xFF) + 512]
                    next ^= table[Int(high >> 16 & 0xFF) + 256] ^ table[Int(high >> 24)]
                    index += 8
                }
                while index < bytes.count {
                    next = next >> 8 ^ table[Int((next ^ UInt32(bytes[index])) & 0xFF)]
                    index += 1
                }
            }
        }
        state = next
    }

    private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
        let low = UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8
        return low | UInt32(bytes[index + 2]) << 16 | UInt32(bytes[index + 3]) << 24
    }

    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var value = UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
            tables[byte] = value
        }
        for distance in 1..<8 {
            for byte in 0..<256 {
                let before = tables[(distance - 1) * 256 + byte]
                tables[distance * 256 + byte] = before >> 8 ^ tables[Int(before & 0xFF)]
            }
        }
        return tables
    }()
}
