package import Foundation

/// The 72 hours (Art. 33(1)): exact, on the clock, weekends and nights included.
///
/// Regulation 1182/71 might stretch them over a weekend; nothing here relies on it, because the earlier end is never
/// wrong.
package struct BreachClock: Sendable, Equatable {
    package let awareAt: Date
    package let hours: Int

    package init(awareAt: Date, law: BreachLaw = LawProfile.current.breach) {
        self.awareAt = awareAt
        hours = law.authorityHours
    }

    package var dueAt: Date { awareAt.addingTimeInterval(Double(hours) * 3600) }

    /// Exactly at the end is in time.
    package func isLate(_ moment: Date) -> Bool { moment > dueAt }

    /// Whole hours that are left, rounded down; negative when it is over.
    package func hoursLeft(at now: Date) -> Int {
        Int(exactly: (dueAt.timeIntervalSince(now) / 3600).rounded(.down)) ?? 0
    }
}
