/// National public holidays as of January 2026, for the European Economic Area, Switzerland and the United Kingdom.
///
/// Days that always fall on a Saturday or Sunday are not listed; they move nothing.
extension HolidayCalendar {
    static let countries: [String: HolidayCalendar] = [
        "AT": catholic("1-1 1-6 5-1 8-15 10-26 11-1 12-8 12-25 12-26", easter: [1, 39, 50, 60]),
        "BE": catholic("1-1 5-1 7-21 8-15 11-1 11-11 12-25", easter: [1, 39, 50]),
        "BG": orthodox("1-1 3-3 5-1 5-6 5-24 9-6 9-22 12-24 12-25 12-26", easter: [-2, 1]),
        "CH": catholic("1-1 8-1 12-25", easter: [39]),
        "CY": orthodox("1-1 1-6 3-25 4-1 5-1 8-15 10-1 10-28 12-25 12-26", easter: [-48, -2, 1, 50]),
        "CZ": catholic("1-1 5-1 5-8 7-5 7-6 9-28 10-28 11-17 12-24 12-25 12-26", easter: [-2, 1]),
        "DE": catholic("1-1 5-1 10-3 12-25 12-26", easter: [-2, 1, 39, 50]),
        "DK": catholic("1-1 12-25 12-26", easter: [-3, -2, 1, 39, 50]),
        "EE": catholic("1-1 2-24 5-1 6-23 6-24 8-20 12-24 12-25 12-26", easter: [-2]),
        "ES": catholic("1-1 1-6 5-1 8-15 10-12 11-1 12-6 12-8 12-25", easter: [-2]),
        "FI": catholic("1-1 1-6 5-1 12-6 12-25 12-26", easter: [-2, 1, 39]),
        "FR": catholic("1-1 5-1 5-8 7-14 8-15 11-1 11-11 12-25", easter: [1, 39, 50]),
        "GB": mondays(
            catholic("1-1 12-25 12-26", easter: [-2, 1]), [(month: 5, ordinal: 1), (5, -1), (8, -1)]),
        "GR": orthodox("1-1 1-6 3-25 5-1 8-15 10-28 12-25 12-26", easter: [-48, -2, 1, 50]),
        "HR": catholic("1-1 1-6 5-1 5-30 6-22 8-5 8-15 11-1 11-18 12-25 12-26", easter: [1, 60]),
        "HU": catholic("1-1 3-15 5-1 8-20 10-23 11-1 12-25 12-26", easter: [-2, 1, 50]),
        "IE": mondays(
            catholic("1-1 3-17 12-25 12-26", easter: [1]), [(month: 5, ordinal: 1), (6, 1), (8, 1), (10, -1)]),
        "IS": mondays(
            catholic("1-1 5-1 6-17 12-25 12-26", easter: [-3, -2, 1, 39, 50]), [(month: 8, ordinal: 1)]),
        "IT": catholic("1-1 1-6 4-25 5-1 6-2 8-15 11-1 12-8 12-25 12-26", easter: [1]),
        "LI": catholic("1-1 1-6 5-1 8-15 9-8 11-1 12-8 12-25 12-26", easter: [1, 39, 50, 60]),
        "LT": catholic("1-1 2-16 3-11 5-1 6-24 7-6 8-15 11-1 11-2 12-24 12-25 12-26", easter: [1]),
        "LU": catholic("1-1 5-1 5-9 6-23 8-15 11-1 12-25 12-26", easter: [1, 39, 50]),
        "LV": catholic("1-1 5-1 5-4 6-23 6-24 11-18 12-24 12-25 12-26 12-31", easter: [-2, 1]),
        "MT": catholic("1-1 2-10 3-19 3-31 5-1 6-7 6-29 8-15 9-8 9-21 12-8 12-13 12-25", easter: [-2]),
        "NL": catholic("1-1 4-27 12-25 12-26", easter: [1, 39, 50]),
        "NO": catholic("1-1 5-1 5-17 12-25 12-26", easter: [-3, -2, 1, 39, 50]),
        "PL": catholic("1-1 1-6 5-1 5-3 8-15 11-1 11-11 12-24 12-25 12-26", easter: [1, 60]),
        "PT": catholic("1-1 4-25 5-1 6-10 8-15 10-5 11-1 12-1 12-8 12-25", easter: [-2, 60]),
        "RO": orthodox("1-1 1-2 1-6 1-7 1-24 5-1 6-1 8-15 11-30 12-1 12-25 12-26", easter: [-2, 1, 50]),
        "SE": catholic("1-1 1-6 5-1 6-6 12-25 12-26", easter: [-2, 1, 39]),
        "SI": catholic("1-1 1-2 2-8 4-27 5-1 5-2 6-25 8-15 10-31 11-1 12-25 12-26", easter: [1]),
        "SK": catholic("1-1 1-6 5-1 7-5 8-29 11-1 12-24 12-25 12-26", easter: [-2, 1]),
    ]

    private static func catholic(_ days: String, easter: [Int]) -> HolidayCalendar {
        HolidayCalendar(fixed(days) + easter.map { Rule.easter($0) })
    }

    private static func orthodox(_ days: String, easter: [Int]) -> HolidayCalendar {
        HolidayCalendar(fixed(days) + easter.map { Rule.easter($0) }, isOrthodox: true)
    }

    private static func mondays(
        _ calendar: HolidayCalendar, _ mondays: [(month: Int, ordinal: Int)]
    ) -> HolidayCalendar {
        HolidayCalendar(calendar.rules + mondays.map { Rule.monday(month: $0.month, ordinal: $0.ordinal) })
    }

    private static func fixed(_ days: String) -> [Rule] {
        days.split(separator: " ").compactMap { day in
            let parts = day.split(separator: "-").compactMap { Int($0) }
            return parts.count == 2 ? Rule.fixed(month: parts[0], day: parts[1]) : nil
        }
    }
}
