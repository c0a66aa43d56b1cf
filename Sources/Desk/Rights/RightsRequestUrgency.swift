/// How near the end of its period an open request is, for lists, reminders and alarms (gdpr.md A5.2).
package enum RightsRequestUrgency: String, Sendable, CaseIterable, Comparable {
    /// More than two weeks to go, or the clock stands still.
    case calm
    case fortnight, week, days, tomorrow
    /// The last day by law is over.
    case overdue

    package init(of request: RightsRequest, on today: CalendarDay) {
        guard request.isOpen, request.state != .suspended else {
            self = .calm
            return
        }
        self.init(of: request.clock, on: today)
    }

    /// Of a clock that runs.
    package init(of clock: LegalClock, on today: CalendarDay) {
        // The target is the date before it moves to a working day: nobody should rely on the move.
        switch clock.targetDay.number - today.number {
        case ..<0 where today > clock.dueDay: self = .overdue
        case ...1: self = .tomorrow
        case ...3: self = .days
        case ...7: self = .week
        case ...14: self = .fortnight
        default: self = .calm
        }
    }

    package static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
