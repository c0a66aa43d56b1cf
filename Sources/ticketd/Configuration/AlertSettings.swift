/// Who hears that something is broken, and by which path.
struct AlertSettings: Sendable {
    let email: [String]
    let smtp: MailServer?
    let username: String?
    let password: SecretReference?
    let command: String?
    let repeatAfter: Duration

    enum Keys {
        static let email = Setting(
            "alerts.email", ValueKind.address.list("mail addresses"), .standard([]),
            "Who is mailed when something needs a human: a list of addresses.")
        static let smtp = Setting(
            "alerts.smtp", ValueKind.server([.smtps, .smtp]).orEmpty, .standard(""),
            """
            A mail server for alarms, better not the one that may be broken: "smtps://host" or "smtp://host" (STARTTLS).
            "" takes the first mailbox's. An alarm that cannot be mailed turns /readyz red and runs the command.
            """)
        static let username = Setting(
            "alerts.username", .text, .optional(example: "alerts@example.net"), "The user name at that server.")
        static let password = Setting(
            "alerts.password", .secret, .optional(example: "credential:alerts"),
            "Its password, as \"credential:NAME\", \"file:/path\" or \"env:NAME\".")
        static let command = Setting(
            "alerts.command", ValueKind.path.orEmpty, .standard(""),
            "A program run for an alarm that cannot be mailed, with the alarm's code as its argument; \"\" for none.")
        static let repeatAfter = Setting(
            "alerts.repeat", .duration(.seconds(60) ... .seconds(30 * 86_400)), .standard("24h"),
            "After how long an alarm that still stands is sent again.")
    }

    static let section = SettingSection(
        "alerts", "Alarms: who hears that something is broken, and by which path.",
        [
            .setting(Keys.email.entry), .setting(Keys.smtp.entry), .setting(Keys.username.entry),
            .setting(Keys.password.entry), .setting(Keys.command.entry), .setting(Keys.repeatAfter.entry),
        ])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        email = try reader.value(Keys.email)
        smtp = try reader.value(Keys.smtp)
        username = try reader.optional(Keys.username)
        password = try reader.optional(Keys.password)
        command = try reader.value(Keys.command)
        repeatAfter = try reader.value(Keys.repeatAfter)
    }
}
