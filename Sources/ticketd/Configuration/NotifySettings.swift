import Desk

/// What staff are told about new mail, and how often: numbers and counts, never content.
struct NotifySettings: Sendable {
    let to: [String]
    let when: NoticeRhythm

    enum Keys {
        static let to = Setting(
            "notify.to", ValueKind.address.list("mail addresses"), .standard([]),
            """
            Who is told about new mail, over the first mailbox's server: a list of addresses of staff. Each mail has a
            link by which its reader can mute these notices at his address.
            """)
        static let when = Setting(
            "notify.when", .rhythm, .standard("15m"),
            """
            How often, when there is something new: "each" as it comes, once in a period such as "15m", or "daily" from
            eight o'clock of the machine on.
            """)
    }

    static let section = SettingSection(
        "notify", "Notices to staff. They carry numbers and counts, never content.",
        [.setting(Keys.to.entry), .setting(Keys.when.entry)])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        to = try reader.value(Keys.to)
        when = try reader.value(Keys.when)
    }
}

extension ValueKind where Value == NoticeRhythm {
    /// A minute at least, so that a burst of mail is one notice.
    static let rhythm = written(
        "rhythm", expected: "\"each\", \"daily\" or a duration from 1m to 7d, such as \"15m\"", echo: true
    ) { text in
        switch text {
        case "each": return .each
        case "daily": return .daily
        default:
            guard let period = DurationText.parse(text), (.seconds(60) ... .seconds(604_800)).contains(period) else {
                return nil
            }
            return .every(period)
        }
    }
}
