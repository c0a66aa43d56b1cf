/// Text sent as `format=flowed`, with its soft line breaks taken back out (RFC 3676 §4).
enum FlowedText {
    /// `deletesSpace` is the `DelSp=yes` of RFC 3676 §4.5.
    static func unfolded(_ text: String, deletesSpace: Bool) -> String {
        var output: [UInt8] = []
        let bytes = Array(text.utf8)
        output.reserveCapacity(bytes.count)
        /// The quote depth of the paragraph that the next line may belong to; nil when the last line was fixed.
        var openDepth: Int?
        for line in bytes.split(separator: .lf, omittingEmptySubsequences: false) {
            let content = line.last == .cr ? line.dropLast() : line
            let depth = content.prefix { $0 == .greaterThan }.count
            var rest = content.dropFirst(depth)
            // §4.4: one leading space is stuffing.
            if rest.first == .space { rest = rest.dropFirst() }
            // §4.3: a signature separator ends a paragraph and is never flowed.
            let isSignature = rest.elementsEqual("-- ".utf8)
            if let open = openDepth, open == depth, !isSignature {
                output.append(contentsOf: rest)
            } else {
                if !output.isEmpty || openDepth != nil { output.append(.lf) }
                appendMarks(depth, to: &output)
                output.append(contentsOf: rest)
            }
            let isFlowed = rest.last == .space && !isSignature
            if isFlowed, deletesSpace { output.removeLast() }
            // An empty first line needs to be remembered too, or the next would take its place.
            openDepth = isFlowed ? depth : -1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// The marks of a quote as the rest of the text writes them; a longer row of them is kept as it came.
    private static func appendMarks(_ depth: Int, to output: inout [UInt8]) {
        guard depth > 0 else { return }
        if depth > Limits.quoteDepth {
            output.append(contentsOf: repeatElement(.greaterThan, count: depth))
            output.append(.space)
            return
        }
        for _ in 0..<depth {
            output.append(.greaterThan)
            output.append(.space)
        }
    }
}
