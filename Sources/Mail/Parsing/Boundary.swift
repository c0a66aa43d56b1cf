internal import Glibc

/// The boundary of a multipart: usually a place in the message, a copy only when it was folded or quoted.
struct Boundary {
    private var place = 0
    private(set) var count = 0
    private var copy: [UInt8] = []

    init() {}

    /// Reads the `boundary` parameter of the parameters in `range`; `nil` when there is none.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, parameters limit: Int) {
        var scan = ParameterScan(bytes, range, limit: limit)
        while let pair = scan.next() {
            guard scan.isNamed(pair, "boundary") else { continue }
            if let range = scan.plainRange(pair), range.count <= Limits.boundaryOctets {
                place = range.lowerBound
                count = Self.trimmedCount(UnsafeBufferPointer(rebasing: bytes[range]))
            } else {
                take(scan.value(pair))
            }
            return
        }
        return nil
    }

    /// Some software continues even this value (RFC 2231 §3). Empty when there is none.
    init(continuedIn bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, limits: Limits) {
        take(Parameters(Array(bytes[range]), 0..<range.count, limits: limits).boundary)
    }

    private mutating func take(_ value: [UInt8]) {
        copy = Array(value.prefix(Limits.boundaryOctets))
        count = copy.withUnsafeBufferPointer { Self.trimmedCount($0) }
    }

    /// RFC 2046 §5.1.1: a boundary does not end with white space.
    private static func trimmedCount(_ value: UnsafeBufferPointer<UInt8>) -> Int {
        var count = value.count
        while count > 0, value[count - 1].isBlank { count -= 1 }
        return count
    }

    /// Whether the boundary stands at `position`, which has at least `count` octets after it.
    func matches(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        guard let base = bytes.baseAddress, count > 0 else { return false }
        if copy.isEmpty { return memcmp(base + place, base + position, count) == 0 }
        return copy.withUnsafeBufferPointer { copy in
            guard let wanted = copy.baseAddress else { return false }
            return memcmp(wanted, base + position, count) == 0
        }
    }
}
