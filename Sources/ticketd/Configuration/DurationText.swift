/// Durations as people write them: `15m`, `1h30m`, `30d`. Reads numbers with units, refuses a number without one
/// (except `0`), and never overflows.
enum DurationText {
    private static let units: [(suffix: String, seconds: Int)] = [
        ("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1),
    ]

    static func parse(_ text: String) -> Duration? {
        if text == "0" { return .zero }
        var rest = text.utf8[...]
        var total = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
            rest = rest.dropFirst(digits.count)
            let letters = rest.prefix { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(letters.count)
            let suffix = String(decoding: letters, as: UTF8.self)
            guard let unit = units.first(where: { $0.suffix == suffix }) else { return nil }
            let (seconds, tooLong) = number.multipliedReportingOverflow(by: unit.seconds)
            let (sum, tooMuch) = total.addingReportingOverflow(seconds)
            guard !tooLong, !tooMuch else { return nil }
            total = sum
        }
        let duration = Duration.seconds(total)
        return duration <= ConfigurationLimits.longestDuration ? duration : nil
    }

    /// The shortest way to write the duration in whole units: `90m` rather than `1h30m`, `1d` rather than `24h`.
    static func format(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        if seconds == 0, attoseconds != 0 { return "\(attoseconds / 1_000_000_000_000_000)ms" }
        for unit in units where unit.suffix != "w" && seconds != 0 && seconds % Int64(unit.seconds) == 0 {
            return "\(seconds / Int64(unit.seconds))\(unit.suffix)"
        }
        return "\(seconds)s"
    }
}
