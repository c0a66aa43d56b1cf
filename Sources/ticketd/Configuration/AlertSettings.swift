/// Who hears that something is broken, and by which path.
struct AlertSettings: Sendable {
    let email: [String]
    let smtp: MailServer?
    let username: String?
    let password: SecretReference?
    let from: String?
    let caFile: String?
    let command: String?
    let repeatAfter: Duration
    let noFetch: Duration
    let queueAge: Duration

    enum Keys {
        static let email = Setting(
            "alerts.email", ValueKind.address.list("mail addresses"), .standard([]),
            """
            Who is mailed when something needs a human: a list of addresses. README lists the alarms. Each mail has a
            link by which its reader can mute warnings; alarms about delivery, the clock and the store cannot be muted,
            and the last recipient always hears.
            """)
        static let smtp = Setting(
            "alerts.smtp", ValueKind.server([.smtps, .smtp]).orEmpty, .standard(""),
            """
            A mail server for alarms, better not the one that may be broken: "smtps://host" or "smtp://host" (STARTTLS).
            "" takes the first mailbox's, with its login. An alarm that cannot be mailed turns /readyz red and runs
            the command.
            """)
        static let username = Setting(
            "alerts.username", .text, .optional(example: "alerts@example.net"),
            "The user name at that server; without one there is no login.")
        static let password = Setting(
            "alerts.password", .secret, .optional(example: "credential:alerts"),
            "Its password, as \"credential:NAME\", \"file:/path\" or \"env:NAME\".")
        static let from = Setting(
            "alerts.from", .address, .optional(example: "alerts@example.net"),
            "The sender of alarms. Without one it is the user name, if that is an address, else the first mailbox.")
        static let caFile = Setting(
            "alerts.ca_file", .path, .optional(example: "/etc/ticketd/ca.pem"),
            "The authorities that sign that server's certificate, where they are not the system's: a PEM file.")
        static let command = Setting(
            "alerts.command", ValueKind.path.orEmpty, .standard(""),
            """
            A program run for an alarm that cannot be mailed, without a shell and for at most 30 seconds; "" for none.
            The alarm's word is its argument, words and counts are its environment (README lists them). A status other
            than 0 means that nobody was told: it is run again after 5 minutes.
            """)
        static let repeatAfter = Setting(
            "alerts.repeat", .duration(.seconds(60) ... .seconds(30 * 86_400)), .standard("24h"),
            "After how long an alarm that still stands is sent again.")
        static let noFetch = Setting(
            "alerts.no_fetch", .duration(.seconds(1800) ... .seconds(7 * 86_400)), .standard("1h"),
            """
            How long a mailbox may go without having been read to its end before that is an alarm; never less than two
            of its polls. A mailbox with IDLE is read at least every 25 minutes.
            """)
        static let queueAge = Setting(
            "alerts.queue_age", .duration(.seconds(60) ... .seconds(30 * 86_400)), .standard("4h"),
            "How long a mail may wait in the outbox before that is an alarm.")
    }

    static let section = SettingSection(
        "alerts", "Alarms: who hears that something is broken, and by which path.",
        [
            .setting(Keys.email.entry), .setting(Keys.smtp.entry), .setting(Keys.username.entry),
            .setting(Keys.password.entry), .setting(Keys.from.entry), .setting(Keys.caFile.entry),
            .setting(Keys.command.entry), .setting(Keys.repeatAfter.entry), .setting(Keys.noFetch.entry),
            .setting(Keys.queueAge.entry),
        ])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        email = try reader.value(Keys.email)
        smtp = try reader.value(Keys.smtp)
        username = try reader.optional(Keys.username)
        password = try reader.optional(Keys.password)
        from = try reader.optional(Keys.from)
        caFile = try reader.optional(Keys.caFile)
        command = try reader.value(Keys.command)
        repeatAfter = try reader.value(Keys.repeatAfter)
        noFetch = try reader.value(Keys.noFetch)
        queueAge = try reader.value(Keys.queueAge)
    }
}
