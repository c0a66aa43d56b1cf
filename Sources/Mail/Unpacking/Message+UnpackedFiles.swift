/// Files that only some software would find.
extension Message {
    /// What lies in uuencoded and yEnc blocks of plain text, in TNEF parts and in what S/MIME only signed, in document
    /// order, as far as the limit goes.
    package var unpackedFiles: [UnpackedFile] {
        var files: [UnpackedFile] = []
        for leaf in leaves {
            let room = tree.limits.unpackedFiles - files.count
            if room <= 0 { break }
            let found = unpacked(leaf, limit: room)
            files += found.isEmpty || !isInsideMessage(leaf) ? found : found.map(\.nested)
        }
        return files
    }

    private func unpacked(_ leaf: Part, limit: Int) -> [UnpackedFile] {
        let type = leaf.contentType
        if type.mediaType == "text/plain" && leaf.encoding != .uuencode {
            return TextFiles(decodedBytes(of: leaf), limit: limit).files
        }
        if isTNEF(type, leaf) { return TNEF(decodedBytes(of: leaf), limit: limit).files }
        guard let inner = signedMessage(in: leaf, type) else { return [] }
        return inner.attachments.prefix(limit).map { attachment in
            UnpackedFile(
                name: attachment.filename, mediaType: attachment.mediaType, contentID: attachment.contentID,
                bytes: inner.decodedBytes(of: attachment.part))
        }
    }

    func isTNEF(_ type: ContentType, _ leaf: Part) -> Bool {
        type.mediaType == "application/ms-tnef" || type.mediaType == "application/vnd.ms-tnef"
            || leaf.filename?.lowercased() == "winmail.dat"
    }

    /// The message inside an S/MIME part that is signed and not encrypted (RFC 8551 §3.5.2).
    func signedMessage(in leaf: Part, _ type: ContentType) -> Message? {
        guard SMIME.isEnvelope(type), tree.limits.depth > Limits.signedDepth,
            case .signed(let content) = SMIME.kind(of: decodedBytes(of: leaf))
        else { return nil }
        // Each envelope in an envelope may nest half as deep, which bounds how many there are.
        var inner = tree.limits
        inner.depth = tree.limits.depth / 2
        return MessageParser(limits: inner).parse(content)
    }
}
