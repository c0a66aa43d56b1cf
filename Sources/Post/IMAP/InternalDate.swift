internal import Foundation

/// Reads `"17-Jul-1996 02:44:25 -0700"` (RFC 3501 §9 date-time). Nil for anything that is not a moment.
enum InternalDate {
    static func read(_ bytes: [UInt8]) -> Date? {
        guard bytes.count == 26, bytes[2] == 0x2D, bytes[6] == 0x2D, bytes[11] == 0x20, bytes[14] == 0x3A,
            bytes[17] == 0x3A, bytes[20] == 0x20
        else { return nil }
        let dayStart = bytes[0] == 0x20 ? 1 : 0
        guard let day = ASCII.number(bytes[dayStart..<2]), let month = month(bytes[3..<6]),
            let year = ASCII.number(bytes[7..<11]), let hour = ASCII.number(bytes[12..<14]),
            let minute = ASCII.number(bytes[15..<17]), let second = ASCII.number(bytes[18..<20]),
            let zone = ASCII.number(bytes[22..<26]), bytes[21] == 0x2B || bytes[21] == 0x2D,
            (1...31).contains(day), hour < 24, minute < 60, second <= 60, zone % 100 < 60, year >= 1
        else { return nil }
        let offset = Int(zone / 100) * 3_600 + Int(zone % 100) * 60
        let days = daysSince1970(year: Int(year), month: month, day: Int(day))
        let seconds = days * 86_400 + Int(hour) * 3_600 + Int(minute) * 60 + Int(second)
        return Date(timeIntervalSince1970: Double(bytes[21] == 0x2B ? seconds - offset : seconds + offset))
    }

    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func month(_ name: ArraySlice<UInt8>) -> Int? {
        months.firstIndex { ASCII.isEqual(name, ignoringCase: $0) }.map { $0 + 1 }
    }

    /// Proleptic Gregorian, counting years from March so that the leap day comes last.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}
