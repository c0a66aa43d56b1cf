internal import Desk
internal import Foundation

/// `desk-20261124T062000Z.db`: names that sort by time and tell a copy of ours from anything else in the directory.
enum BackupName {
    static func text(_ set: BackupSet, at date: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        let digits = [
            pad(parts.year, 4), pad(parts.month, 2), pad(parts.day, 2), "T", pad(parts.hour, 2), pad(parts.minute, 2),
            pad(parts.second, 2), "Z",
        ]
        return set.rawValue + "-" + digits.joined() + ".db"
    }

    /// When a copy was made; nil for a file that is not one of this set.
    static func date(of name: String, _ set: BackupSet) -> Date? {
        let bytes = Array(name.utf8)
        let start = set.rawValue.utf8.count + 1
        guard bytes.count == start + 19, name.hasPrefix(set.rawValue + "-"), name.hasSuffix("Z.db"),
            bytes[start + 8] == UInt8(ascii: "T")
        else { return nil }
        let digits = bytes[start..<start + 8] + bytes[start + 9..<start + 15]
        var numbers: [Int] = []
        for range in [0..<4, 4..<6, 6..<8, 8..<10, 10..<12, 12..<14] {
            let field = digits[(digits.startIndex + range.lowerBound)..<(digits.startIndex + range.upperBound)]
            guard let number = Int(String(decoding: field, as: UTF8.self)), number >= 0 else { return nil }
            numbers.append(number)
        }
        return calendar.date(
            from: DateComponents(
                year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
                second: numbers[5]))
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    private static func pad(_ number: Int?, _ width: Int) -> String {
        let digits = String(number ?? 0)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
