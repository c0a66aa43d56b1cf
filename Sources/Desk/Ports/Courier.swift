package import Mail

/// Hands one mail to one SMTP server for one recipient and says exactly what became of it. One owner at a time.
///
/// It accepts nothing but an `Outbound`: no code path sends bytes. It never retries; the outbox does.
package protocol Courier: Sendable {
    func send(_ outbound: Outbound, checkpoint: any SendCheckpoint) async -> DeliveryOutcome
    /// Says QUIT and forgets the connection. Never fails.
    func close() async
}

/// The two moments of an SMTP transaction at which the desk has a say.
package protocol SendCheckpoint: Sendable {
    /// Asked immediately before MAIL FROM. `false` ends the transaction before it began.
    func mayBegin() async -> Bool
    /// Called before the final dot is sent. When it throws, the transaction is abandoned without the dot.
    func handing() async throws(StoreFailure)
}

package enum EnvelopeSender: Sendable, Equatable {
    /// `MAIL FROM:<>`, for automatic mail: nobody can bounce or auto-reply to it (RFC 3834 §3.3).
    case null
    case address(EmailAddress)
}

package enum DeliveryOutcome: Sendable, Equatable {
    /// 250 after the final dot: the server answers for it now.
    case accepted(SMTPReply)
    /// 4yz, or the connection ended before the final dot.
    case deferred(SMTPReply?)
    /// 5yz to MAIL, RCPT or DATA.
    case refused(SMTPReply, at: SMTPStep)
    /// The final dot was sent and no answer was read: it may or may not be delivered.
    case unknown
    /// The checkpoint said no.
    case withheld
    /// Nothing was said about this mail: the server could not be reached or did not let us in.
    case unavailable(MailboxFailure)
}

package enum SMTPStep: String, Sendable, Equatable {
    case sender, recipient, data
}

/// Code and enhanced code of a reply. The text is not kept: servers quote addresses in it (P14).
package struct SMTPReply: Sendable, Equatable, CustomStringConvertible {
    package var code: Int
    package var enhanced: String?

    package init(code: Int, enhanced: String? = nil) {
        self.code = code
        self.enhanced = enhanced
    }

    package var description: String {
        if let enhanced { "\(code) \(enhanced)" } else { "\(code)" }
    }
}
