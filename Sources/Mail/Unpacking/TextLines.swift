/// A text as lines, found one after the other; CR LF, LF, and the end of the text end a line.
struct TextLines {
    let text: [UInt8]

    init(_ text: [UInt8]) {
        self.text = text
    }

    /// The line that begins at `start`, without its end, and where the next one begins; nil at the end of the text.
    func line(at start: Int) -> (range: Range<Int>, next: Int)? {
        guard start < text.count else { return nil }
        let end = text.withUnsafeBufferPointer { ByteSearch.first(.lf, in: $0, from: start) } ?? text.count
        let stop = end > start && text[end - 1] == .cr ? end - 1 : end
        return (start..<stop, min(end + 1, text.count))
    }
}
