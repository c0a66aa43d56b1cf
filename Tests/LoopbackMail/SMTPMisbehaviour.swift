/// What an SMTP test server does wrong. Verbs are "GREETING", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "DOT", "RSET",
/// "QUIT"; DOT is the end of the message.
package struct SMTPMisbehaviour: Sendable {
    package enum Ending: Sendable { case close, reset, silence }

    /// Replaces the reply to a verb; may hold several lines separated by CRLF.
    package var replies: [String: String] = [:]
    /// The replacement holds only this many times for each verb; nil means always.
    package var times: Int?
    /// Ends the connection instead of replying to a verb. At DOT the message has been taken.
    package var breaksAt: (verb: String, ending: Ending)?
    /// Ends the connection after this many bytes of the message, before the dot.
    package var breaksInBodyAfter: Int?
    /// Break off after this many bytes written on the connection, greeting included.
    package var breakAfter: (bytes: Int, ending: Ending)?
    /// Waits before replying to a verb.
    package var slowMilliseconds: [String: UInt32] = [:]
    /// Refuses recipients that hold one of these characters.
    package var refusedRecipients: Set<Character> = []
    package var refusesNullSender = false
    /// Takes a message to be delivered although the reply says no, or is never read.
    package var deliversAnyway = true

    package init() {}
}
