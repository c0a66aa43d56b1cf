/// What makes a message the same message in two copies.
extension Message {
    /// Feeds Message-ID, From, Date and the decoded content of every leaf to `sink`, each closed by its length.
    ///
    /// Copies of one mail differ in trace fields, in transfer encodings and in line ends; none of these is fed.
    /// Contents that are not encoded are handed over where they are.
    package func identityContent(into sink: (UnsafeRawBufferPointer) -> Void) {
        feed(messageID?.value ?? "", sink)
        feed(from.map { $0.email?.normalized ?? $0.address ?? $0.name ?? "" }.joined(separator: ","), sink)
        feed(dateSeconds.map { String($0) } ?? "", sink)
        for leaf in leaves {
            let isText = leaf.contentType.type == "text"
            if leaf.encoding.isIdentity {
                leaf.withBody { feed(UnsafeRawBufferPointer($0), isText, sink) }
            } else {
                decodedBytes(of: leaf).withUnsafeBytes { feed($0, isText, sink) }
            }
        }
    }

    private func feed(_ text: String, _ sink: (UnsafeRawBufferPointer) -> Void) {
        Array(text.utf8).withUnsafeBytes { feed($0, false, sink) }
    }

    /// Text is fed without carriage returns, in the stretches between them, and without the line ends it closes with.
    private func feed(_ octets: UnsafeRawBufferPointer, _ isText: Bool, _ sink: (UnsafeRawBufferPointer) -> Void) {
        var end = octets.count
        if isText { while end > 0, octets[end - 1] == .lf || octets[end - 1] == .cr { end -= 1 } }
        let content = UnsafeRawBufferPointer(rebasing: octets[..<end])
        var fed = 0
        if isText {
            var start = 0
            while start < end {
                let stop = content[start...].firstIndex(of: .cr) ?? end
                if stop > start { sink(UnsafeRawBufferPointer(rebasing: content[start..<stop])) }
                fed += stop - start
                start = stop + 1
            }
        } else if end > 0 {
            sink(content)
            fed = end
        }
        // The length after the content closes it, so that two fields cannot be mistaken for one.
        withUnsafeBytes(of: UInt64(fed).littleEndian) { sink($0) }
    }
}
