internal import Desk

/// What a reply means for the mail (gdpr.md C8, RFC 5321 §4.2.1). Pure.
enum SMTPVerdict {
    /// Nil when the transaction goes on: 2yz to MAIL and RCPT, 354 to DATA.
    static func before(dot reply: SMTPWireReply, at step: SMTPStep) -> DeliveryOutcome? {
        let isGood = step == .data ? reply.code == 354 : reply.isPositive
        return isGood ? nil : failure(reply, at: step)
    }

    static func after(dot reply: SMTPWireReply) -> DeliveryOutcome {
        if reply.isPositive { return .accepted(reply.kept) }
        // 3yz here is no answer to the question whether it was taken.
        return reply.code >= 400 ? failure(reply, at: .data) : .unknown
    }

    private static func failure(_ reply: SMTPWireReply, at step: SMTPStep) -> DeliveryOutcome {
        switch reply.code {
        // RFC 4954 §6: not about this mail but about who we are. Pauses the mailbox, never bounces a mail.
        case 530, 534, 535: .unavailable(.loginRefused)
        case 538: .unavailable(.tlsRefused)
        case 454 where step == .sender: .unavailable(.serverUnavailable)
        // RFC 5321 §4.5.3.1.10: "too many recipients" is temporary whatever its first digit says.
        case 552 where step == .recipient && isTooManyRecipients(reply): .deferred(reply.kept)
        case 400..<500: .deferred(reply.kept)
        case 500...: .refused(reply.kept, at: step)
        // 2yz or 3yz where it makes no sense.
        default: .deferred(nil)
        }
    }

    private static func isTooManyRecipients(_ reply: SMTPWireReply) -> Bool {
        // RFC 3463 §3.6: X.5.3. Without an enhanced code the text must do; 5.2.2 is a full mailbox.
        reply.enhanced.map { $0.hasSuffix(".5.3") } ?? reply.mentions("too many recipients")
    }
}
