import Foundation
import Glibc
import Logging

/// How a log line looks: for a person at a terminal, for the journal of systemd, or for a program.
enum LogFormat: String, Sendable, CaseIterable {
    case terminal, journal, json

    /// The format for a stderr that was not told one. `JOURNAL_STREAM` names the device and inode of the journal's
    /// stream (systemd.exec(5)); it is inherited, so it counts only when stderr still is that stream.
    static func standard(environment: [String: String], descriptor: Int32 = STDERR_FILENO) -> LogFormat {
        guard let stream = environment["JOURNAL_STREAM"] else { return .terminal }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .terminal }
        return stream == "\(status.st_dev):\(status.st_ino)" ? .journal : .terminal
    }

    /// One line with its line end.
    func line(_ event: LogEvent, at instant: Date) -> String {
        switch self {
        case .terminal:
            let level = event.level.rawValue
            let padding = String(repeating: " ", count: max(0, 8 - level.utf8.count))
            return "\(Self.time(instant)) \(level)\(padding) \(Self.words(event))\n"
        case .journal:
            // sd-daemon(3): the prefix is the syslog priority; the journal adds time and unit itself.
            return "<\(Self.priority(event.level))>\(Self.words(event))\n"
        case .json:
            return Self.json(event, at: instant) + "\n"
        }
    }

    private static func words(_ event: LogEvent) -> String {
        ([event.text.text] + event.fields.map { "\($0.key.text)=\($0.text)" }).joined(separator: " ")
    }

    private static func time(_ instant: Date) -> String { instant.formatted(.iso8601) }

    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    /// Keys in a fixed order. A duration is given in milliseconds, so that a program need not read units.
    private static func json(_ event: LogEvent, at instant: Date) -> String {
        var members: [(String, JSONText.Value)] = [
            ("time", .string(time(instant))), ("level", .string(event.level.rawValue)),
            ("event", .string(event.code.text)), ("text", .string(event.text.text)),
        ]
        for field in event.fields {
            switch field.value {
            case .count(let number): members.append((field.key.text, .number(number)))
            case .duration(let duration):
                members.append((field.key.text + "_ms", .number(milliseconds(duration))))
            case .word, .id: members.append((field.key.text, .string(field.text)))
            }
        }
        return JSONText.object(members)
    }

    /// A duration too long for a number is shown as the longest there is.
    private static func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        let longest = seconds < 0 ? Int64.min : Int64.max
        return Int(clamping: overflow ? longest : whole &+ attoseconds / 1_000_000_000_000_000)
    }
}
