import Desk
import Foundation
import Logging

/// The one place where libraries' loggers come from. They speak at warning and above, and say no values.
enum LibraryLog {
    static let logger = Logger(label: "ticketd") { _ in
        LibraryLogHandler(
            LogSink(
                format: .standard(environment: ProcessInfo.processInfo.environment), now: { Clock.now() }))
    }

    /// The time of a log line; the desk's own clock is `World`.
    enum Clock {
        static let world = World.live()
        static func now() -> Date { world.now() }
    }
}
