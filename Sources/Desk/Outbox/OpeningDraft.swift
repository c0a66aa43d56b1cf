package import Mail

/// What an agent wants to say to somebody who did not write to us, before it is checked.
///
/// Reason and basis are not optional here: whoever writes first says why and on what legal basis, and both are kept
/// with the message. They stay inside; the person learns them by asking.
package struct OpeningDraft: Sendable {
    /// nil: the one mailbox the principal sees.
    package var mailbox: MailboxName?
    package var to: EmailAddress
    package var subject: String
    package var text: String
    package var reason: String
    package var basis: String
    package var attachments: [ComposedAttachment]
    /// Makes a repeated request answer with the first one's ticket.
    package var idempotencyKey: String?

    package init(
        mailbox: MailboxName? = nil, to: EmailAddress, subject: String, text: String, reason: String, basis: String,
        attachments: [ComposedAttachment] = [], idempotencyKey: String? = nil
    ) {
        self.mailbox = mailbox
        self.to = to
        self.subject = subject
        self.text = text
        self.reason = reason
        self.basis = basis
        self.attachments = attachments
        self.idempotencyKey = idempotencyKey
    }

    package func validate() throws(DeskRefusal) {
        // Refused before a key is made for somebody who cannot be written to; domains have an ASCII form, the part
        // before the @ has none (RFC 6531).
        guard to.withASCIIDomain.isASCII else {
            throw .invalid(field: "to", expected: "an address in ASCII; this one needs SMTPUTF8")
        }
        for (field, value) in [("subject", subject), ("reason", reason), ("basis", basis)] {
            let isFine =
                value.utf8.count <= Limits.lineBytes && value.isOneLine && value.contains { !$0.isWhitespace }
            if !isFine { throw .invalid(field: field, expected: "one line of 1–\(Limits.lineBytes) bytes") }
        }
        // Text, files and key are bounded as those of an answer are.
        try ReplyDraft(text: text, attachments: attachments, idempotencyKey: idempotencyKey).validate()
    }
}
