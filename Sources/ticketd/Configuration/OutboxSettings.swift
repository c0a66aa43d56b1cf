/// How mail is sent and tried again.
struct OutboxSettings: Sendable {
    let undo: Duration
    let retry: [Duration]
    let giveUp: Duration

    enum Keys {
        static let undo = Setting(
            "outbox.undo", .duration(.zero ... .seconds(3_600)), .standard("15s"),
            "How long an agent can take a reply back; \"0s\" sends at once.")
        static let retry = Setting(
            "outbox.retry",
            ValueKind.duration(.seconds(1) ... .seconds(86_400)).list("durations", nonEmpty: true),
            .standard(["30m", "1h", "2h", "4h"]),
            "The waits between tries when a server refuses for now; the last one repeats.")
        static let giveUp = Setting(
            "outbox.give_up", .duration(.seconds(1) ... .seconds(30 * 86_400)), .standard("5d"),
            "After how long a mail counts as failed; its ticket is then reopened with a note.")
    }

    static let section = SettingSection(
        "outbox", "How mail is sent and tried again.",
        [.setting(Keys.undo.entry), .setting(Keys.retry.entry), .setting(Keys.giveUp.entry)])

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        undo = try reader.value(Keys.undo)
        retry = try reader.value(Keys.retry)
        giveUp = try reader.value(Keys.giveUp)
    }
}
