/// The files that are written into a text, uuencoded or in yEnc, and the text without them.
///
/// One pass; what only looks like a file stays text.
struct TextFiles {
    private(set) var files: [UnpackedFile] = []
    /// The text with one line in the place of each file, which names it.
    private(set) var remainder: [UInt8] = []

    init(_ text: [UInt8], limit: Int) {
        guard text.withUnsafeBufferPointer({ Self.mayStand(in: $0) }) else {
            remainder = text
            return
        }
        let lines = TextLines(text)
        var position = 0
        var copied = 0
        while files.count < limit, let line = lines.line(at: position) {
            let found =
                UUBlocks.block(in: lines, from: line.range, next: line.next)
                ?? YEncBlocks.block(in: lines, from: line.range, next: line.next)
            if let file = found?.file {
                remainder += text[copied..<position]
                remainder += Array(Self.label(file).utf8)
                copied = found?.next ?? text.count
                files.append(file)
            }
            position = found?.next ?? line.next
        }
        remainder += text[copied...]
    }

    /// A name is shown on its line only as far as it is ASCII: the charset of the text is another matter.
    private static func label(_ file: UnpackedFile) -> String {
        let name = (file.filename ?? "").unicodeScalars.map { $0.isASCII ? Character($0) : "?" }
        return "[attached file: \(name.isEmpty ? "without a name" : String(name)), \(file.bytes.count) octets]\n"
    }

    /// Whether a line of a text begins as one of the two forms does; nearly every text is done with here.
    static func mayStand(in text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { mayStand(in: $0) } ?? true
    }

    private static func mayStand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while start < text.count {
            let line = text[start...].prefix(8)
            if line.starts(with: "begin ".utf8) || line.starts(with: "=ybegin".utf8) { return true }
            guard let end = ByteSearch.first(.lf, in: text, from: start) else { return false }
            start = end + 1
        }
        return false
    }
}
