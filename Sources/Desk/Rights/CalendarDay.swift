package import Foundation

/// A day of the Gregorian calendar without a time and without a place: what legal periods are counted in.
///
/// Days are counted from 1970-01-01, so that a day is one number in the database and adding is arithmetic.
package struct CalendarDay: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01; negative before.
    package let number: Int

    package init(number: Int) {
        self.number = min(max(number, -Limits.calendarDays), Limits.calendarDays)
    }

    /// nil for a day the month does not have.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.length(ofMonth: month, in: year)).contains(day)
        else { return nil }
        self.init(number: Self.number(year: year, month: month, day: day))
    }

    /// Reads `2026-03-05` (ISO 8601) and nothing else.
    package init?(text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day it is at this instant in a time zone.
    package init(_ instant: Date, in zone: TimeZone) {
        let seconds = instant.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: instant))
        let days = (seconds / 86_400).rounded(.down)
        self.init(number: Int(exactly: min(max(days, -1e6), 1e7)) ?? 0)
    }

    /// The first instant after the day in a time zone: a period that ends with the day ends here.
    package func end(in zone: TimeZone) -> Date {
        let midnight = Date(timeIntervalSince1970: Double(number + 1) * 86_400)
        let offset = zone.secondsFromGMT(for: midnight.addingTimeInterval(Double(-zone.secondsFromGMT(for: midnight))))
        return midnight.addingTimeInterval(Double(-offset))
    }

    package var text: String {
        let (year, month, day) = components
        return [(year, 4), (month, 2), (day, 2)]
            .map { value, width in String(repeating: "0", count: max(0, width - "\(value)".count)) + "\(value)" }
            .joined(separator: "-")
    }

    package var year: Int { components.year }
    package var month: Int { components.month }
    package var day: Int { components.day }

    /// 0 is Monday, 6 is Sunday.
    package var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    package func adding(days: Int) -> CalendarDay {
        CalendarDay(number: number + min(max(days, -Limits.calendarDays), Limits.calendarDays))
    }

    /// The same date that many months later; the last day of the month where that date does not exist
    /// (Regulation 1182/71 Art. 3(2)(c)).
    package func adding(months: Int) -> CalendarDay {
        let (year, month, day) = components
        let index = year * 12 + month - 1 + min(max(months, -1200), 1200)
        let (targetYear, targetMonth) = (index / 12, index % 12 + 1)
        return CalendarDay(
            number: Self.number(
                year: targetYear, month: targetMonth,
                day: min(day, Self.length(ofMonth: targetMonth, in: targetYear))))
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    /// Years begin in March here, so that the leap day is the last of its year; 400 of them have 146,097 days.
    private static func number(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var components: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9, day)
    }
}
