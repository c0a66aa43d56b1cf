package import Desk
package import Mail

/// Finding the copies of one sender's mail.
extension IMAPMailbox: CopyMailbox {
    /// An address beyond ASCII would need a literal and a server that knows the charset: nothing is found then, and the
    /// copies whose place is known are removed all the same.
    package func search(author: EmailAddress) async throws(MailboxFailure) -> [UInt32] {
        let address = author.withASCIIDomain
        guard address.isASCII else { return [] }
        let quoted = Self.quoted(address.text)
        return try await opened().search("OR FROM \(quoted) HEADER REPLY-TO \(quoted)")
    }

    /// RFC 3501 §9: a quoted string. An address holds no CR, LF or NUL.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
