package import Foundation

/// Which requests are to be told of, because a stage of their clock has come: 14, 7, 3 days and one day before the
/// target, and when the last day is over (gdpr.md A5.2). Pure.
package struct RightsReminder: Sendable, Equatable {
    package struct Due: Sendable, Equatable {
        package var deadline: RightsDeadline
        package var urgency: RightsRequestUrgency
    }

    /// To be told, the most urgent first.
    package private(set) var due: [Due] = []
    /// Extended or waiting since: reminded of anew when their time comes.
    package private(set) var calmer: [Due] = []

    package init(_ deadlines: [RightsDeadline], now: Date) {
        for deadline in deadlines {
            let zone = ControllerPlace.zone(ofCountry: deadline.clock.country)
            let urgency = deadline.urgency(on: CalendarDay(now, in: zone))
            let reminded = deadline.reminded ?? .calm
            if urgency > reminded { due.append(Due(deadline: deadline, urgency: urgency)) }
            if urgency < reminded { calmer.append(Due(deadline: deadline, urgency: urgency)) }
        }
        due.sort { ($1.urgency, $0.deadline.id) < ($0.urgency, $1.deadline.id) }
    }
}
