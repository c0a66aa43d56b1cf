package import Desk
package import Foundation
internal import Vault

/// Deleting what has been kept long enough, a bounded step at a time.
extension Store {
    package func retentionPlan(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date
    ) async throws(StoreFailure) -> RetentionPlan {
        let counting = RetentionCounting(mailbox: mailbox, terms: terms, horizon: horizon)
        let sealer = sealer
        var plan = RetentionPlan()
        var overlap = (tickets: 0, files: 0)
        var place: TicketNumber?
        repeat {
            let after = place
            let page = try await engine.read { session throws(StoreFailure) in
                try counting.page(DeskRecords(session, sealer: sealer), after: after)
            }
            plan.due = plan.due + page.plan.due
            plan.held += page.plan.held
            overlap = (overlap.tickets + page.overlap.tickets, overlap.files + page.overlap.files)
            place = page.next
        } while place != nil
        let choice = CopyChoice(mailbox: mailbox, terms: terms, horizon: horizon)
        let (files, total, copies) = try await engine.read { session throws(StoreFailure) in
            (try counting.files(session), try counting.total(session), try choice.count(session))
        }
        plan.due.copies = copies
        // Tickets that go lose their files with themselves.
        plan.due.strippedTickets = max(0, files.tickets - overlap.tickets)
        plan.due.files = max(0, files.files - overlap.files)
        plan.total = total
        return plan
    }

    package func expireTickets(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date, after number: TicketNumber?, now: Date
    ) async throws(StoreFailure) -> RetentionProgress {
        let (sealer, ledger, world) = (sealer, ledger, world)
        let choice = try await engine.read { session throws(StoreFailure) in
            try ExpiryChoice.make(
                DeskRecords(session, sealer: sealer), of: mailbox, under: terms, horizon: horizon, after: number)
        }
        guard !choice.tickets.isEmpty else { return RetentionProgress(next: choice.next) }
        let expiry = { @Sendable (session: any SQLSession) in
            Expiry(records: DeskRecords(session, sealer: sealer), world: world, now: now)
        }
        let removed = try await engine.write(
            after: { session throws(StoreFailure) in
                // Somebody may have reopened one since it was chosen.
                let still = try choice.still(
                    DeskRecords(session, sealer: sealer), of: mailbox, under: terms, horizon: horizon)
                return try expiry(session).prepare(still, ledger: ledger)
            },
            { session, prepared throws(StoreFailure) in try expiry(session).removeRows(prepared) })
        Fault.point(.t3)
        return RetentionProgress(removed: removed, next: choice.next)
    }

    package func expireFiles(
        of mailbox: MailboxName, under terms: RetentionTerms, horizon: Date, after number: TicketNumber?
    ) async throws(StoreFailure) -> RetentionProgress {
        let expiry = FileExpiry(mailbox: mailbox, terms: terms, horizon: horizon)
        let choice = try await engine.read { session throws(StoreFailure) in
            try expiry.choose(session, after: number)
        }
        guard !choice.tickets.isEmpty else { return RetentionProgress(next: nil) }
        let removed = try await engine.write { session throws(StoreFailure) in
            try expiry.remove(choice.tickets, session)
        }
        Fault.point(.t4)
        return RetentionProgress(removed: removed, next: choice.next)
    }

    package func forgetPeopleLeft(now: Date) async throws(StoreFailure) -> Int {
        let (sealer, ledger, world) = (sealer, ledger, world)
        let expiry = { @Sendable (session: any SQLSession) in
            Expiry(records: DeskRecords(session, sealer: sealer), world: world, now: now)
        }
        return try await engine.write(
            after: { session throws(StoreFailure) in
                try expiry(session).prepare(peopleLeft: Limits.expiredPeople, ledger: ledger)
            },
            { session, prepared throws(StoreFailure) in try expiry(session).removeRows(prepared).people })
    }

    package func sweep(now: Date) async throws(StoreFailure) -> Int {
        var gone = 0
        for rule in RetentionRule.all {
            guard case .swept(let steps) = rule.ending else { continue }
            for (period, statement) in steps {
                let start = period.start(now: now)
                // One statement, one transaction: each is a day's worth.
                gone += try await engine.write { session throws(StoreFailure) in
                    try session.run(statement, [.integer(start)])
                }
            }
        }
        let now = Moment.milliseconds(now)
        try await engine.write { session throws(StoreFailure) in
            // Written down before it was noted since when: the time begins with the first look.
            try session.run("UPDATE server_copy SET at = ? WHERE at = 0", [.integer(now)])
            try DeskMarks.set(RetentionMarks.swept, to: now, session)
        }
        return gone
    }
}
