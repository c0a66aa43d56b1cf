import Foundation

/// A moment for programs: RFC 3339, in UTC, to the second.
enum ExportMoment {
    static func text(_ date: Date) -> String {
        date.formatted(.iso8601)
    }
}
