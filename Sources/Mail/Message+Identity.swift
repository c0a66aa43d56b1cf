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
            var fed = 0
            if leaf.contentType.type != "text" {
                decode(leaf) { piece in
                    if !piece.isEmpty { sink(piece) }
                    fed += piece.count
                }
            } else if leaf.encoding.isIdentity {
                leaf.withBody { fed = feed(text: UnsafeRawBufferPointer($0), sink) }
            } else {
                decodedBytes(of: leaf).withUnsafeBytes { fed = feed(text: $0, sink) }
            }
            close(fed, sink)
        }
    }

    private func feed(_ value: String, _ sink: (UnsafeRawBufferPointer) -> Void) {
        Array(value.utf8).withUnsafeBytes { if !$0.isEmpty { sink($0) } }
        close(value.utf8.count, sink)
    }

    /// Text is fed without carriage returns, in the stretches between them, and without the line ends it closes with.
    private func feed(text octets: UnsafeRawBufferPointer, _ sink: (UnsafeRawBufferPointer) -> Void) -> Int {
        var end = octets.count
        while end > 0, octets[end - 1] == .lf || octets[end - 1] == .cr { end -= 1 }
        var fed = 0
        var start = 0
        while start < end {
            let stop = octets[start..<end].firstIndex(of: .cr) ?? end
            if stop > start { sink(UnsafeRawBufferPointer(rebasing: octets[start..<stop])) }
            fed += stop - start
            start = stop + 1
        }
        return fed
    }

    /// The length after the content closes it, so that two fields cannot be mistaken for one.
    private func close(_ length: Int, _ sink: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(of: UInt64(length).littleEndian) { sink($0) }
    }
}
