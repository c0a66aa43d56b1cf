package import Foundation

/// Deleting what has been kept long enough: how it stands, and what a human decides about it.
extension Helpdesk {
    /// How retention stands in every mailbox the principal sees.
    package func retention(as principal: Principal) async throws(DeskRefusal) -> RetentionStatus {
        try requireRetention(principal)
        var mailboxes: [RetentionStatus.MailboxLine] = []
        for profile in settings.value.mailboxes where principal.sees(profile.name) {
            let record = try await storage { () async throws(StoreFailure) -> RetentionRecord in
                try await store.retentionRecord(of: profile.name)
            }
            mailboxes.append(RetentionStatus.MailboxLine(terms: profile.terms, record: record))
        }
        let mark = try await storage { () async throws(StoreFailure) -> RetentionClockMark in
            try await store.retentionClock()
        }
        return RetentionStatus(mailboxes: mailboxes, pausedAt: mark.pausedAt)
    }

    /// Counts what would go now. Changes nothing.
    package func retentionDryRun(
        of mailbox: MailboxName?, as principal: Principal
    ) async throws(DeskRefusal) -> [MailboxName: RetentionPlan] {
        try requireRetention(principal)
        var plans: [MailboxName: RetentionPlan] = [:]
        let horizon = world.now()
        for (name, terms) in try answered(mailbox, principal) {
            plans[name] = try await storage { () async throws(StoreFailure) -> RetentionPlan in
                try await store.retentionPlan(of: name, under: terms, horizon: horizon)
            }
        }
        return plans
    }

    /// Lets retention look at once and not when its day is over. What needs an approval still needs it (P16).
    package func runRetention(of mailbox: MailboxName?, as principal: Principal) async throws(DeskRefusal) {
        try requireRetention(principal)
        for (name, _) in try answered(mailbox, principal) {
            try await storage { () async throws(StoreFailure) in try await store.hurryRetention(of: name) }
        }
    }

    /// Lets a run that was counted and mailed delete what it counted, for a whole mailbox.
    package func approveRetention(
        of mailbox: MailboxName, as principal: Principal
    ) async throws(DeskRefusal) -> RetentionRecord {
        try requireRetention(principal)
        guard principal.sees(mailbox), settings.value.mailbox(named: mailbox) != nil else {
            throw .notFound(.mailbox)
        }
        let record = try await storage { () async throws(StoreFailure) -> RetentionRecord in
            try await store.retentionRecord(of: mailbox)
        }
        guard let waiting = record.waiting else {
            throw .invalid(field: "mailbox", expected: "one in which a run waits; `ticketd retention show` tells")
        }
        guard waiting.mailedAt != nil else {
            throw .invalid(
                field: "mailbox", expected: "one whose count was mailed first; it could not be, see `ticketd status`")
        }
        _ = try await storage { () async throws(StoreFailure) -> Bool in
            try await store.approveRetention(of: mailbox, by: principal, now: world.now())
        }
        return try await storage { () async throws(StoreFailure) -> RetentionRecord in
            try await store.retentionRecord(of: mailbox)
        }
    }

    /// A human has looked at the clock and it is right. False when nothing was paused.
    package func confirmRetentionClock(as principal: Principal) async throws(DeskRefusal) -> Bool {
        try requireRetention(principal)
        guard principal.visibleMailboxes == nil else { throw .forbidden(.admin) }
        return try await storage { () async throws(StoreFailure) -> Bool in
            try await store.confirmClock(by: principal, now: world.now())
        }
    }

    /// With the day it goes, when it has one.
    func dated(_ ticket: Ticket) -> Ticket {
        var ticket = ticket
        guard let kept = ticket.keptFrom, let terms = settings.value.mailbox(named: ticket.mailbox)?.terms else {
            return ticket
        }
        ticket.expiresAt = terms.expiry(of: kept, labels: ticket.labels)
        return ticket
    }

    /// The mailbox named, or all, with the terms of those whose questions are answered.
    private func answered(
        _ mailbox: MailboxName?, _ principal: Principal
    ) throws(DeskRefusal) -> [(MailboxName, RetentionTerms)] {
        let seen = settings.value.mailboxes.filter { principal.sees($0.name) && (mailbox ?? $0.name) == $0.name }
        if mailbox != nil {
            guard let profile = seen.first else { throw .notFound(.mailbox) }
            guard profile.terms != nil else {
                throw .invalid(
                    field: "mailbox",
                    expected: "one with its legal basis and retention configured; `ticketd config check` asks for them")
            }
        }
        return seen.compactMap { profile in profile.terms.map { (profile.name, $0) } }
    }

    /// The operator's and the data protection officer's affair alike.
    private func requireRetention(_ principal: Principal) throws(DeskRefusal) {
        guard principal.has(.admin) || principal.has(.dpo) else { throw .forbidden(.admin) }
    }
}

/// How retention stands, for those who answer for it.
package struct RetentionStatus: Sendable, Equatable {
    package struct MailboxLine: Sendable, Equatable {
        /// nil while a question is open: then nothing is deleted.
        package var terms: RetentionTerms?
        package var record: RetentionRecord

        package init(terms: RetentionTerms?, record: RetentionRecord) {
            self.terms = terms
            self.record = record
        }
    }

    package var mailboxes: [MailboxLine]
    /// Since when nothing is deleted because the clock jumped.
    package var pausedAt: Date?

    package init(mailboxes: [MailboxLine], pausedAt: Date?) {
        self.mailboxes = mailboxes
        self.pausedAt = pausedAt
    }
}
