/// Walks the `name=value` pairs of a structured field where they stand, folding included, without copying.
struct ParameterScan {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let end: Int
    private var position: Int
    private var left: Int

    /// One pair: ranges of the name and of the value without its quotes.
    struct Pair {
        let name: Range<Int>
        let value: Range<Int>
        let isQuoted: Bool
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, limit: Int) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
        left = limit
    }

    mutating func next() -> Pair? {
        let before = position
        defer { Steps.add(position - before + 1) }
        while position < end, left > 0 {
            while position < end, bytes[position].isBlank || bytes[position] == .semicolon { position += 1 }
            let nameStart = position
            while position < end, bytes[position] != .equals, bytes[position] != .semicolon { position += 1 }
            guard position < end, bytes[position] == .equals else { continue }
            var nameEnd = position
            while nameEnd > nameStart, bytes[nameEnd - 1].isBlank { nameEnd -= 1 }
            position += 1
            while position < end, bytes[position].isBlank { position += 1 }
            left -= 1
            let isQuoted = position < end && bytes[position] == .quote
            return Pair(name: nameStart..<nameEnd, value: isQuoted ? quoted() : bare(), isQuoted: isQuoted)
        }
        return nil
    }

    /// Everything up to the next semicolon.
    private mutating func bare() -> Range<Int> {
        let start = position
        while position < end, bytes[position] != .semicolon { position += 1 }
        var stop = position
        while stop > start, bytes[stop - 1].isBlank { stop -= 1 }
        return start..<stop
    }

    /// A quoted string; one that never closes ends with the field, what follows its end up to the semicolon is dropped.
    private mutating func quoted() -> Range<Int> {
        position += 1
        let start = position
        while position < end, bytes[position] != .quote {
            if bytes[position] == .backslash { position += 1 }
            position += 1
        }
        let stop = min(position, end)
        position = stop
        while position < end, bytes[position] != .semicolon { position += 1 }
        return start..<stop
    }

    func isNamed(_ pair: Pair, _ name: StaticString) -> Bool {
        let length = name.utf8CodeUnitCount
        guard pair.name.count == length else { return false }
        return name.withUTF8Buffer { wanted in
            for offset in 0..<length where bytes[pair.name.lowerBound + offset].lowered != wanted[offset] {
                return false
            }
            return true
        }
    }

    /// The octets of a value: unfolded, and without the backslashes of a quoted string (RFC 5322 §3.2.1).
    func value(_ pair: Pair) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(pair.value.count)
        Steps.add(pair.value.count)
        var index = pair.value.lowerBound
        while index < pair.value.upperBound {
            var byte = bytes[index]
            if byte == .backslash && pair.isQuoted {
                index += 1
                // The last backslash of an unfinished string quotes nothing.
                guard index < pair.value.upperBound else { break }
                byte = bytes[index]
            }
            if byte != .cr && byte != .lf && byte != .nul { out.append(byte) }
            index += 1
        }
        return out
    }

    /// The value where it stands, when that is all there is to it: no folding, no backslash.
    func plainRange(_ pair: Pair) -> Range<Int>? {
        for index in pair.value {
            let byte = bytes[index]
            if byte == .backslash && pair.isQuoted || byte == .cr || byte == .lf || byte == .nul { return nil }
        }
        return pair.value
    }
}
