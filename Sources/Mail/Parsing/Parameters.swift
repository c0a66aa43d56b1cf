/// The parameters of a structured field (RFC 2045 §5.1), with the continuations and charsets of RFC 2231.
///
/// Kept where they stand and read on demand. Of one name the first wins; `name*` goes before `name*0…`, that before
/// `name`; a continuation ends at the first gap; an extended value that is no text gives way to the plain one.
struct Parameters: Sendable {
    private let source: [UInt8]
    private let range: Range<Int>
    private let limit: Int
    private let undeclared: Limits.Undeclared

    static let none = Parameters([], 0..<0, limits: .standard)

    init(_ source: [UInt8], _ range: Range<Int>, limits: Limits) {
        self.source = source
        self.range = range.lowerBound..<min(range.upperBound, range.lowerBound + limits.fieldOctets)
        limit = limits.parameters
        undeclared = limits.undeclared
    }

    /// A part of a continued value.
    struct Segment {
        let value: [UInt8]
        let isEncoded: Bool
    }

    /// The decoded text of a parameter.
    func value(of wanted: String) -> String? {
        if range.isEmpty { return nil }
        return source.withUnsafeBufferPointer { value(of: Array(wanted.utf8), in: $0) }
    }

    private func value(of wanted: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var plain: [UInt8]?
        var extended: [UInt8]?
        var segments: [Int: Segment] = [:]
        var scan = ParameterScan(bytes, range, limit: limit)
        while let pair = scan.next() {
            guard pair.name.count >= wanted.count, begins(pair.name, with: wanted, bytes) else { continue }
            var suffix = bytes[(pair.name.lowerBound + wanted.count)..<pair.name.upperBound]
            if suffix.isEmpty {
                if plain == nil { plain = scan.value(pair) }
                continue
            }
            guard suffix.removeFirst() == .asterisk else { continue }
            if suffix.isEmpty {
                if extended == nil { extended = scan.value(pair) }
                continue
            }
            let isEncoded = suffix.last == .asterisk
            if isEncoded { suffix.removeLast() }
            if let number = Self.index(suffix), number < limit, segments[number] == nil {
                segments[number] = Segment(value: scan.value(pair), isEncoded: isEncoded)
            }
        }
        return text(extended, segments, plain)
    }

    private func text(_ extended: [UInt8]?, _ segments: [Int: Segment], _ plain: [UInt8]?) -> String? {
        let whole = extended.map { ExtendedValue([Segment(value: $0, isEncoded: true)]) }
        if let text = whole?.text(undeclared) { return text }
        var ordered: [Segment] = []
        while let next = segments[ordered.count] { ordered.append(next) }
        let continued = ordered.isEmpty ? nil : ExtendedValue(ordered)
        if let text = continued?.text(undeclared) { return text }
        if let plain { return EncodedWords.decode(plain, undeclared) }
        return (whole ?? continued)?.repairedText(undeclared)
    }

    private func begins(_ name: Range<Int>, with wanted: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for offset in wanted.indices where bytes[name.lowerBound + offset].lowered != wanted[offset] { return false }
        return true
    }

    /// RFC 2231 §3: decimal, no leading zeros.
    private static func index(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard let first = digits.first, digits.count <= 3, first != 0x30 || digits.count == 1 else { return nil }
        var number = 0
        for digit in digits {
            guard digit.isDigit else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        return number
    }

    /// The charset, or what stands in its place.
    func withCharset<Result>(_ body: (UnsafeBufferPointer<UInt8>?) -> Result) -> Result {
        if range.isEmpty { return body(nil) }
        return source.withUnsafeBufferPointer { bytes in
            var scan = ParameterScan(bytes, range, limit: limit)
            while let pair = scan.next() {
                guard scan.isNamed(pair, "charset") else { continue }
                return body(UnsafeBufferPointer(rebasing: bytes[pair.value]))
            }
            guard var extended = value(of: "charset") else { return body(nil) }
            return extended.withUTF8 { body($0) }
        }
    }

    /// The boundary, without the white space that may follow it.
    var boundary: [UInt8] {
        let found: [UInt8]? = source.withUnsafeBufferPointer { bytes in
            var scan = ParameterScan(bytes, range, limit: limit)
            while let pair = scan.next() {
                if scan.isNamed(pair, "boundary") { return scan.value(pair) }
            }
            return nil
        }
        guard var bytes = found ?? value(of: "boundary").map({ Array($0.utf8) }) else { return [] }
        while let last = bytes.last, last.isBlank { bytes.removeLast() }
        return bytes
    }
}
