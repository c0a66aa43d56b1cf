import Foundation
import Glibc
import Logging

/// Where log lines go. Each line is one write, so that lines of different tasks never mix; a line that cannot be
/// written is dropped, because a full log must not stop the mail.
struct LogSink: Sendable {
    let format: LogFormat
    let level: Logger.Level
    private let now: @Sendable () -> Date
    private let write: @Sendable ([UInt8]) -> Void

    init(
        format: LogFormat, level: Logger.Level = .info, now: @escaping @Sendable () -> Date,
        write: @escaping @Sendable ([UInt8]) -> Void = LogSink.toStandardError
    ) {
        self.format = format
        self.level = level
        self.now = now
        self.write = write
    }

    func record(_ event: LogEvent) {
        guard event.level >= level else { return }
        write(Array(format.line(event, at: now()).utf8))
    }

    private static func toStandardError(_ line: [UInt8]) {
        while Glibc.write(STDERR_FILENO, line, line.count) < 0, errno == EINTR {}
    }
}
