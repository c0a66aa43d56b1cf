/// How long each SMTP command may take: the minima of RFC 5321 §4.5.3.2. Tests shorten them.
package struct SMTPTimeouts: Sendable {
    package var hello = Duration.seconds(300)
    package var mail = Duration.seconds(300)
    package var recipient = Duration.seconds(300)
    package var data = Duration.seconds(120)
    /// Each block of the message.
    package var block = Duration.seconds(180)
    /// After the final dot, when the server does its work.
    package var dot = Duration.seconds(600)
    /// What a cancelled task still waits for an answer under way.
    package var grace = Duration.seconds(15)
    /// A connection unused for longer is asked with RSET whether it still lives before a mail is trusted to it.
    package var unproved = Duration.seconds(2)

    package init() {}
}
