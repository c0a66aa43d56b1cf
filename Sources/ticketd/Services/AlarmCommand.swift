import Desk
import Foundation
import Glibc

/// The operator's program for an alarm that cannot be mailed. It is started without a shell, sees the word and the
/// counts and nothing of ours, and is ended when it takes too long.
struct AlarmCommand: Sendable {
    /// Long enough for a slow gateway of text messages; the next look for alarms waits for it.
    static let patience = Duration.seconds(30)

    let path: String
    let world: World
    let log: Log
    var patience = AlarmCommand.patience

    /// Whether it ended with status 0, which says that somebody was told.
    func run(_ notice: AlarmNotice) async -> Bool {
        let process = Process()
        let ending = StopSignal()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = [notice.alarm.key.kind.rawValue]
        process.environment = Self.environment(of: notice)
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.terminationHandler = { _ in ending.raise() }
        let kind = PublicWord(notice.alarm.key.kind)
        do {
            try process.run()
        } catch {
            log(.alarmCommandFailed(kind, status: Int(ExitStatus.unavailable.rawValue)))
            return false
        }
        await end(process.processIdentifier, by: ending)
        guard !process.isRunning, process.terminationReason == .exit, process.terminationStatus == 0 else {
            log(.alarmCommandFailed(kind, status: process.isRunning ? 0 : Int(process.terminationStatus)))
            return false
        }
        return true
    }

    /// Words and counts of ours, and nothing of the daemon's own environment, in which secrets may stand.
    static func environment(of notice: AlarmNotice) -> [String: String] {
        let alarm = notice.alarm
        return [
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "TICKETD_ALARM": alarm.key.kind.rawValue,
            "TICKETD_ALARM_OCCASION": notice.occasion.rawValue,
            "TICKETD_ALARM_MAILBOX": alarm.key.mailbox?.value ?? "",
            "TICKETD_ALARM_COUNT": String(alarm.count),
            "TICKETD_ALARM_SINCE": String(Int(alarm.since.timeIntervalSince1970)),
            "TICKETD_ALARM_TEXT": alarm.what,
        ]
    }

    private func end(_ process: pid_t, by ending: StopSignal) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await ending.wait() }
            group.addTask {
                do {
                    try await world.sleep(patience)
                } catch {
                    // Cancelled: the command has ended, or the daemon stops and takes it along.
                    return stop(process, unless: ending)
                }
                stop(process, unless: ending)
            }
            await group.next()
            group.cancelAll()
        }
        await ending.wait()
    }

    private func stop(_ process: pid_t, unless ending: StopSignal) {
        if !ending.isRaised { kill(process, SIGKILL) }
    }
}
