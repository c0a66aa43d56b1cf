/// Takes numbers and ranges off the front of some octets; `nil` once they run out.
struct LittleEndianReader {
    private let bytes: [UInt8]
    private var position: Int
    private let end: Int

    /// Reads a part of the octets, or all.
    init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
        self.bytes = bytes
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    mutating func take(_ count: Int) -> Range<Int>? {
        guard count >= 0, count <= end - position else { return nil }
        position += count
        return (position - count)..<position
    }

    mutating func take8() -> UInt8? { take(1).map { bytes[$0.lowerBound] } }

    mutating func take16() -> UInt16? {
        take(2).map { UInt16(bytes[$0.lowerBound]) | UInt16(bytes[$0.lowerBound + 1]) << 8 }
    }

    mutating func take32() -> UInt32? {
        take(4).map { range in
            var value: UInt32 = 0
            for (place, byte) in bytes[range].enumerated() { value |= UInt32(byte) << UInt32(place * 8) }
            return value
        }
    }
}
