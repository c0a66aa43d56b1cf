/// One message, read. Everything is decoded when asked for; nothing here fails.
///
/// The values are what the sender wrote: hostile text until an encoder for its sink has seen it (`TextSafety`).
package struct Message: Sendable {
    let tree: MessageTree

    init(tree: MessageTree) {
        self.tree = tree
    }

    /// The message as it came.
    package var bytes: [UInt8] { tree.buffers[0] }

    /// The outermost entity.
    package var root: Part { Part(tree: tree, id: 0) }

    /// What had to be forgiven in the structure and the header.
    package var defects: [Defect] { defectSet.list }

    /// The first value of a header field, unfolded and decoded (RFC 2047).
    package func header(_ name: String) -> String? {
        tree.fields(name, of: 0).first.map { decodedValue($0) }
    }

    /// All values of a header field, the topmost first, unfolded and decoded.
    package func headers(_ name: String) -> [String] {
        tree.fields(name, of: 0).map { decodedValue($0) }
    }

    /// All values of a header field, unfolded but not decoded, for grammars that decode after reading.
    package func rawHeaders(_ name: String) -> [String] {
        tree.fields(name, of: 0).map { String(decoding: tree.unfolded($0, of: 0), as: UTF8.self) }
    }

    func decodedValue(_ field: HeaderSpan) -> String {
        let value = tree.unfolded(field, of: 0)
        return EncodedWords.decode(value, undeclared(in: value))
    }

    /// How to read octets beyond ASCII in a header value: the charset of the text is likely to be theirs.
    func undeclared(in value: [UInt8]) -> Limits.Undeclared {
        let isPlain = value.withUnsafeBufferPointer { TextDecoder.isASCII($0) || TextDecoder.strictUTF8($0) != nil }
        guard !isPlain, tree.limits.undeclared == .guessed else { return tree.limits.undeclared }
        let labels = leaves(atMost: tree.limits.repeatedFields).lazy.compactMap { $0.contentType.charset }
        return labels.first.map { .expected($0) } ?? .guessed
    }

    /// The names of all header fields in order, as written.
    package var headerNames: [String] {
        tree.fields[tree.fieldRange(of: 0)].map {
            String(decoding: tree.buffers[0][$0.nameStart..<$0.nameEnd], as: UTF8.self)
        }
    }
}
