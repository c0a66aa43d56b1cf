/// The legal clock of an open request, without whose it is and what it says.
package struct RightsDeadline: Sendable, Equatable {
    package var id: RightsRequestID
    package var clock: LegalClock
    /// We wait for the person, and so does the clock.
    package var isSuspended: Bool
    /// What staff were last reminded of; nil when of nothing.
    package var reminded: RightsRequestUrgency?

    package init(
        id: RightsRequestID, clock: LegalClock, isSuspended: Bool = false, reminded: RightsRequestUrgency? = nil
    ) {
        self.id = id
        self.clock = clock
        self.isSuspended = isSuspended
        self.reminded = reminded
    }

    package func urgency(on today: CalendarDay) -> RightsRequestUrgency {
        isSuspended ? .calm : RightsRequestUrgency(of: clock, on: today)
    }
}
