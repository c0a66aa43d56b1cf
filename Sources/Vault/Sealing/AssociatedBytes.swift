/// The authenticated context of a sealed value: a row of length-prefixed parts, so that no two contexts
/// read alike. LP(x) = u32be(length of x) | x (gdpr.md B3).
struct AssociatedBytes {
    private(set) var bytes: [UInt8]

    init(label: StaticString, instance: ObjectID) {
        bytes = []
        bytes.reserveCapacity(192)
        append(length: label.utf8CodeUnitCount)
        bytes.append(contentsOf: UnsafeBufferPointer(start: label.utf8Start, count: label.utf8CodeUnitCount))
        append(instance)
    }

    mutating func append(_ text: String) {
        append(length: text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ id: ObjectID) {
        append(length: 16)
        append(raw: id.high)
        append(raw: id.low)
    }

    mutating func append(_ number: some FixedWidthInteger) {
        append(length: number.bitWidth / 8)
        append(raw: number)
    }

    mutating func append(_ row: RowID) {
        switch row {
        case .object(let id): append(id)
        case .integer(let number): append(number)
        }
    }

    mutating func append(_ content: [UInt8]) {
        append(length: content.count)
        bytes.append(contentsOf: content)
    }

    private mutating func append(length: Int) {
        append(raw: UInt32(truncatingIfNeeded: length))
    }

    private mutating func append(raw number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
