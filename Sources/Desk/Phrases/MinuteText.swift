package import Foundation

/// A minute as every operator understands it, in UTC: `2026-11-24 06:20 UTC`.
package enum MinuteText {
    package static func of(_ date: Date) -> String {
        let minutes = Int64((date.timeIntervalSince1970 / 60).rounded(.down))
        let ofDay = (minutes % 1440 + 1440) % 1440
        let pad = { (value: Int64) in value < 10 ? "0\(value)" : "\(value)" }
        return "\(DayText.of(date)) \(pad(ofDay / 60)):\(pad(ofDay % 60)) UTC"
    }
}
