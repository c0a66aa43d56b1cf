internal import Desk
internal import Mail

/// The MAIL and RCPT commands of one transaction, with the extensions the server offers and this mail needs.
///
/// `EmailAddress` cannot hold CR, LF, `<` or `>`, so no address can become a command.
struct SMTPEnvelope: Sendable, Equatable {
    let mail: String
    let recipient: String

    /// The mail cannot go through this server as it is; the reply is what the server would have to say.
    struct Refusal: Error, Equatable {
        let reply: SMTPReply
        let step: SMTPStep
    }

    init(
        sender: EnvelopeSender, recipient: EmailAddress, text: SMTPText, extensions: SMTPExtensions
    ) throws(Refusal) {
        var needsUTF8 = false
        let to = Self.path(recipient, &needsUTF8)
        var from = ""
        if case .address(let address) = sender { from = Self.path(address, &needsUTF8) }
        // RFC 6531 §3.5: 553 with 5.6.7, non-ASCII addresses not permitted.
        guard !needsUTF8 || extensions.has("SMTPUTF8") else {
            throw Refusal(reply: SMTPReply(code: 553, enhanced: "5.6.7"), step: .recipient)
        }
        // RFC 6152 §3; 5.6.3 conversion required but not supported (RFC 3463 §3.7).
        guard text.isSevenBit || extensions.has("8BITMIME") else {
            throw Refusal(reply: SMTPReply(code: 554, enhanced: "5.6.3"), step: .data)
        }
        var mail = "MAIL FROM:<\(from)>"
        // RFC 1870 §6: an estimate that lets the server refuse before we send it all.
        if extensions.has("SIZE") { mail += " SIZE=\(text.size)" }
        if !text.isSevenBit { mail += " BODY=8BITMIME" }
        if needsUTF8 { mail += " SMTPUTF8" }
        var rcpt = "RCPT TO:<\(to)>"
        if extensions.has("DSN") {
            // RFC 3461 §4.3: a bounce shall not carry the text of the mail around. §4.1: nobody wants to hear about
            // the failure of an automatic mail, and a null sender cannot be told.
            mail += " RET=HDRS"
            rcpt += sender == .null ? " NOTIFY=NEVER" : " NOTIFY=FAILURE"
        }
        self.mail = mail
        self.recipient = rcpt
    }

    /// RFC 6531 is needed only for a local part beyond ASCII; a domain has its A-labels.
    private static func path(_ address: EmailAddress, _ needsUTF8: inout Bool) -> String {
        if address.isASCII { return address.text }
        if address.localPart.utf8.allSatisfy({ $0 < 0x80 }) {
            return address.localPart + "@" + DomainName.ascii(address.domain)
        }
        needsUTF8 = true
        return address.text
    }
}
