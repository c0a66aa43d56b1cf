/// The value of an extended parameter: `charset'language'percent-encoded` in one segment or several (RFC 2231 §4).
enum ExtendedValue {
    /// The text; `nil` when the octets are not text in the charset they name.
    static func decode(_ segments: [Parameters.Segment], _ undeclared: Limits.Undeclared) -> String? {
        guard let first = segments.first else { return nil }
        var label: ArraySlice<UInt8> = []
        var octets: [UInt8] = []
        for (number, segment) in segments.enumerated() {
            guard segment.isEncoded else {
                octets += segment.value
                continue
            }
            var rest = segment.value[...]
            if number == 0 { (label, rest) = charset(rest) }
            appendDecoded(rest, to: &octets)
        }
        if !first.isEncoded && !segments.contains(where: \.isEncoded) { return EncodedWords.decode(octets, undeclared) }
        return octets.withUnsafeBufferPointer { octets in
            let result = label.withUnsafeBufferPointer { TextDecoder.decode(octets, label: $0, undeclared) }
            return result.defectSet.contains(.undecodableBytes) ? nil : result.text
        }
    }

    /// The text with U+FFFD where it is none.
    static func lossy(_ value: [UInt8], _ undeclared: Limits.Undeclared) -> String {
        let (label, rest) = charset(value[...])
        var octets: [UInt8] = []
        appendDecoded(rest, to: &octets)
        return octets.withUnsafeBufferPointer { octets in
            label.withUnsafeBufferPointer { TextDecoder.decode(octets, label: $0, undeclared).text }
        }
    }

    /// What stands before the apostrophes; some software writes only one, some none.
    private static func charset(_ value: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
        guard let first = value.firstIndex(of: .apostrophe) else { return ([], value) }
        let label = value[..<first]
        let rest = value[(first + 1)...]
        guard let second = rest.firstIndex(of: .apostrophe) else { return (label, rest) }
        return (label, rest[(second + 1)...])
    }

    private static func appendDecoded(_ value: ArraySlice<UInt8>, to octets: inout [UInt8]) {
        var position = value.startIndex
        while position < value.endIndex {
            if value[position] == .percent, position + 2 < value.endIndex, let high = value[position + 1].hexValue,
                let low = value[position + 2].hexValue
            {
                octets.append(high << 4 | low)
                position += 3
            } else {
                octets.append(value[position])
                position += 1
            }
        }
    }
}
