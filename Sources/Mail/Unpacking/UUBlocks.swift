/// Finds uuencoded files in text: from a `begin` line to its `end`, every line between of the length it states.
///
/// A block that is not what it claims to be is text; reading goes on at the line that gave it away, so every line is
/// looked at once.
enum UUBlocks {
    static func files(in text: [UInt8], limit: Int) -> [UnpackedFile] {
        var files: [UnpackedFile] = []
        var position = 0
        while position < text.count, files.count < limit {
            let line = lineRange(text, position)
            position = line.next
            guard let name = nameOfBegin(text, line.range) else { continue }
            let start = position
            while position < text.count {
                let line = lineRange(text, position)
                if text[line.range].elementsEqual("end".utf8) {
                    files.append(file(name, text[start..<position]))
                    position = line.next
                    break
                }
                guard isData(text, line.range) else { break }
                position = line.next
            }
        }
        return files
    }

    private static func file(_ name: ArraySlice<UInt8>, _ lines: ArraySlice<UInt8>) -> UnpackedFile {
        let bytes = lines.withUnsafeBufferPointer { UUEncoding.decode($0).bytes }
        let name = name.withUnsafeBufferPointer { TextDecoder.decode($0, label: nil, .guessed).text }
        return UnpackedFile(name: name, bytes: bytes)
    }

    private static func lineRange(_ text: [UInt8], _ start: Int) -> (range: Range<Int>, next: Int) {
        let end = text.withUnsafeBufferPointer { ByteSearch.first(.lf, in: $0, from: start) } ?? text.count
        let stop = end > start && text[end - 1] == .cr ? end - 1 : end
        return (start..<stop, min(end + 1, text.count))
    }

    /// `begin 644 name`, the mode in octal digits.
    private static func nameOfBegin(_ text: [UInt8], _ line: Range<Int>) -> ArraySlice<UInt8>? {
        let words = text[line].split(separator: .space, maxSplits: 2)
        guard words.count == 3, words[0].elementsEqual("begin".utf8), words[1].count == 3 || words[1].count == 4,
            words[1].allSatisfy({ $0 >= 0x30 && $0 <= 0x37 })
        else { return nil }
        return words[2]
    }

    /// Whether a line has the length that its first character states; trailing spaces may have been cut on the way.
    private static func isData(_ text: [UInt8], _ line: Range<Int>) -> Bool {
        guard let first = text[line].first, first >= 0x20, first <= 0x60 else { return false }
        let groups = (Int((first &- 0x20) & 0x3F) + 2) / 3
        guard line.count <= groups * 4 + 2 else { return false }
        return text[line].allSatisfy { $0 >= 0x20 && $0 <= 0x60 }
    }
}
