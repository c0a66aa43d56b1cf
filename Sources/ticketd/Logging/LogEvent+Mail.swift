import Logging

/// What the daemon says about mailboxes and the outbox.
extension LogEvent {
    static func mailboxConnected(_ mailbox: PlainName, pushes: Bool) -> LogEvent {
        LogEvent(
            .info, "mailbox-connected", "connected to a mailbox",
            [.mailbox(mailbox), .word("push", PublicWord(pushes ? "yes" : "no"))])
    }

    static func mailboxLost(_ mailbox: PlainName, cause: PublicWord, retryIn: Duration) -> LogEvent {
        LogEvent(
            .warning, "mailbox-lost", "the connection to a mailbox failed and is tried again",
            [.mailbox(mailbox), .word("cause", cause), .duration("retry_in", retryIn)])
    }

    static func loginRefused(_ mailbox: PlainName) -> LogEvent {
        LogEvent(
            .error, "login-refused", "a mail server refused the login; `ticketd check` says what to do",
            [.mailbox(mailbox)])
    }

    static func mailImported(_ mailbox: PlainName, messages: Int, ignored: Int, took: Duration) -> LogEvent {
        LogEvent(
            .info, "mail-imported", "imported mail",
            [
                .mailbox(mailbox), .count("messages", messages), .count("ignored", ignored),
                .duration("took", took),
            ])
    }

    static func mailQuarantined(_ mailbox: PlainName, entry: [UInt8], reason: PublicWord) -> LogEvent {
        LogEvent(
            .error, "mail-quarantined", "a mail could not be read and waits; see `ticketd quarantine list`",
            [.mailbox(mailbox), .id("entry", entry), .word("reason", reason)])
    }

    static func uidValidityChanged(_ mailbox: PlainName) -> LogEvent {
        LogEvent(
            .warning, "uidvalidity-changed", "the server renumbered a mailbox, which is read again without duplicates",
            [.mailbox(mailbox)])
    }

    static func mailSent(_ mailbox: PlainName, entry: [UInt8], attempts: Int) -> LogEvent {
        LogEvent(
            .info, "mail-sent", "a mail was sent",
            [.mailbox(mailbox), .id("entry", entry), .count("attempts", attempts)])
    }

    static func mailDeferred(_ mailbox: PlainName, entry: [UInt8], reply: Int?, retryIn: Duration) -> LogEvent {
        LogEvent(
            .info, "mail-deferred", "a server refused a mail for now",
            [
                .mailbox(mailbox), .id("entry", entry), .count("reply", reply ?? 0), .duration("retry_in", retryIn),
            ])
    }

    static func mailFailed(_ mailbox: PlainName, entry: [UInt8], reply: Int?) -> LogEvent {
        LogEvent(
            .warning, "mail-failed", "a mail failed for good and its ticket was reopened",
            [.mailbox(mailbox), .id("entry", entry), .count("reply", reply ?? 0)])
    }

    static func mailSuppressed(_ mailbox: PlainName, entry: [UInt8], reason: PublicWord) -> LogEvent {
        LogEvent(
            .info, "mail-suppressed", "a mail was withheld",
            [.mailbox(mailbox), .id("entry", entry), .word("reason", reason)])
    }

    static func mailUnknown(_ mailbox: PlainName, entry: [UInt8]) -> LogEvent {
        LogEvent(
            .warning, "mail-unknown",
            "the connection broke before the answer and the mail is sent once more, unchanged",
            [.mailbox(mailbox), .id("entry", entry)])
    }

    static func loopBroken(_ mailbox: PlainName) -> LogEvent {
        LogEvent(.warning, "loop-broken", "an automatic answer was withheld to break a mail loop", [.mailbox(mailbox)])
    }
}
