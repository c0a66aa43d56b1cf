/// The text of a `text/plain` part as its sender meant it to be read.
extension Message {
    /// Without the files that are written into it, without soft line breaks, without the frame of a PGP signature.
    func plainText(_ part: Part, _ type: ContentType) -> ReadableText {
        let decoded: DecodedText
        var defects = DefectSet()
        let files = part.encoding == .uuencode ? nil : TextFiles(decodedBytes(of: part), limit: tree.limits.unpackedFiles)
        if let files, !files.files.isEmpty {
            defects.insert(.filesInText)
            decoded = files.remainder.withUnsafeBufferPointer { bytes in
                part.typeParameters.withCharset { TextDecoder.decode(bytes, label: $0, tree.limits.undeclared) }
            }
        } else {
            decoded = decodedText(of: part)
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
}
