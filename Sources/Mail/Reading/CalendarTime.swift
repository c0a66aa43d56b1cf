/// A date or a date with time of an invitation (RFC 5545 §3.3.4, §3.3.5), and arithmetic on it within its own zone.
struct CalendarTime: Equatable {
    let year: Int
    let month: Int
    let day: Int
    /// Seconds since midnight; nil for a whole day.
    let seconds: Int?
    /// What stands for the zone: its name, `UTC`, or nothing for wherever the reader is.
    let zone: String?

    init(year: Int, month: Int, day: Int, seconds: Int?, zone: String?) {
        self.year = year
        self.month = month
        self.day = day
        self.seconds = seconds
        self.zone = zone
    }

    init?(_ value: String, zone name: String?) {
        let text = Array(value.utf8)
        guard text.count >= 8, let year = Self.number(text[0..<4]), let month = Self.number(text[4..<6]),
            let day = Self.number(text[6..<8]), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        var seconds: Int?
        var zone: String?
        if text.count >= 13, text[8] == UInt8(ascii: "T"), let hour = Self.number(text[9..<11]),
            let minute = Self.number(text[11..<13]), hour < 24, minute < 60
        {
            seconds = hour * 3_600 + minute * 60
            zone = text.last?.lowered == UInt8(ascii: "z") ? "UTC" : name
        }
        self.init(year: year, month: month, day: day, seconds: seconds, zone: zone)
    }

    /// The same place in the calendar some seconds later.
    func advanced(by duration: Int) -> CalendarTime {
        let total = dayNumber * 86_400 + (seconds ?? 0) + duration
        let number = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
        let (year, month, day) = Self.date(number)
        return CalendarTime(
            year: year, month: month, day: day, seconds: seconds == nil ? nil : total - number * 86_400, zone: zone)
    }

    var dateText: String {
        let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        return names[((dayNumber % 7) + 7) % 7] + " " + Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-"
            + Self.padded(day, 2)
    }

    var timeText: String? {
        seconds.map { Self.padded($0 / 3_600, 2) + ":" + Self.padded($0 / 60 % 60, 2) }
    }

    func isSameDay(as other: CalendarTime) -> Bool {
        year == other.year && month == other.month && day == other.day
    }

    /// `P1DT2H30M`, `P2W` (RFC 5545 §3.3.6) in seconds.
    static func duration(_ value: String) -> Int? {
        var total = 0
        var number: Int?
        for byte in value.utf8.prefix(32) {
            if byte.isDigit {
                number = min((number ?? 0) * 10 + Int(byte - 0x30), 100_000)
                continue
            }
            let unit =
                switch byte.lowered {
                case UInt8(ascii: "w"): 604_800
                case UInt8(ascii: "d"): 86_400
                case UInt8(ascii: "h"): 3_600
                case UInt8(ascii: "m"): 60
                case UInt8(ascii: "s"): 1
                default: 0
                }
            total += (number ?? 0) * unit
            number = nil
        }
        return total > 0 ? total : nil
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar; years begin in March, so that a leap day is the last.
    private var dayNumber: Int {
        let marchYear = month > 2 ? year : year - 1
        let monthsSinceMarch = (month + 9) % 12
        let dayOfYear = (monthsSinceMarch * 153 + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    }

    private static func date(_ number: Int) -> (Int, Int, Int) {
        let shifted = max(number + 719_468, 0)
        let century = (4 * shifted + 3) / 146_097
        let dayOfCentury = shifted - century * 146_097 / 4
        let yearOfCentury = (4 * dayOfCentury + 3) / 1_461
        let dayOfYear = dayOfCentury - yearOfCentury * 1_461 / 4
        let month = (dayOfYear * 5 + 2) / 153
        let day = dayOfYear - (month * 153 + 2) / 5 + 1
        let year = century * 100 + yearOfCentury + (month >= 10 ? 1 : 0)
        return (year, month < 10 ? month + 3 : month - 9, day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy(\.isDigit) ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
