internal import Glibc

/// The boundaries of the open multiparts: places in the message, copies only of those that are folded or quoted.
struct Boundaries {
    /// One boundary; of no length where there is none.
    struct Mark {
        fileprivate var place = 0
        fileprivate(set) var count = 0
        /// Which copy it is; `-1` when it stands in the message.
        fileprivate var copy = -1
    }

    private var copies: [[UInt8]] = []

    /// Reads the `boundary` parameter of the parameters in `range`.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, limits: borrowing Limits) -> Mark {
        var scan = ParameterScan(bytes, range, limit: limits.parameters)
        while let pair = scan.next() {
            guard scan.isNamed(pair, "boundary") else { continue }
            if let range = scan.plainRange(pair), range.count <= Limits.boundaryOctets {
                let value = UnsafeBufferPointer(rebasing: bytes[range])
                return Mark(place: range.lowerBound, count: Self.trimmedCount(value))
            }
            return keep(scan.value(pair))
        }
        // Some software continues even this value (RFC 2231 §3).
        return keep(Parameters(Array(bytes[range]), 0..<range.count, limits: copy limits).boundary)
    }

    private mutating func keep(_ value: [UInt8]) -> Mark {
        let value = Array(value.prefix(Limits.boundaryOctets))
        let count = value.withUnsafeBufferPointer { Self.trimmedCount($0) }
        if count == 0 { return Mark() }
        copies.append(value)
        return Mark(count: count, copy: copies.count - 1)
    }

    /// RFC 2046 §5.1.1: a boundary does not end with white space.
    private static func trimmedCount(_ value: UnsafeBufferPointer<UInt8>) -> Int {
        var count = value.count
        while count > 0, value[count - 1].isBlank { count -= 1 }
        return count
    }

    /// Whether the boundary stands at `position`, which has at least as many octets after it.
    func matches(_ mark: Mark, _ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        guard let base = bytes.baseAddress, mark.count > 0 else { return false }
        if mark.copy < 0 { return memcmp(base + mark.place, base + position, mark.count) == 0 }
        return copies[mark.copy].withUnsafeBufferPointer { copy in
            guard let wanted = copy.baseAddress else { return false }
            return memcmp(wanted, base + position, mark.count) == 0
        }
    }
}
