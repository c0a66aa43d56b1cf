/// How long a mailbox's tickets are kept. Without an answer for closed tickets nothing is deleted.
struct RetentionSettings: Sendable, Equatable {
    let closedTickets: Duration?
    let attachments: Duration
    let originals: Duration

    enum Keys {
        private static let range: ClosedRange<Duration> = .zero...ConfigurationLimits.longestDuration

        static let closedTickets = Setting(
            "mailbox.retention.closed_tickets", .duration(range), .optional(example: "365d"),
            "After how long a closed ticket is deleted. No default: until answered, nothing is deleted.")
        static let attachments = Setting(
            "mailbox.retention.attachments", .duration(range), .standard("90d"),
            "After how long the attachments of a closed ticket are deleted.")
        static let originals = Setting(
            "mailbox.retention.originals", .duration(range), .standard("30d"),
            "How long the original body is kept so that a misread mail can be read again; \"0d\" keeps none.")
    }

    static let group = SettingGroup(
        "mailbox.retention", "How long things are kept. `ticketd retention run --dry-run` shows what would go.",
        [Keys.closedTickets.entry, Keys.attachments.entry, Keys.originals.entry])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        closedTickets = try reader.optional(Keys.closedTickets)
        attachments = try reader.value(Keys.attachments)
        originals = try reader.value(Keys.originals)
    }
}
