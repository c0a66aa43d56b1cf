/// One metric family: its name, what it counts, and the labels its series have. All that ticketd exposes is listed
/// here.
struct Metric: Sendable, Hashable {
    enum Kind: String, Sendable {
        case counter, gauge
    }

    let name: PublicWord
    let kind: Kind
    let help: PublicWord
    let labels: [PublicWord]

    init(_ kind: Kind, _ name: StaticString, _ help: StaticString, labels: [StaticString] = []) {
        self.name = PublicWord(name)
        self.kind = kind
        self.help = PublicWord(help)
        self.labels = labels.map { PublicWord($0) }
    }

    static let imapLastSuccess = Metric(
        .gauge, "ticketd_imap_last_success_timestamp", "When a mailbox was last read, in seconds since 1970.",
        labels: ["mailbox"])
    static let imapMessages = Metric(
        .counter, "ticketd_imap_messages_total", "Messages taken from a mailbox, by what became of them.",
        labels: ["mailbox", "result"])
    static let outboxMessages = Metric(
        .gauge, "ticketd_outbox_messages", "Mail in the outbox, by state.", labels: ["state"])
    static let outboxOldest = Metric(
        .gauge, "ticketd_outbox_oldest_seconds", "Age of the oldest mail that is not in a final state, in seconds.")
    static let smtpAttempts = Metric(
        .counter, "ticketd_smtp_attempts_total", "Tries to hand over a mail, by the server's reply code.",
        labels: ["code"])
    static let unsubscribes = Metric(
        .counter, "ticketd_unsubscribes_total", "Unsubscribes, by the way they came.", labels: ["how"])
    static let autoRepliesSuppressed = Metric(
        .counter, "ticketd_auto_replies_suppressed_total", "Automatic mail that was not sent, by reason.",
        labels: ["reason"])
    static let loopsBroken = Metric(.counter, "ticketd_loops_broken_total", "Mail loops stopped.")
    static let quarantined = Metric(
        .counter, "ticketd_quarantined_total", "Messages that could not be read and were set aside.")
    static let quarantineWaiting = Metric(
        .gauge, "ticketd_quarantine_messages", "Messages set aside that wait for a human.")
    static let quarantineUnseen = Metric(
        .gauge, "ticketd_quarantine_unseen_messages", "Messages set aside that nobody has looked at.")
    static let storeFree = Metric(
        .gauge, "ticketd_store_free_bytes", "Free space where the database is, in bytes.")
    static let storeIntegrity = Metric(
        .gauge, "ticketd_store_integrity_ok", "1 when the last check of the database found nothing wrong.")
    static let reloadSuccess = Metric(
        .gauge, "ticketd_config_reload_success", "1 when the last configuration was taken, 0 when the old one stayed.")
    static let certificateEnd = Metric(
        .gauge, "ticketd_cert_not_after", "When a mail server's certificate ends, in seconds since 1970.",
        labels: ["mailbox"])
    static let tokenEnd = Metric(
        .gauge, "ticketd_oauth_token_expiry", "When a mailbox's OAuth token ends, in seconds since 1970.",
        labels: ["mailbox"])
    static let alarms = Metric(
        .gauge, "ticketd_alarms", "Alarms that stand, by kind.", labels: ["kind"])
    static let alarmsUnmailed = Metric(
        .gauge, "ticketd_alarms_unmailed", "Alarms that stand and could not be mailed to anybody.")
    static let searchBytes = Metric(
        .gauge, "ticketd_search_bytes", "What the words that are searched take of the memory, in bytes.")
    static let searchComplete = Metric(
        .gauge, "ticketd_search_complete", "1 when a search sees every ticket.")
    static let seriesDropped = Metric(
        .counter, "ticketd_metric_updates_dropped_total", "Updates not shown because there are too many series.")

    /// In the order they are shown.
    static let all = [
        imapLastSuccess, imapMessages, outboxMessages, outboxOldest, smtpAttempts, unsubscribes,
        autoRepliesSuppressed, loopsBroken, quarantined, quarantineWaiting, quarantineUnseen, storeFree,
        storeIntegrity, reloadSuccess, certificateEnd, tokenEnd, alarms, alarmsUnmailed, searchBytes,
        searchComplete, seriesDropped,
    ]
}
