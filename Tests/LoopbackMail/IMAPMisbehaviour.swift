/// What an IMAP test server does wrong. All fields default to behaving well; each counts for every connection made
/// after it was set, except where it says "now".
package struct IMAPMisbehaviour: Sendable {
    package enum Ending: Sendable { case close, reset, silence }

    /// Break off after this many bytes written on the connection, greeting included.
    package var breakAfter: (bytes: Int, ending: Ending)?
    /// Only once this many connections were made (0: from the first).
    package var breaksFromConnection = 0
    /// Replaces the greeting.
    package var greeting: String?
    /// Replaces the tagged reply to a verb ("LOGIN", "SELECT", "UID FETCH", …), without tag:
    /// `NO [UNAVAILABLE] later`.
    package var replies: [String: String] = [:]
    /// Ends the connection instead of executing a verb.
    package var dropsAt: String?
    /// Untagged lines sent before every tagged reply.
    package var unsolicited: [String] = []
    /// Sends every FETCH response twice.
    package var repeatsFetches = false
    /// Announces literals this much longer (or shorter) than they are.
    package var literalLie = 0
    /// UIDs it forgets to send.
    package var forgets: Set<UInt32> = []
    /// Sends NIL as the body of these.
    package var emptyBodies: Set<UInt32> = []
    /// Puts the UID after the body in FETCH responses.
    package var uidLast = false
    /// Sends FETCH responses from the highest UID down.
    package var reversesFetches = false
    /// Bytes in one write; nil writes whole replies.
    package var writesInPiecesOf: Int?

    package init() {}
}
