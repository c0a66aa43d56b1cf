package import Desk
package import Foundation
package import Mail
package import Vault

/// What people, and those who look after their rights, ask.
extension Store {
    package func person(withAddress address: EmailAddress) async throws(StoreFailure) -> Person? {
        let (sealer, now) = (sealer, world.now())
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.person(withIndex: records.hashes.address(address)) else { return nil }
            return try records.person(row, now: now)
        }
    }

    package func person(_ id: PersonID) async throws(StoreFailure) -> Person? {
        let (sealer, now) = (sealer, world.now())
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.row(ofPerson: id) else { return nil }
            return try records.person(row, now: now)
        }
    }

    package func unsubscribeSubject(
        _ claim: UnsubscribeClaim
    ) async throws(StoreFailure) -> UnsubscribeSubjectView {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            let entry = try records.entry(withReference: claim.message)
            let isSuppressed = try SuppressionList(session: session)
                .isListed(claim.suppression, ticket: entry?.ticket)
            guard let entry, let ticket = try records.ticket(of: entry) else {
                return UnsubscribeSubjectView(
                    mailbox: entry?.mailbox, ticket: nil, isAwaitingAnswer: false, isSuppressed: isSuppressed)
            }
            var isAwaiting = false
            if ticket.status != .closed, let request = try records.newestRequest(of: ticket) {
                isAwaiting = try !records.isAnswered(ticket.number, after: request.position)
            }
            return UnsubscribeSubjectView(
                mailbox: entry.mailbox, ticket: ticket.number, isAwaitingAnswer: isAwaiting,
                isSuppressed: isSuppressed)
        }
    }

    package func suppress(_ suppression: Suppression, by author: Principal) async throws(StoreFailure) {
        guard suppression.hash.count == SuppressionList.hashBytes else { throw .notFound }
        let (sealer, ledger) = (sealer, ledger)
        try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            try records.add(suppression, by: author, in: ledger)
            try records.withhold(suppression.hash)
        }
    }

    package func liftSuppression(
        hash: [UInt8], evidence: String, by author: Principal, now: Date
    ) async throws(StoreFailure) {
        let (sealer, ledger, id) = (sealer, ledger, world.newObjectID())
        try await engine.write { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).lift(
                hash, evidence: evidence, as: id, by: author, in: ledger, now: now)
        }
    }

    package func spendToken(_ token: [UInt8], now: Date) async throws(StoreFailure) -> Bool {
        let keys = keys
        let hash = HashMaker(keys: keys).capability(token, label: "spent")
        return try await engine.write { session throws(StoreFailure) in
            let spent = try session.run(
                "INSERT INTO spent_token (hash, at) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING",
                [.blob(hash), .integer(Moment.minute(now))])
            guard spent == 1 else { return false }
            // Only links that take an unsubscribe back are single-use.
            try AuditLog(session, keys: keys).append(
                .undoUsed, by: Principal.daemon.auditName, at: Moment.milliseconds(now))
            return true
        }
    }
}

extension DeskRecords {
    /// A person with everything the desk knows, but for what was said.
    fileprivate func person(_ row: PersonRow, now: Date) throws(StoreFailure) -> Person {
        let summary = try summary(of: row.id)
        let firstSeenAt = try session.first(
            "SELECT first_seen_at FROM person WHERE id = ?", [.id(row.id.object)]
        ) { row throws(StoreFailure) in row.integer(0) }
        var suppressions: [String: SuppressionRecord] = [:]
        if let address = summary.address {
            let groups = try session.all(
                "SELECT DISTINCT suppression_group FROM mailbox ORDER BY suppression_group", []
            ) { row throws(StoreFailure) in row.text(0) }
            for group in Set(groups + ["default"]) {
                suppressions[group] = try SuppressionList(session: session)
                    .record(hashes.suppression(address, group: group))
            }
        }
        return Person(
            id: row.id, address: summary.address, name: summary.name, firstSeenAt: Moment.date(firstSeenAt ?? 0),
            tickets: try tickets(of: row.id), suppressions: suppressions,
            isUndeliverable: row.isUndeliverable(at: Moment.milliseconds(now)),
            disclosures: try disclosures(about: row.id), restrictions: try shownRestrictions(of: row.id),
            withheld: try withheldTickets(of: row.id))
    }
}
