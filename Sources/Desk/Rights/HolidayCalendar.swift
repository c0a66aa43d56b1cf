/// The public holidays of a whole country, by which the end of a legal period moves to a working day (Regulation
/// 1182/71 Art. 3(4)).
///
/// Regional holidays are not in it, nor days that are holidays in some years only: a holiday left out makes a due date
/// earlier, never later.
package struct HolidayCalendar: Sendable {
    enum Rule: Sendable {
        case fixed(month: Int, day: Int)
        /// Days after Easter Sunday; negative before.
        case easter(Int)
        /// The n-th Monday of a month; -1 is the last.
        case monday(month: Int, ordinal: Int)
    }

    let rules: [Rule]
    /// Whether Easter is that of the eastern churches.
    let isOrthodox: Bool

    init(_ rules: [Rule], isOrthodox: Bool = false) {
        self.rules = rules
        self.isOrthodox = isOrthodox
    }

    /// The calendar of a country by its code of ISO 3166-1; nil for a country without a table.
    package init?(country: String) {
        guard let known = Self.countries[country.uppercased()] else { return nil }
        self = known
    }

    package func isHoliday(_ day: CalendarDay) -> Bool {
        rules.contains { rule in
            switch rule {
            case .fixed(let month, let date): day.month == month && day.day == date
            case .easter(let offset): day == easter(in: day.year).adding(days: offset)
            case .monday(let month, let ordinal):
                day.month == month && day.weekday == 0
                    && (ordinal > 0 ? (day.day - 1) / 7 + 1 == ordinal : day.adding(days: 7).month != month)
            }
        }
    }

    package func isWorkingDay(_ day: CalendarDay) -> Bool {
        day.weekday < 5 && !isHoliday(day)
    }

    func easter(in year: Int) -> CalendarDay {
        isOrthodox ? Self.orthodoxEaster(in: year) : Self.westernEaster(in: year)
    }

    /// The anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8).
    static func westernEaster(in year: Int) -> CalendarDay {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
        let late = (golden + 11 * moon + 22 * week) / 451
        let sum = moon + week - 7 * late + 114
        return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1) ?? CalendarDay(number: 0)
    }

    /// Meeus' Julian algorithm; the difference of the calendars is 13 days from 1900 to 2099.
    static func orthodoxEaster(in year: Int) -> CalendarDay {
        let moon = (19 * (year % 19) + 15) % 30
        let week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
        let sum = moon + week + 114
        let julian = CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1) ?? CalendarDay(number: 0)
        return julian.adding(days: 13)
    }
}
