import Logging

/// What the daemon says about signing in with tokens. Never a token, a code, or a word of the provider's.
extension LogEvent {
    static func signedIn(_ mailbox: PlainName) -> LogEvent {
        LogEvent(.info, "mail-signed-in", "a mailbox was signed in at its provider", [.mailbox(mailbox)])
    }

    static func tokenRenewed(_ mailbox: PlainName) -> LogEvent {
        LogEvent(.debug, "mail-token-renewed", "the token of a mailbox was renewed", [.mailbox(mailbox)])
    }

    static func tokenNotRenewed(_ mailbox: PlainName, cause: PublicWord) -> LogEvent {
        LogEvent(
            .warning, "mail-token-not-renewed", "the token of a mailbox could not be renewed, which is tried again",
            [.mailbox(mailbox), .word("cause", cause)])
    }

    static func tokenRefused(_ mailbox: PlainName, cause: PublicWord) -> LogEvent {
        LogEvent(
            .error, "mail-token-refused",
            "the provider refuses a mailbox's sign-in; see `ticketd mailboxes list`, then `ticketd mailboxes login`",
            [.mailbox(mailbox), .word("cause", cause)])
    }
}
