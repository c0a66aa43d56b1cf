import Desk
package import Foundation

/// `GET /api/v1/retention`: how deleting what was kept long enough stands.
package struct APIRetention: Codable, Sendable, Equatable {
    package var mailboxes: [APIRetentionLine]
    /// Since when nothing is deleted because the clock went forward by more than a day.
    @OrNull package var pausedAt: Date?

    init(_ status: RetentionStatus) {
        mailboxes = status.mailboxes.map { APIRetentionLine($0.record, terms: $0.terms) }
        pausedAt = status.pausedAt
    }
}

/// One mailbox.
package struct APIRetentionLine: Codable, Sendable, Equatable {
    /// In days.
    package struct Terms: Codable, Sendable, Equatable {
        package var closedTickets: Int64
        package var labelledTickets: Int64
        package var attachments: Int64
        package var importedCopies: Int64

        init(_ terms: RetentionTerms) {
            closedTickets = Self.days(terms.closedTickets)
            labelledTickets = Self.days(terms.labelledTickets)
            attachments = Self.days(terms.attachments)
            importedCopies = Self.days(terms.importedCopies)
        }

        private static func days(_ duration: Duration) -> Int64 { duration.components.seconds / 86_400 }
    }

    package struct Waiting: Codable, Sendable, Equatable {
        package var horizon: Date
        package var plan: APIRetentionPlan
        @OrNull package var mailedAt: Date?
        @OrNull package var approvedAt: Date?

        init(_ waiting: RetentionRecord.Waiting) {
            horizon = waiting.horizon
            plan = APIRetentionPlan(waiting.plan)
            mailedAt = waiting.mailedAt
            approvedAt = waiting.approvedAt
        }
    }

    package var mailbox: String
    /// `unanswered`, `daily`, `waiting` or `approved`.
    package var state: String
    /// null while a question about the mailbox is open: then nothing is deleted.
    @OrNull package var days: Terms?
    @OrNull package var waiting: Waiting?
    @OrNull package var ranAt: Date?
    /// What all runs removed together.
    package var removed: APIRetentionCounts

    init(_ record: RetentionRecord, terms: RetentionTerms?) {
        mailbox = record.mailbox.value
        days = terms.map { Terms($0) }
        waiting = record.waiting.map { Waiting($0) }
        ranAt = record.ranAt
        removed = APIRetentionCounts(record.removed)
        state =
            if terms == nil {
                "unanswered"
            } else if let waiting = record.waiting {
                waiting.approvedAt == nil ? "waiting" : "approved"
            } else {
                "daily"
            }
    }
}

/// Numbers, and nothing of anybody.
package struct APIRetentionCounts: Codable, Sendable, Equatable {
    package var tickets: Int
    package var messages: Int
    package var ticketFiles: Int
    package var strippedTickets: Int
    package var files: Int
    package var people: Int
    /// On the mail server.
    package var copies: Int

    init(_ counts: RetentionCounts) {
        tickets = counts.tickets
        messages = counts.messages
        ticketFiles = counts.ticketFiles
        strippedTickets = counts.strippedTickets
        files = counts.files
        people = counts.people
        copies = counts.copies
    }
}

/// What would go, of how many.
package struct APIRetentionPlan: Codable, Sendable, Equatable {
    package var due: APIRetentionCounts
    package var held: Int
    package var total: Int
    /// Whether it would wait for an approval although it is not the first.
    package var isLarge: Bool

    init(_ plan: RetentionPlan) {
        due = APIRetentionCounts(plan.due)
        held = plan.held
        total = plan.total
        isLarge = plan.isLarge
    }
}

/// The answer to a dry run: a plan for each mailbox whose questions are answered.
package struct APIRetentionDryRun: Codable, Sendable, Equatable {
    package struct Line: Codable, Sendable, Equatable {
        package var mailbox: String
        package var plan: APIRetentionPlan
    }

    package var mailboxes: [Line]

    init(_ plans: [MailboxName: RetentionPlan]) {
        mailboxes = plans.sorted { $0.key < $1.key }.map { name, plan in
            Line(mailbox: name.value, plan: APIRetentionPlan(plan))
        }
    }
}

/// The answer to a confirmation of the time.
package struct APIClockConfirmation: Codable, Sendable, Equatable {
    package var wasPaused: Bool
}
