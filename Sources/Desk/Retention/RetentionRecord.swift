package import Foundation

/// How retention stands in one mailbox. The states are the table in `Desk.docc/Retention.md`.
package struct RetentionRecord: Sendable, Equatable {
    /// A run that was counted and waits for a human (P16).
    package struct Waiting: Sendable, Equatable {
        /// The terms it was counted under; under others it is counted anew.
        package var terms: String
        /// What had expired by then is what it is about, whenever it is approved.
        package var horizon: Date
        package var plan: RetentionPlan
        /// When the count was mailed; nil while it could not be.
        package var mailedAt: Date?
        package var approvedAt: Date?

        package init(
            terms: String, horizon: Date, plan: RetentionPlan, mailedAt: Date? = nil, approvedAt: Date? = nil
        ) {
            self.terms = terms
            self.horizon = horizon
            self.plan = plan
            self.mailedAt = mailedAt
            self.approvedAt = approvedAt
        }
    }

    package var mailbox: MailboxName
    package var waiting: Waiting?
    /// When the last run was over, whether it deleted something or not.
    package var ranAt: Date?
    /// Whether a human has ever approved a run here; the first one always waits.
    package var wasApproved: Bool
    /// What all runs removed together.
    package var removed: RetentionCounts

    package init(
        mailbox: MailboxName, waiting: Waiting? = nil, ranAt: Date? = nil, wasApproved: Bool = false,
        removed: RetentionCounts = RetentionCounts()
    ) {
        self.mailbox = mailbox
        self.waiting = waiting
        self.ranAt = ranAt
        self.wasApproved = wasApproved
        self.removed = removed
    }

    /// What is to be done now. Pure: the worker carries it out.
    package enum Step: Sendable, Equatable {
        /// Nothing before another look.
        case rest
        /// See what is due.
        case count
        /// Mail what was counted.
        case tell(Waiting)
        /// Delete what had expired by then.
        case run(horizon: Date)
    }

    package func step(under terms: RetentionTerms, now: Date) -> Step {
        guard let waiting else {
            return ranAt.map { now.timeIntervalSince($0) < Limits.retentionEvery.seconds && $0 <= now } ?? false
                ? .rest : .count
        }
        guard waiting.terms == terms.text else { return .count }
        if waiting.approvedAt != nil { return .run(horizon: waiting.horizon) }
        return waiting.mailedAt == nil ? .tell(waiting) : .rest
    }
}
