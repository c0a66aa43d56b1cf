/// Every number of this room, with its reason.
package enum Limits {
    /// A literal we keep. A larger one is read past and reported as oversized; the desk's own limit is far lower.
    package static let messageBytes = 64 * 1024 * 1024
    /// A literal we read past to stay in step. Beyond it reconnecting is cheaper, and no mail is that large.
    static let skippedBytes = 256 * 1024 * 1024
    /// One line of an IMAP reply without its literals. The longest we ask for is a COPYUID of a whole batch.
    static let lineBytes = 256 * 1024
    /// Literals in one reply: we ask for one, and envelopes nobody asked for have a few dozen.
    static let literalsPerReply = 256
    /// Nesting of parentheses in one reply. A BODYSTRUCTURE nests twice for each level of MIME; we never ask for one.
    static let listDepth = 64
    /// Replies in a row that make no sense before we give the connection up.
    static let unreadableReplies = 100
    /// What libcurl may have left unread of the login dialogue before our own first command is answered.
    static let leftoverBytes = 64 * 1024
    /// A command line. RFC 7162 §4 has servers accept 8,192 octets; sets of UIDs are cut to stay well below.
    static let uidSetBytes = 4_000
    /// UIDs expanded from the ranges of one COPYUID; a batch is far smaller.
    static let uidsPerSet = 65_536
    /// Messages one listing answers, lowest UIDs first; the caller asks again above the last. 4 MB.
    package static let listed = 65_536
    /// No byte for so long while an answer is due: the server is dead (reliability.md §3.3 wants two minutes).
    package static let silence = Duration.seconds(120)
    /// Between two looks at a server without IDLE.
    package static let pollInterval = Duration.seconds(60)
    /// RFC 2177 §3 allows 29 minutes; NAT boxes are kept awake by TCP keep-alive.
    package static let idleAtMost = Duration.seconds(25 * 60)
    /// A folder name as configured, in bytes.
    static let folderBytes = 512
    /// Farewells are a courtesy.
    static let farewell = Duration.seconds(3)

    /// Between tries at a server that fails: doubled from one to thirty minutes (mail.md "IDLE").
    static let shortestRest = Duration.seconds(60)
    static let longestRest = Duration.seconds(30 * 60)
    /// A provider answers a wrong password by mistake now and then; after so many it is meant.
    static let loginTries = 3
    /// While the store takes nothing the mailbox is left alone for this long (P9).
    static let blockedPause = Duration.seconds(30)
    /// Rounds in which a listed mail may fail to come before it is shown to a human.
    static let fetchTries = 3
    /// The header section of a mail too large to keep.
    static let headerBytes = 1024 * 1024

    /// RFC 5321 §4.5.3.1.5 has 512 octets for a reply line; real servers write longer ones.
    static let smtpLineBytes = 4_096
    /// Lines of one SMTP reply; an EHLO answers about 20.
    static let smtpReplyLines = 128
    /// RFC 5321 §4.5.3.1.6, without CRLF: what a line of a message may be.
    static let smtpTextLine = 998
    /// One write of a message; RFC 5321 §4.5.3.2.5 gives each block three minutes.
    static let smtpBlockBytes = 256 * 1024
    /// How often a task that waits for an SMTP reply looks whether it was cancelled.
    static let cancellationLook = Duration.seconds(1)
    /// Mails over one SMTP connection; providers cut between 20 and 100, and we would rather end it ourselves.
    static let mailsPerConnection = 50

    /// One question to a token address, and its answer: a few kilobytes, in a second.
    static let tokenTimeout = Duration.seconds(30)
    static let tokenAnswerBytes = 128 * 1024
    /// Between two looks whether somebody has signed a mailbox in.
    static let signInLook = Duration.seconds(2)
}
