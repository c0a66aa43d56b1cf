/// Finds yEnc files in text: from a `=ybegin` line to its `=yend` (yEnc 1.2). One part of a larger file is a file.
///
/// A block without its end is text; reading goes on at the line that gave it away, so every line is looked at once.
enum YEncBlocks {
    /// The file whose `=ybegin` line stands in `lines`, and where reading goes on; no file when it is none after all.
    static func block(in lines: TextLines, from begin: Range<Int>, next: Int) -> (file: UnpackedFile?, next: Int)? {
        guard let name = nameOfBegin(lines.text[begin]) else { return nil }
        var bytes: [UInt8] = []
        var position = next
        while let line = lines.line(at: position) {
            let content = lines.text[line.range]
            if content.starts(with: "=yend".utf8) {
                let name = name.withUnsafeBufferPointer { TextDecoder.decode($0, label: nil, .guessed).text }
                return (UnpackedFile(name: name, bytes: bytes), line.next)
            }
            if content.starts(with: "=ybegin ".utf8) { break }
            if !content.starts(with: "=ypart ".utf8) { decode(content, into: &bytes) }
            position = line.next
        }
        return (nil, position)
    }

    /// Every octet stands 42 higher, after `=` another 64; no octet becomes more than one.
    private static func decode(_ line: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
        var isEscaped = false
        for byte in line {
            if isEscaped {
                bytes.append(byte &- 106)
                isEscaped = false
            } else if byte == .equals {
                isEscaped = true
            } else {
                bytes.append(byte &- 42)
            }
        }
    }

    /// `=ybegin line=128 size=123456 name=file.bin`: the name is the last field and may hold spaces.
    private static func nameOfBegin(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard line.starts(with: "=ybegin ".utf8), let field = line.firstRange(of: Array(" name=".utf8)),
            line[..<field.lowerBound].firstRange(of: Array(" size=".utf8)) != nil
        else { return nil }
        return line[field.upperBound...]
    }
}
