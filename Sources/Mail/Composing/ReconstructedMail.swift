package import Foundation

/// A mail written anew from what was kept of it, for a person who asks for a copy (Art. 15(3), 20). It says of itself
/// that it is not the original: the lines of servers, the HTML and whatever else was never kept are missing.
///
/// What cannot stand in a header, such as an address that is none, is left out; the text is whole.
package struct ReconstructedMail: Sendable {
    package var from: Composition.Mailbox?
    package var to: [String]
    package var cc: [String]
    package var replyTo: String?
    package var subject: String
    package var date: Date
    package var messageID: String?
    package var references: [String]
    package var text: String
    package var attachments: [ComposedAttachment]
    /// A sentence in the reader's language: that this is no original.
    package var comment: String
    /// Sixteen octets or more; the MIME boundary comes from them.
    package var boundarySeed: [UInt8]

    package init(
        from: Composition.Mailbox?, to: [String], cc: [String], replyTo: String?, subject: String, date: Date,
        messageID: String?, references: [String], text: String, attachments: [ComposedAttachment], comment: String,
        boundarySeed: [UInt8]
    ) {
        self.from = from
        self.to = to
        self.cc = cc
        self.replyTo = replyTo
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.references = references
        self.text = text
        self.attachments = attachments
        self.comment = comment
        self.boundarySeed = boundarySeed
    }

    package func compose() throws(CompositionFailure) -> [UInt8] {
        var writer = HeaderWriter()
        try writer.append(identityFields)
        try writer.append([
            ComposedHeader(.comments, .text(visible(comment))),
            ComposedHeader(.reconstructed, .pieces(["yes"])),
            ComposedHeader(.mimeVersion, .pieces(["1.0"])),
        ])
        guard !attachments.isEmpty else { return try writer.bytes + textPart() }
        let boundary = "=_r_" + String(decoding: boundarySeed.prefix(16).flatMap(HexDigits.pair), as: UTF8.self)
        try writer.append(
            ComposedHeader(.contentType, .pieces(["multipart/mixed;", "boundary=\"\(boundary)\""])))
        var bytes = writer.bytes
        bytes += "\r\n--\(boundary)\r\n".utf8
        bytes += try textPart()
        for attachment in attachments {
            bytes += "\r\n--\(boundary)\r\n".utf8
            try append(attachment, to: &bytes)
        }
        bytes += "\r\n--\(boundary)--\r\n".utf8
        return bytes
    }

    private var identityFields: [ComposedHeader] {
        var fields: [ComposedHeader] = []
        if DateText.of(date) != nil { fields.append(ComposedHeader(.date, .date(date))) }
        if let from = from.flatMap({ written($0.address.text, name: $0.name) }) {
            fields.append(ComposedHeader(.from, .mailbox(from)))
        }
        for (name, addresses) in [(ComposedHeader.Name.to, to), (.cc, cc)] {
            let mailboxes = addresses.prefix(Limits.reconstructedAddresses).compactMap { written($0, name: nil) }
            if !mailboxes.isEmpty { fields.append(ComposedHeader(name, .mailboxes(mailboxes))) }
        }
        if let reply = replyTo.flatMap({ written($0, name: nil) }) {
            fields.append(ComposedHeader(.replyTo, .mailbox(reply)))
        }
        let line = visible(subject)
        if !line.isEmpty { fields.append(ComposedHeader(.subject, .text(line))) }
        if let id = messageID.flatMap({ MessageID($0) }), ReferenceChain.isWritable(id) {
            fields.append(ComposedHeader(.messageID, .identifiers([id])))
        }
        let chain = ReferenceChain.trimmed(references.compactMap { MessageID($0) }, parent: nil)
        if !chain.isEmpty { fields.append(ComposedHeader(.references, .identifiers(chain))) }
        return fields
    }

    /// nil for what is no address, and for one whose local part no header of this form can bear (RFC 6532).
    private func written(_ text: String, name: String?) -> Composition.Mailbox? {
        guard let address = EmailAddress(text), address.localPart.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        guard address.isASCII || EmailAddress(address.normalized)?.isASCII == true else { return nil }
        return Composition.Mailbox(name: name.map(visible), address: address)
    }

    private func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                TextSafety.singleLine(text).unicodeScalars.prefix(Limits.composedSubjectScalars)))
    }

    private func textPart() throws(CompositionFailure) -> [UInt8] {
        var writer = HeaderWriter()
        try writer.append([
            ComposedHeader(.contentType, .pieces(["text/plain;", "charset=utf-8"])),
            ComposedHeader(.contentTransferEncoding, .pieces(["quoted-printable"])),
        ])
        var bytes = writer.bytes + [0x0D, 0x0A]
        QuotedPrintableLines.append(Array(text.utf8), to: &bytes)
        return bytes
    }

    private func append(_ attachment: ComposedAttachment, to bytes: inout [UInt8]) throws(CompositionFailure) {
        var writer = HeaderWriter()
        try writer.append([
            ComposedHeader(.contentType, .pieces([attachment.writtenMediaType])),
            ComposedHeader(.contentTransferEncoding, .pieces(["base64"])),
            ComposedHeader(
                .contentDisposition,
                .pieces(["attachment;"] + FilenameParameter.pieces(for: attachment.writtenFilename))),
        ])
        bytes += writer.bytes + [0x0D, 0x0A]
        Base64Lines.appendLines(of: attachment.bytes, to: &bytes)
    }
}
