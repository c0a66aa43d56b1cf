/// Files that only some software would find.
extension Message {
    /// What lies in uuencoded blocks of plain text and in TNEF parts, in document order, as far as the limit goes.
    package var unpackedFiles: [UnpackedFile] {
        var files: [UnpackedFile] = []
        for leaf in leaves {
            let room = tree.limits.unpackedFiles - files.count
            if room <= 0 { break }
            let type = leaf.contentType
            if type.mediaType == "text/plain" && leaf.encoding != .uuencode {
                files += UUBlocks.files(in: decodedBytes(of: leaf), limit: room)
            } else if isTNEF(type, leaf) {
                files += TNEF.files(in: decodedBytes(of: leaf), limit: room)
            }
        }
        return files
    }

    private func isTNEF(_ type: ContentType, _ leaf: Part) -> Bool {
        type.mediaType == "application/ms-tnef" || type.mediaType == "application/vnd.ms-tnef"
            || leaf.filename?.lowercased() == "winmail.dat"
    }
}
