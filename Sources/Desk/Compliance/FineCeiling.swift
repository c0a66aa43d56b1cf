/// The most a fine can be by Art. 83(4) and (5): an amount, or a part of the worldwide annual turnover of the whole
/// undertaking in the preceding year, **whichever is higher**. A ceiling of the law and no estimate of a fine.
package struct FineCeiling: Sendable, Equatable {
    /// Euro.
    package let turnover: Int64

    /// nil for less than nothing, and for more than any undertaking has.
    package init?(turnover: Int64) {
        guard (0...Limits.turnoverMaximum).contains(turnover) else { return nil }
        self.turnover = turnover
    }

    /// In euro; nil for a check no fine is threatened for.
    package func amount(of tier: ComplianceCheck.Tier) -> Int64? {
        switch tier {
        case .lower: max(10_000_000, turnover / 100 * 2 + turnover % 100 * 2 / 100)
        case .higher: max(20_000_000, turnover / 100 * 4 + turnover % 100 * 4 / 100)
        case .none: nil
        }
    }
}
