package import Mail

/// Who wrote a mail, and how sure we are (design: mail.md "Who wrote it").
///
/// Pure. It believes Authentication-Results only from the mailbox's own `authserv_id`; From alone proves nothing.
package struct Authorship: Sendable, Equatable {
    /// nil when no header names an address that can be answered.
    package var author: EmailAddress?
    package var name: String?
    package var standing: Standing
    /// A Reply-To that is not the author. Shown to the agent, never followed by itself.
    package var divergentReplyTo: EmailAddress?
    /// More than one author (RFC 7103 §7.5.1): never acknowledged.
    package var isAmbiguous: Bool

    package enum Standing: String, Sendable {
        case verified
        case unverified
        /// The domain's own policy says it did not send this.
        case failed
    }

    package init(of message: Message, for profile: MailboxProfile) {
        let senders = message.from.compactMap { address in address.email.map { (address.name, $0) } }
        let replyTo = message.replyTo.compactMap { address in address.email.map { (address.name, $0) } }
        isAmbiguous = senders.count > 1 || message.rawHeaders("From").count > 1
        let verdict = profile.authservID.isEmpty ? .none : message.authentication(trusting: profile.authservID)

        if let sender = senders.first, profile.formSenders.contains(where: { $0.normalized == sender.1.normalized }),
            let visitor = replyTo.first
        {
            // A website form mails as itself; whoever filled it in is in Reply-To and unproved.
            (name, author) = (visitor.0, visitor.1)
            (standing, divergentReplyTo) = (.unverified, nil)
        } else if let original = Self.originalAuthor(of: message) {
            // A list rewrote From ("… via LIST") and kept the author here; a list cannot vouch for him.
            (name, author) = (original.0, original.1)
            (standing, divergentReplyTo) = (.unverified, nil)
        } else {
            (name, author) = (senders.first?.0, senders.first?.1)
            switch verdict {
            case .pass where !isAmbiguous: standing = .verified
            case .fail: standing = .failed
            default: standing = .unverified
            }
            let from = author?.normalized
            divergentReplyTo = replyTo.first(where: { $0.1.normalized != from })?.1
        }
    }

    private static func originalAuthor(of message: Message) -> (String?, EmailAddress)? {
        guard let shown = message.from.first?.name, shown.contains(" via ") else { return nil }
        guard let original = message.header("X-Original-From").flatMap(AddressLine.first(in:)) else { return nil }
        return original
    }
}

/// A single address out of a header that is not one of the standard address fields.
enum AddressLine {
    static func first(in value: String) -> (String?, EmailAddress)? {
        let trimmed = value.trimmingPrefix(while: { $0 == " " })
        if let open = trimmed.lastIndex(of: "<"), let close = trimmed.lastIndex(of: ">"), open < close {
            guard let address = EmailAddress(String(trimmed[trimmed.index(after: open)..<close])) else { return nil }
            let name = trimmed[..<open].split(separator: " ").joined(separator: " ")
            return (name.isEmpty ? nil : name.filter { $0 != "\"" }, address)
        }
        return EmailAddress(String(trimmed)).map { (nil, $0) }
    }
}
