/// The text of parts that are no text: sealed, in pieces, elsewhere, or in Outlook's own form.
extension Message {
    /// What a leaf that is no text says to the reader; nothing for a file.
    func foreignText(_ part: Part) -> ReadableText {
        let type = part.contentType
        switch type.mediaType {
        case "application/pkcs7-mime", "application/x-pkcs7-mime": return sealedText(part, type)
        case "message/partial": return pieceText(part, type)
        case "message/external-body":
            return ReadableText(text: ForeignNotes.elsewhere(type), defectSet: DefectSet(.contentElsewhere))
        case "application/rtf" where part.parent == nil: return richText(part)
        default: return .none
        }
    }

    /// RFC 8551 §3: signed content is there to be read, encrypted content is not.
    private func sealedText(_ part: Part, _ type: ContentType) -> ReadableText {
        if let inner = signedMessage(in: part, type) {
            let text = inner.readableText()
            let label = ReadableText(text: ForeignNotes.signedSMIME, defectSet: DefectSet(.signatureNotChecked))
            return .joined([label, text])
        }
        let isEncrypted: Bool =
            switch SMIME.kind(of: decodedBytes(of: part)) {
            case .encrypted: true
            case .signed: false
            case .other: type.parameter("smime-type")?.lowercased() == "enveloped-data"
            }
        guard isEncrypted else { return .none }
        return ReadableText(text: ForeignNotes.encryptedSMIME, defectSet: DefectSet(.encryptedContent))
    }

    /// RFC 2046 §5.2.2: the first piece holds the header and the beginning of the message.
    private func pieceText(_ part: Part, _ type: ContentType) -> ReadableText {
        let note = ForeignNotes.piece(type.parameter("number"), of: type.parameter("total"))
        let label = ReadableText(text: note, defectSet: DefectSet(.partialMessage))
        guard type.parameter("number") == "1", tree.limits.depth > Limits.signedDepth else { return label }
        var limits = tree.limits
        limits.depth = tree.limits.depth / 2
        return .joined([label, MessageParser(limits: limits).parse(decodedBytes(of: part)).readableText()])
    }

    func richText(_ part: Part) -> ReadableText {
        let rtf = RTFText(Array(decodedBytes(of: part).prefix(Limits.rtfOctets)))
        if let html = rtf.html { return .ofHTML(html) }
        return ReadableText(text: SafeText.visible(rtf.text))
    }

    /// What Outlook put into `winmail.dat`, for a mail that has no other text.
    var textInWinmail: ReadableText? {
        for part in ownLeaves where isTNEF(part.contentType, part) {
            if let reading = TNEF(decodedBytes(of: part), limit: 0).body.reading, !reading.text.isEmpty {
                return reading.marked(.textFromWinmail)
            }
        }
        return nil
    }
}
