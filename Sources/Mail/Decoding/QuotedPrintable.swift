internal import Glibc

/// Quoted-printable (RFC 2045 §6.7), read leniently: lower-case digits are digits, a bad escape stands for itself,
/// white space before a line end is transport padding and dropped.
enum QuotedPrintable {
    /// The decoded octets; `isClean` is false when an escape could not be read.
    static func decode(_ source: UnsafeBufferPointer<UInt8>) -> (bytes: [UInt8], isClean: Bool) {
        var isClean = true
        let bytes = [UInt8](unsafeUninitializedCapacity: source.count) { target, written in
            (written, isClean) = decode(source, into: target)
        }
        return (bytes, isClean)
    }

    /// Works line by line: what lies between two escapes is copied at once.
    private static func decode(
        _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> (Int, Bool) {
        guard let input = source.baseAddress, let output = target.baseAddress else { return (0, true) }
        let count = source.count
        var position = 0
        var next = 0
        var isClean = true
        while position < count {
            let found = memchr(input + position, Int32(UInt8.lf), count - position)
            let lineEnd = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(input) } ?? count
            Steps.add(lineEnd - position + 1)
            var end = lineEnd
            // RFC 2045 §6.7 (3): white space at the end of a line was added on the way.
            if end > position, end < count, input[end - 1] == .cr { end -= 1 }
            let textEnd = end
            while end > position, input[end - 1].isSpaceOrTab { end -= 1 }
            let isSoft = end > position && input[end - 1] == .equals
            if isSoft { end -= 1 }
            while position < end {
                let escape = memchr(input + position, Int32(UInt8.equals), end - position)
                let stop = escape.map { UnsafeRawPointer($0) - UnsafeRawPointer(input) } ?? end
                Steps.add(stop - position + 1)
                if stop > position {
                    memcpy(output + next, input + position, stop - position)
                    next += stop - position
                    position = stop
                }
                while position < end, input[position] == .equals {
                    if position + 2 < end, let high = input[position + 1].hexValue,
                        let low = input[position + 2].hexValue
                    {
                        output[next] = high << 4 | low
                        position += 3
                    } else {
                        output[next] = .equals
                        position += 1
                        isClean = false
                    }
                    next += 1
                }
            }
            position = textEnd
            if isSoft {
                position = min(lineEnd + 1, count)
            } else {
                while position < count, position <= lineEnd {
                    output[next] = input[position]
                    next += 1
                    position += 1
                }
            }
        }
        return (next, isClean)
    }

    /// The Q form of an encoded word (RFC 2047 §4.2): an underscore is a space, no line structure.
    static func decodeWord(_ source: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        Steps.add(source.count)
        var position = 0
        while position < source.count {
            let byte = source[position]
            if byte == .equals, position + 2 < source.count, let high = source[position + 1].hexValue,
                let low = source[position + 2].hexValue
            {
                out.append(high << 4 | low)
                position += 3
            } else {
                out.append(byte == .underscore ? .space : byte)
                position += 1
            }
        }
    }
}
