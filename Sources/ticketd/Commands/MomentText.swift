import Desk
import Foundation

/// A time to come as people write it: `3d`, `2026-12-01`, `2026-12-01T14:30`, or with a zone, `2026-12-01T14:30:00Z`.
///
/// A day alone means its morning. What has no zone is meant in the zone of the machine the command runs on.
enum MomentText {
    /// Eight in the morning: what was put off to a day is there when the day begins.
    static let morning = 8

    static func parse(_ text: String, now: Date, zone: TimeZone = .current) -> Date? {
        if let duration = DurationText.parse(text) { return now.addingTimeInterval(duration.seconds) }
        let style = Date.ISO8601FormatStyle(timeZone: zone)
        if let date = parse(text, style.year().month().day()) {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = zone
            return calendar.date(bySettingHour: morning, minute: 0, second: 0, of: date)
        }
        return parse(text, Date.ISO8601FormatStyle())
            ?? parse(text + ":00", style.year().month().day().time(includingFractionalSeconds: false))
            ?? parse(text, style.year().month().day().time(includingFractionalSeconds: false))
    }

    /// The style is lenient about what follows; only a text it would write itself counts.
    private static func parse(_ text: String, _ style: Date.ISO8601FormatStyle) -> Date? {
        do {
            let date = try style.parse(text)
            return style.format(date) == text ? date : nil
        } catch {
            return nil
        }
    }
}
