/// Files that only some software would find.
extension Message {
    /// What lies in uuencoded and yEnc blocks of plain text, in TNEF parts and in what S/MIME only signed, in document
    /// order, as far as the limit goes.
    package var unpackedFiles: [UnpackedFile] {
        var files: [UnpackedFile] = []
        for leaf in leaves {
            let room = tree.limits.unpackedFiles - files.count
            if room <= 0 { break }
            let type = leaf.contentType
            if type.mediaType == "text/plain" && leaf.encoding != .uuencode {
                files += TextFiles(decodedBytes(of: leaf), limit: room).files
            } else if isTNEF(type, leaf) {
                files += TNEF(decodedBytes(of: leaf), limit: room).files
            } else if let inner = signedMessage(in: leaf, type) {
                files += inner.attachments.prefix(room).map { attachment in
                    UnpackedFile(
                        name: attachment.filename, mediaType: attachment.mediaType, contentID: attachment.contentID,
                        bytes: inner.decodedBytes(of: attachment.part))
                }
            }
        }
        return files
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
