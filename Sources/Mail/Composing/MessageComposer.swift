/// Turns a `Composition` into the bytes of a mail.
///
/// What comes out is 7-bit with CRLF line ends, never a bare CR or LF, no line over 998 octets and no line that begins
/// with a dot, so that what one server takes for one mail no other can take for two. It always carries the way out:
/// `List-Unsubscribe`, `List-Unsubscribe-Post` and the visible link in both bodies. The same composition makes the same
/// bytes.
package struct MessageComposer: Sendable {
    package init() {}

    package func compose(_ composition: Composition) throws(CompositionFailure) -> [UInt8] {
        try check(composition)
        var writer = HeaderWriter()
        try writer.append(identityFields(of: composition))
        try writer.append(threadFields(of: composition))
        try writer.append(automationFields(of: composition))
        let link = composition.unsubscribe
        try writer.append([
            ComposedHeader(.listUnsubscribe, .links([link.headerURL, link.mailtoURL])),
            // RFC 8058 §3.1: this value and no other.
            ComposedHeader(.listUnsubscribePost, .pieces(["List-Unsubscribe=One-Click"])),
            ComposedHeader(.mimeVersion, .pieces(["1.0"])),
            ComposedHeader(.contentLanguage, .pieces([composition.language])),
        ])
        let body = try alternative(of: composition)
        guard !composition.attachments.isEmpty else { return writer.bytes + body }
        let boundary = boundary(of: composition, mark: "m")
        try writer.append(multipart("mixed", boundary: boundary))
        var bytes = writer.bytes
        append(boundary: boundary, to: &bytes)
        bytes.append(contentsOf: body)
        for attachment in composition.attachments {
            append(boundary: boundary, to: &bytes)
            try append(attachment, to: &bytes)
        }
        append(boundary: boundary + "--", to: &bytes)
        return bytes
    }

    private func check(_ composition: Composition) throws(CompositionFailure) {
        guard composition.boundarySeed.count >= Limits.boundarySeedOctets else { throw .seedTooShort }
        guard composition.footer.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
            throw .missingFooter
        }
        let octets = composition.attachments.reduce(composition.text.utf8.count) { $0 + $1.bytes.count }
        guard octets <= Limits.composedOctets else { throw .tooLarge }
        guard ReferenceChain.isWritable(composition.messageID) else {
            throw .unsafeHeaderValue(header: ComposedHeader.Name.messageID.rawValue)
        }
        guard isTag(composition.language, extra: "-", upTo: Limits.languageTagLength) else {
            throw .unsafeHeaderValue(header: ComposedHeader.Name.contentLanguage.rawValue)
        }
        guard isTag(composition.loopToken, extra: "-._", upTo: Limits.loopTokenLength) else {
            throw .unsafeHeaderValue(header: ComposedHeader.Name.loop.rawValue)
        }
    }

    private func identityFields(of composition: Composition) -> [ComposedHeader] {
        let subject = String(
            String.UnicodeScalarView(composition.subject.unicodeScalars.prefix(Limits.composedSubjectScalars)))
        var fields = [
            ComposedHeader(.date, .date(composition.date)),
            ComposedHeader(.from, .mailbox(composition.from)),
            ComposedHeader(.to, .mailbox(composition.to)),
        ]
        if let replyTo = composition.replyTo {
            fields.append(ComposedHeader(.replyTo, .mailbox(.init(name: nil, address: replyTo))))
        }
        fields.append(ComposedHeader(.subject, .text(subject)))
        fields.append(ComposedHeader(.messageID, .identifiers([composition.messageID])))
        return fields
    }

    private func threadFields(of composition: Composition) -> [ComposedHeader] {
        var fields: [ComposedHeader] = []
        let parent = composition.inReplyTo.flatMap { ReferenceChain.isWritable($0) ? $0 : nil }
        if let parent { fields.append(ComposedHeader(.inReplyTo, .identifiers([parent]))) }
        let references = ReferenceChain.trimmed(composition.references, parent: parent)
        if !references.isEmpty { fields.append(ComposedHeader(.references, .identifiers(references))) }
        if let topic = composition.threadTopic, !topic.isEmpty {
            fields.append(ComposedHeader(.threadTopic, .text(topic)))
        }
        // Copied from a stranger's mail: written only when it is the base64 it should be.
        if let index = composition.threadIndex, isTag(index, extra: "+/=", upTo: Limits.threadIndexLength) {
            fields.append(ComposedHeader(.threadIndex, .pieces([index])))
        }
        return fields
    }

    private func automationFields(of composition: Composition) -> [ComposedHeader] {
        var fields = [ComposedHeader(.loop, .pieces([composition.loopToken]))]
        guard let automatic = composition.automatic else { return fields }
        // RFC 3834 §5, and what Exchange reads instead.
        fields.append(ComposedHeader(.autoSubmitted, .pieces([automatic.rawValue])))
        fields.append(ComposedHeader(.autoResponseSuppress, .pieces(["All"])))
        return fields
    }

    /// The two bodies with the Content-Type header in front, as they stand at the top or inside multipart/mixed.
    private func alternative(of composition: Composition) throws(CompositionFailure) -> [UInt8] {
        let body = BodyText(
            text: composition.text, footer: composition.footer, link: composition.unsubscribe.bodyURL,
            language: composition.language)
        let boundary = boundary(of: composition, mark: "a")
        var writer = HeaderWriter()
        try writer.append(multipart("alternative", boundary: boundary))
        var bytes = writer.bytes
        for (subtype, text) in [("plain", body.plain), ("html", body.html)] {
            append(boundary: boundary, to: &bytes)
            try appendText(text, subtype: subtype, to: &bytes)
        }
        append(boundary: boundary + "--", to: &bytes)
        return bytes
    }

    private func appendText(_ text: [UInt8], subtype: String, to bytes: inout [UInt8]) throws(CompositionFailure) {
        let plain = text.reduce(into: 0) { count, byte in if byte < 0x80 { count += 1 } }
        // Quoted-printable takes three octets for one foreign octet, base64 four for three of any kind.
        let isReadable = plain + (text.count - plain) * 3 <= text.count / 3 * 4
        var writer = HeaderWriter()
        try writer.append([
            ComposedHeader(.contentType, .pieces(["text/\(subtype);", "charset=utf-8"])),
            ComposedHeader(.contentTransferEncoding, .pieces([isReadable ? "quoted-printable" : "base64"])),
        ])
        bytes.append(contentsOf: writer.bytes + [0x0D, 0x0A])
        if isReadable {
            QuotedPrintableLines.append(text, to: &bytes)
        } else {
            // RFC 2045 §6.8: text has CRLF line ends before it is encoded.
            let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
            Base64Lines.appendLines(of: Array(lines.joined(separator: [0x0D, 0x0A])), to: &bytes)
        }
    }

    private func append(_ attachment: ComposedAttachment, to bytes: inout [UInt8]) throws(CompositionFailure) {
        guard !attachment.filename.unicodeScalars.contains(where: InvisibleCharacters.isControl) else {
            throw .unsafeHeaderValue(header: ComposedHeader.Name.contentDisposition.rawValue)
        }
        var writer = HeaderWriter()
        let filename = FilenameParameter.pieces(for: attachment.writtenFilename)
        try writer.append([
            ComposedHeader(.contentType, .pieces([attachment.writtenMediaType])),
            ComposedHeader(.contentTransferEncoding, .pieces(["base64"])),
            ComposedHeader(.contentDisposition, .pieces(["attachment;"] + filename)),
        ])
        bytes.append(contentsOf: writer.bytes + [0x0D, 0x0A])
        Base64Lines.appendLines(of: attachment.bytes, to: &bytes)
    }

    private func multipart(_ subtype: String, boundary: String) -> [ComposedHeader] {
        [ComposedHeader(.contentType, .pieces(["multipart/\(subtype);", "boundary=\"\(boundary)\""]))]
    }

    /// `=_` occurs in neither quoted-printable nor base64 (RFC 2045 §6.7), so no content can hold a boundary.
    private func boundary(of composition: Composition, mark: String) -> String {
        let seed = composition.boundarySeed.prefix(Limits.boundarySeedOctets).flatMap(HexDigits.pair)
        return "=_\(mark)_" + String(decoding: seed, as: UTF8.self)
    }

    private func append(boundary: String, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: [0x0D, 0x0A])
        bytes.append(contentsOf: "--\(boundary)".utf8)
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private func isTag(_ text: String, extra: String, upTo length: Int) -> Bool {
        !text.isEmpty && text.utf8.count <= length
            && text.utf8.allSatisfy { byte in
                (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
                    || extra.utf8.contains(byte)
            }
    }
}
