/// The octets of a header value as its grammar sees them: one line, bounded, without NUL.
enum HeaderValue {
    static func unfolded(_ bytes: [UInt8], _ range: Range<Int>, limits: Limits) -> [UInt8] {
        bytes.withUnsafeBufferPointer { unfolded($0, range, limits: limits) }
    }

    /// Takes the line ends out of a folded value (RFC 5322 §2.2.3: unfolding removes the CRLF and nothing else), trims
    /// the white space around it and cuts what exceeds `fieldOctets`.
    static func unfolded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, limits: Limits) -> [UInt8] {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start].isBlank { start += 1 }
        if end - start > limits.fieldOctets { end = start + limits.fieldOctets }
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        Steps.add(end - start)
        return [UInt8](unsafeUninitializedCapacity: end - start) { target, written in
            var next = 0
            for index in start..<end {
                let byte = bytes[index]
                if byte == .lf || byte == .cr || byte == .nul { continue }
                target[next] = byte
                next += 1
            }
            written = next
        }
    }
}
