/// The parameters of a structured field (RFC 2045 §5.1), with the continuations and charsets of RFC 2231.
///
/// Kept as written and read on demand. Of one name the first wins; `name*` goes before `name*0…`, that before `name`;
/// a continuation ends at the first gap; an extended value that is no text gives way to the plain one.
struct Parameters: Sendable {
    private let source: [UInt8]
    private let start: Int
    private let limit: Int
    private let undeclared: Limits.Undeclared

    init(_ source: [UInt8] = [], from start: Int = 0, limits: Limits = .standard) {
        self.source = source
        self.start = start
        limit = limits.parameters
        undeclared = limits.undeclared
    }

    /// One `name=value` as written, the value without its quotes.
    private struct Pair {
        let name: Range<Int>
        let value: [UInt8]
    }

    /// The decoded text of a parameter.
    func value(of wanted: String) -> String? {
        let wanted = Array(wanted.utf8)
        var plain: [UInt8]?
        var extended: [UInt8]?
        var segments: [Int: Segment] = [:]
        eachPair { pair in
            guard pair.name.count >= wanted.count, matches(pair.name, wanted) else { return true }
            var suffix = source[(pair.name.lowerBound + wanted.count)..<pair.name.upperBound]
            if suffix.isEmpty {
                if plain == nil { plain = pair.value }
                return true
            }
            guard suffix.removeFirst() == .asterisk else { return true }
            if suffix.isEmpty {
                if extended == nil { extended = pair.value }
                return true
            }
            let isEncoded = suffix.last == .asterisk
            if isEncoded { suffix.removeLast() }
            if let number = index(suffix), segments[number] == nil {
                segments[number] = Segment(value: pair.value, isEncoded: isEncoded)
            }
            return true
        }
        if let extended, let text = ExtendedValue.decode([Segment(value: extended, isEncoded: true)], undeclared) { return text }
        var ordered: [Segment] = []
        while let next = segments[ordered.count] { ordered.append(next) }
        if !ordered.isEmpty, let text = ExtendedValue.decode(ordered, undeclared) { return text }
        if let plain { return EncodedWords.decode(plain, undeclared) }
        return extended.map { ExtendedValue.lossy($0, undeclared) }
    }

    /// The undecoded text of a parameter whose values are tokens: what follows white space or a comment is not its.
    func plainValue(of wanted: String) -> String? {
        guard let bytes = plainBytes(of: wanted) else { return value(of: wanted) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The octets of the boundary, without what a quoted or bare value may have around it.
    var boundary: [UInt8] {
        guard var bytes = plainBytes(of: "boundary") ?? value(of: "boundary").map({ Array($0.utf8) }) else { return [] }
        while let last = bytes.last, last.isBlank { bytes.removeLast() }
        return bytes
    }

    private func plainBytes(of wanted: String) -> [UInt8]? {
        let wanted = Array(wanted.utf8)
        var found: [UInt8]?
        eachPair { pair in
            guard pair.name.count == wanted.count, matches(pair.name, wanted) else { return true }
            found = pair.value
            return false
        }
        return found
    }

    /// A part of a continued value.
    struct Segment {
        let value: [UInt8]
        let isEncoded: Bool
    }

    private func matches(_ name: Range<Int>, _ wanted: [UInt8]) -> Bool {
        for offset in wanted.indices where source[name.lowerBound + offset].lowered != wanted[offset] { return false }
        return true
    }

    /// RFC 2231 §3: decimal, no leading zeros.
    private func index(_ digits: ArraySlice<UInt8>) -> Int? {
        guard let first = digits.first, digits.count <= 3, first != 0x30 || digits.count == 1 else { return nil }
        var number = 0
        for digit in digits {
            guard digit.isDigit else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number < limit ? number : nil
    }

    /// Hands over the pairs in order until `body` says no more.
    private func eachPair(_ body: (Pair) -> Bool) {
        var position = start
        var count = 0
        while position < source.count, count < limit {
            while position < source.count, source[position].isBlank || source[position] == .semicolon { position += 1 }
            let nameStart = position
            while position < source.count, source[position] != .equals, source[position] != .semicolon { position += 1 }
            guard position < source.count, source[position] == .equals else { continue }
            var nameEnd = position
            while nameEnd > nameStart, source[nameEnd - 1].isBlank { nameEnd -= 1 }
            position += 1
            while position < source.count, source[position].isBlank { position += 1 }
            let value = takeValue(&position)
            count += 1
            if !body(Pair(name: nameStart..<nameEnd, value: value)) { return }
        }
    }

    /// A quoted string or everything up to the next semicolon.
    private func takeValue(_ position: inout Int) -> [UInt8] {
        guard position < source.count else { return [] }
        if source[position] == .quote { return takeQuoted(&position) }
        let valueStart = position
        while position < source.count, source[position] != .semicolon { position += 1 }
        var end = position
        while end > valueStart, source[end - 1].isBlank { end -= 1 }
        return Array(source[valueStart..<end])
    }

    private func takeQuoted(_ position: inout Int) -> [UInt8] {
        var value: [UInt8] = []
        position += 1
        while position < source.count, source[position] != .quote {
            // A backslash quotes one character (RFC 5322 §3.2.1), the last one of an unfinished string none.
            if source[position] == .backslash, position + 1 < source.count { position += 1 }
            else if source[position] == .backslash { position += 1; break }
            value.append(source[position])
            position += 1
        }
        while position < source.count, source[position] != .semicolon { position += 1 }
        return value
    }
}
