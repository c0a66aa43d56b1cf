/// The value of an extended parameter: `charset'language'percent-encoded` in one segment or several (RFC 2231 §4).
struct ExtendedValue {
    private var label: ArraySlice<UInt8> = []
    private var octets: [UInt8] = []
    private let isEncoded: Bool

    init(_ segments: [Parameters.Segment]) {
        isEncoded = segments.contains(where: \.isEncoded)
        for (number, segment) in segments.enumerated() {
            if segment.isEncoded {
                // RFC 2231 §4.1: only the first segment names the charset.
                appendDecoded(number == 0 ? takeCharset(segment.value[...]) : segment.value[...])
            } else {
                octets += segment.value
            }
        }
    }

    /// The text; `nil` when the octets are not text in the charset they name.
    func text(_ undeclared: Limits.Undeclared) -> String? {
        if !isEncoded { return EncodedWords.decode(octets, undeclared) }
        let result = decoded(.marked)
        return result.defectSet.contains(.undecodableBytes) ? nil : result.text
    }

    /// The text with repairs where it is none.
    func repairedText(_ undeclared: Limits.Undeclared) -> String { decoded(undeclared).text }

    private func decoded(_ undeclared: Limits.Undeclared) -> DecodedText {
        octets.withUnsafeBufferPointer { octets in
            label.withUnsafeBufferPointer { TextDecoder.decode(octets, label: $0, undeclared) }
        }
    }

    /// Notes what stands before the apostrophes and returns what follows; some software writes only one, some none.
    private mutating func takeCharset(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = value.firstIndex(of: .apostrophe) else { return value }
        label = value[..<first]
        let rest = value[(first + 1)...]
        guard let second = rest.firstIndex(of: .apostrophe) else { return rest }
        return rest[(second + 1)...]
    }

    private mutating func appendDecoded(_ value: ArraySlice<UInt8>) {
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
