internal import Desk
internal import Foundation

/// How long rows of a kind are kept, and from what time on they are still kept at a given moment.
enum RetentionPeriod: Sendable, Equatable {
    case hours(Int64)
    case days(Int64)
    /// Whole calendar years after the year it happened in, as limitation of claims and fines is counted (gdpr.md A8.5).
    case yearsAfterTheYear(Int)

    /// In milliseconds since 1970. What happened before it has been kept long enough.
    func start(now: Date) -> Int64 {
        let milliseconds = Moment.milliseconds(now)
        switch self {
        case .hours(let hours): return milliseconds - hours * Moment.millisecondsPerHour
        case .days(let days): return milliseconds - days * 24 * Moment.millisecondsPerHour
        case .yearsAfterTheYear(let years):
            let year = CalendarDay(now, in: .gmt).year - years
            guard let first = CalendarDay(year: max(1970, year), month: 1, day: 1) else { return 0 }
            return Int64(first.number) * 24 * Moment.millisecondsPerHour
        }
    }

    /// As the record of processing says it.
    var text: String {
        switch self {
        case .hours(let hours): "\(hours) hours"
        case .days(let days): "\(days) days"
        case .yearsAfterTheYear(let years): "\(years) years after the end of the year"
        }
    }
}
