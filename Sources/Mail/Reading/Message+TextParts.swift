/// The text of a `text/plain` or `text/html` part as its sender meant it to be read.
extension Message {
    /// Without the files that are written into it, without soft line breaks, without the frame of a PGP signature.
    func plainText(_ part: Part, _ type: ContentType) -> ReadableText {
        var decoded = decodedText(of: part)
        var defects = DefectSet()
        if part.encoding != .uuencode, TextFiles.mayStand(in: decoded.text), let rest = textWithoutFiles(part) {
            defects.insert(.filesInText)
            decoded = rest
        }
        var text = decoded.text
        if type.parameter("format")?.lowercased() == "flowed" {
            text = FlowedText.unfolded(text, deletesSpace: type.parameter("delsp")?.lowercased() == "yes")
        }
        let framed = PGPText(SafeText.visible(text))
        if framed.isSigned { defects.insert(.signatureNotChecked) }
        if framed.isEncrypted { defects.insert(.encryptedContent) }
        defects.formUnion(decoded.defectSet)
        return ReadableText(text: Self.trimmed(framed.text), defectSet: defects)
    }

    /// Files are cut out of the octets, before a charset can make other octets of theirs.
    private func textWithoutFiles(_ part: Part) -> DecodedText? {
        let files = TextFiles(decodedBytes(of: part), limit: tree.limits.unpackedFiles)
        guard !files.files.isEmpty else { return nil }
        return files.remainder.withUnsafeBufferPointer { bytes in
            part.typeParameters.withCharset { TextDecoder.decode(bytes, label: $0, tree.limits.undeclared) }
        }
    }

    /// HTML in the charset of its part, or else in the one that it names itself.
    func decodedHTML(_ part: Part) -> DecodedText {
        let decoded = decodedText(of: part)
        // What fits UTF-8 is UTF-8, whatever an older head says.
        guard decoded.defectSet.contains(.charsetMismatch), part.contentType.charset == nil else { return decoded }
        return decodedBytes(of: part).withUnsafeBufferPointer { bytes in
            guard let label = HTMLCharset.label(in: bytes) else { return decoded }
            return label.withUnsafeBufferPointer { TextDecoder.decode(bytes, label: $0, tree.limits.undeclared) }
        }
    }
}
