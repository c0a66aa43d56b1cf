internal import Foundation

/// How times are kept: milliseconds since 1970 where order or a comparison needs them, whole minutes elsewhere,
/// because a time to the second tells more of a person than the desk has to know (gdpr.md B3).
enum Moment {
    static let millisecondsPerHour: Int64 = 3_600_000

    static func milliseconds(_ date: Date) -> Int64 {
        Int64(clamping: Int((date.timeIntervalSince1970 * 1000).rounded().clamped))
    }

    static func minute(_ date: Date) -> Int64 {
        let milliseconds = milliseconds(date)
        return milliseconds - milliseconds % 60_000
    }

    static func hour(_ date: Date) -> Int64 {
        milliseconds(date) / millisecondsPerHour
    }

    static func date(_ milliseconds: Int64) -> Date {
        Date(timeIntervalSince1970: TimeInterval(milliseconds) / 1000)
    }
}

extension Double {
    /// Within a range every clock of a helpdesk lies in, so that a wild date from a mail cannot trap.
    fileprivate var clamped: Double {
        isNaN ? 0 : Swift.min(Swift.max(self, 0), 253_402_300_799_000)
    }
}
