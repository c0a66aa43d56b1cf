package import Foundation

/// How often staff hear of new mail. Pure.
package enum NoticeRhythm: Sendable, Equatable {
    /// As it comes.
    case each
    /// Once in a period, when there is something new.
    case every(Duration)
    /// Once a day, from eight o'clock on.
    case daily

    /// Whether it is time, on a clock that may have been set back.
    /// - Parameter zone: the machine's, for what eight o'clock means.
    package func isDue(last: Date?, now: Date, zone: TimeZone) -> Bool {
        guard let last else { return true }
        switch self {
        case .each: return true
        case .every(let period): return abs(now.timeIntervalSince(last)) >= period.seconds
        case .daily: return Self.day(of: now, in: zone) != Self.day(of: last, in: zone)
        }
    }

    /// Days that begin at eight o'clock.
    private static func day(of date: Date, in zone: TimeZone) -> Double {
        let local = date.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: date))
        return ((local - Limits.noticeHour.seconds) / 86_400).rounded(.down)
    }
}
