import Desk
import Logging

/// What the daemon says about itself.
extension LogEvent {
    static func started(version: StaticString, mailboxes: Int) -> LogEvent {
        LogEvent(
            .notice, "started", "ticketd is serving",
            [.word("version", PublicWord(version)), .count("mailboxes", mailboxes)])
    }

    static var stopping: LogEvent { LogEvent(.notice, "stopping", "ticketd is stopping") }

    static func sendingRefused(settingsOpen: Int) -> LogEvent {
        LogEvent(
            .warning, "sending-refused", "nothing is sent; `ticketd check` says why and what to do",
            [.count("open_questions", settingsOpen)])
    }

    static func reloaded(changes: Int) -> LogEvent {
        LogEvent(.notice, "reloaded", "the configuration was reloaded", [.count("changes", changes)])
    }

    static func reloadRefused(problems: Int) -> LogEvent {
        LogEvent(
            .error, "reload-refused",
            "the new configuration is wrong and the old one stays; `ticketd config check` lists the problems",
            [.count("problems", problems)])
    }

    static func reloadNeedsRestart(settings: Int) -> LogEvent {
        LogEvent(
            .warning, "reload-needs-restart",
            "the new configuration needs a restart and the old one stays; run `systemctl restart ticketd`",
            [.count("settings", settings)])
    }

    static func searchFilled(_ figures: SearchFigures, took: Duration) -> LogEvent {
        LogEvent(
            .notice, "search-filled",
            figures.isComplete
                ? "all tickets can be searched"
                : "the newest tickets can be searched; search.memory_limit holds no more",
            [
                .count("tickets", figures.tickets), .count("messages", figures.messages),
                .count("bytes", figures.bytes), .duration("took", took),
            ])
    }

    static func searchFailed(reason: PublicWord) -> LogEvent {
        LogEvent(
            .error, "search-failed", "what is searched is not up to date; it is tried again", [.word("reason", reason)])
    }

    static func alarm(_ kind: PublicWord, mailbox: PlainName?, occasion: PublicWord, telling: PublicWord) -> LogEvent {
        LogEvent(
            .error, "alarm", "something needs a human; `ticketd status` says what to do",
            [.word("alarm", kind)] + (mailbox.map { [.mailbox($0)] } ?? [])
                + [.word("occasion", occasion), .word("told", telling)])
    }

    static func newsTold(messages: Int, isTaken: Bool) -> LogEvent {
        isTaken
            ? LogEvent(.info, "news-told", "staff were told of new mail", [.count("messages", messages)])
            : LogEvent(
                .warning, "news-untold", "no server took the notice of new mail, and it is tried again",
                [.count("messages", messages)])
    }

    static func alarmOver(_ kind: PublicWord, mailbox: PlainName?, telling: PublicWord) -> LogEvent {
        LogEvent(
            .notice, "alarm-over", "an alarm is over",
            [.word("alarm", kind)] + (mailbox.map { [.mailbox($0)] } ?? []) + [.word("told", telling)])
    }

    static func alarmUndeliverable(_ kind: PublicWord) -> LogEvent {
        LogEvent(
            .critical, "alarm-undeliverable", "nobody could be told of an alarm; check [alerts]",
            [.word("alarm", kind)])
    }

    static func alarmsNotKept(reason: PublicWord) -> LogEvent {
        LogEvent(
            .warning, "alarms-not-kept", "the alarms are in memory only; a restart would tell them again",
            [.word("reason", reason)])
    }

    static func alarmCommandFailed(_ kind: PublicWord, status: Int) -> LogEvent {
        LogEvent(
            .error, "alarm-command-failed", "the command of [alerts] did not end well",
            [.word("alarm", kind), .count("status", status)])
    }

    static func storeReadOnly(reason: PublicWord) -> LogEvent {
        LogEvent(
            .critical, "store-read-only", "writing stopped and reading goes on; free space or repair the disk",
            [.word("reason", reason)])
    }

    static var storeWritable: LogEvent { LogEvent(.notice, "store-writable", "writing works again") }

    static func loopStalled(_ loop: PublicWord, since: Duration) -> LogEvent {
        LogEvent(
            .error, "loop-stalled", "a loop has not moved and the watchdog is not fed",
            [.word("loop", loop), .duration("since", since)])
    }

    static func backupMade(_ kind: PublicWord, bytes: Int, took: Duration) -> LogEvent {
        LogEvent(
            .info, "backup-made", "a backup was made",
            [.word("backup", kind), .count("bytes", bytes), .duration("took", took)])
    }

    static func backupFailed(_ kind: PublicWord, reason: PublicWord) -> LogEvent {
        LogEvent(
            .error, "backup-failed", "a backup could not be made; `ticketd check` names the folder",
            [.word("backup", kind), .word("reason", reason)])
    }
}
