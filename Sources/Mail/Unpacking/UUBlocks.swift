/// Finds uuencoded files in text: from a `begin` line to its `end`, every line between of the length it states.
///
/// A block that is not what it claims to be is text; reading goes on at the line that gave it away, so every line is
/// looked at once.
enum UUBlocks {
    /// The file whose `begin` line stands in `lines`, and where reading goes on; no file when it is none after all.
    static func block(in lines: TextLines, from begin: Range<Int>, next: Int) -> (file: UnpackedFile?, next: Int)? {
        guard let name = nameOfBegin(lines.text[begin]) else { return nil }
        var position = next
        while let line = lines.line(at: position) {
            if lines.text[line.range].elementsEqual("end".utf8) {
                return (file(name, lines.text[next..<position]), line.next)
            }
            guard isData(lines.text[line.range]) else { break }
            position = line.next
        }
        return (nil, position)
    }

    private static func file(_ name: ArraySlice<UInt8>, _ lines: ArraySlice<UInt8>) -> UnpackedFile {
        let bytes = lines.withUnsafeBufferPointer { UUEncoding.decode($0).bytes }
        let name = name.withUnsafeBufferPointer { TextDecoder.decode($0, label: nil, .guessed).text }
        return UnpackedFile(name: name, bytes: bytes)
    }

    /// `begin 644 name`, the mode in octal digits.
    private static func nameOfBegin(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard line.starts(with: "begin ".utf8) else { return nil }
        let words = line.split(separator: .space, maxSplits: 2)
        guard words.count == 3, words[1].count == 3 || words[1].count == 4,
            words[1].allSatisfy({ $0 >= 0x30 && $0 <= 0x37 })
        else { return nil }
        return words[2]
    }

    /// Whether a line has the length that its first character states; trailing spaces may have been cut on the way.
    private static func isData(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, first >= 0x20, first <= 0x60 else { return false }
        let groups = (Int((first &- 0x20) & 0x3F) + 2) / 3
        guard line.count <= groups * 4 + 2 else { return false }
        return line.allSatisfy { $0 >= 0x20 && $0 <= 0x60 }
    }
}
