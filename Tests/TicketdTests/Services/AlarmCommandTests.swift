import Desk
import Foundation
import Testing

@testable import ticketd

/// The operator's command: what counts as told, and that it cannot hold up the watch.
struct AlarmCommandTests {
    @Test(arguments: [("exit 0", true), ("exit 1", false), ("kill -9 $$", false), ("exec sleep 600", false)])
    func `only a command that ends well in time has told somebody`(script: String, isTold: Bool) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("command-\(UUID().uuidString)")
        try "#!/bin/sh\n\(script)\n".write(to: file, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
        defer { do { try FileManager.default.removeItem(at: file) } catch {} }
        // Long for a shell to end by itself, short for one that sleeps.
        let patience = script.contains("sleep") ? Duration.milliseconds(100) : .seconds(60)
        let command = AlarmCommand(path: file.path, world: .live(), log: Self.silent, patience: patience)
        #expect(await command.run(Self.notice) == isTold)
    }

    @Test func `a command that is not there has told nobody`() async {
        #expect(await AlarmCommand(path: "/nowhere/page", world: .live(), log: Self.silent).run(Self.notice) == false)
    }

    @Test func `the environment holds words and counts, and no more`() {
        let environment = AlarmCommand.environment(of: Self.notice)
        #expect(
            Set(environment.keys) == [
                "PATH", "TICKETD_ALARM", "TICKETD_ALARM_OCCASION", "TICKETD_ALARM_MAILBOX", "TICKETD_ALARM_COUNT",
                "TICKETD_ALARM_SINCE", "TICKETD_ALARM_TEXT",
            ])
        #expect(environment["TICKETD_ALARM"] == "clock-jump" && environment["TICKETD_ALARM_COUNT"] == "7200")
        #expect(environment["TICKETD_ALARM_SINCE"] == "1790000000" && environment["TICKETD_ALARM_MAILBOX"] == "")
    }

    private static let notice = AlarmNotice(
        Alarm(key: AlarmKey(.clockJump), since: Date(timeIntervalSince1970: 1_790_000_000), count: 7200), .repeated)

    private static let silent = ticketd.Log(LogSink(format: .journal, now: { notice.alarm.since }, write: { _ in }))
}
