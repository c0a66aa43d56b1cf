/// What has to be known of an HTML text before it is read.
extension HTMLReader {
    /// The style sheets of the text, wherever they stand, and whether no tag in it ends a line.
    static func lookAhead(_ bytes: [UInt8]) -> (sheet: HTMLStyleSheet, isPlain: Bool) {
        var sheet = HTMLStyleSheet()
        let holdsStyle = holdsStyle(bytes)
        var tokenizer = HTMLTokenizer(bytes)
        var isPlain = true
        var name = ""
        while let token = tokenizer.next() {
            switch token {
            case .start(let started, _):
                name = started
                if name == "br" || HTMLElement.isSpecial(name) && name != "html" && name != "body" { isPlain = false }
            case .raw(let range): if name == "style" { sheet.add(bytes[range]) }
            case .text, .end: break
            }
            // Nearly every mail without style sheets is known after its first tags.
            if !isPlain && !holdsStyle { break }
        }
        return (sheet, isPlain)
    }

    private static func holdsStyle(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            while let found = ByteSearch.first(.lessThan, in: bytes, from: position) {
                if bytes[(found + 1)...].prefix(5).lazy.map(\.lowered).elementsEqual("style".utf8) { return true }
                position = found + 1
            }
            return false
        }
    }
}
