internal import Desk

/// Reads what `ByteWriter` wrote. Total and bounded: anything else is `.damaged`.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() throws(StoreFailure) -> UInt8 {
        guard position < bytes.count else { throw .damaged }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func number() throws(StoreFailure) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while shift < 35 {
            let next = try byte()
            value |= UInt64(next & 0x7F) << shift
            if next & 0x80 == 0 {
                guard value <= UInt64(Limits.encodedBytes) else { throw .damaged }
                return Int(value)
            }
            shift += 7
        }
        throw .damaged
    }

    mutating func text() throws(StoreFailure) -> String {
        try text(length: try number())
    }

    mutating func textIfAny() throws(StoreFailure) -> String? {
        let length = try number()
        return length == 0 ? nil : try text(length: length - 1)
    }

    mutating func texts() throws(StoreFailure) -> [String] {
        let count = try number()
        guard count <= Limits.encodedItems else { throw .damaged }
        var texts: [String] = []
        for _ in 0..<count { texts.append(try text()) }
        return texts
    }

    private mutating func text(length: Int) throws(StoreFailure) -> String {
        guard length <= bytes.count - position else { throw .damaged }
        defer { position += length }
        return String(decoding: bytes[position..<position + length], as: UTF8.self)
    }
}
