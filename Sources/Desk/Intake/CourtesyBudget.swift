/// P15: how often an act of somebody we cannot tell makes us write to an address. Acknowledgements have narrower rules
/// of their own; what leaves by either counts for both.
package enum CourtesyBudget {
    /// - Parameter days: somebody who unsubscribed is written to once within so many; one more link to the portal may
    ///   be asked for each day, because by it people reach their rights.
    package static func allows(_ count: CourtesyCount, isSuppressed: Bool, days: Int = Limits.courtesyMonth) -> Bool {
        guard count.toEverybodyLastHour < Limits.courtesiesPerHour,
            count.toAddressLastDay < Limits.courtesiesPerAddressAndDay
        else { return false }
        guard isSuppressed else { return true }
        return days == 1 ? count.toAddressLastDay == 0 : count.toAddressLastMonth == 0
    }
}
