internal import Desk
internal import Foundation
internal import Vault

/// The suppression list inside one transaction.
struct SuppressionList {
    let session: any SQLSession

    /// Bytes of one hash in the list (gdpr.md A7.5).
    static let hashBytes = 20

    /// What the list says about any of these hashes; nil when it says nothing.
    func record(_ hashes: [[UInt8]]) throws(StoreFailure) -> SuppressionRecord? {
        var scope: UnsubscribeScope = []
        var tickets: [TicketNumber: UnsubscribeScope] = [:]
        var since: Int64?
        for hash in hashes {
            try session.look(
                "SELECT ticket, scope, at FROM suppression WHERE hash = ?", [.blob(hash)]
            ) { row throws(StoreFailure) in
                let part = UnsubscribeScope(rawValue: UInt8(clamping: row.integer(1)))
                if let ticket = TicketNumber(row.integer(0)) {
                    tickets[ticket, default: []].formUnion(part)
                } else {
                    scope.formUnion(part)
                }
                since = max(since ?? 0, row.integer(2))
                return .goOn
            }
        }
        guard let since else { return nil }
        return SuppressionRecord(scope: scope, tickets: tickets, since: Moment.date(since))
    }

    /// Writes a wish down and tells whether the list grew by it. A wish already there stays as old as it is unless it
    /// grows.
    func add(_ suppression: Suppression) throws(StoreFailure) -> Bool {
        let before = try record([suppression.hash])
        let (general, ofTicket) = Self.parts(of: suppression)
        if !general.isEmpty { try add(suppression, scope: general, ticket: 0) }
        if let ticket = suppression.ticket, !ofTicket.isEmpty {
            try add(suppression, scope: ofTicket, ticket: ticket.value)
        }
        let after = try record([suppression.hash])
        return before?.scope != after?.scope || before?.tickets != after?.tickets
    }

    func isListed(_ hash: [UInt8], ticket: TicketNumber?) throws(StoreFailure) -> Bool {
        try session.exists(
            "SELECT 1 FROM suppression WHERE hash = ? AND ticket IN (0, ?)",
            [.blob(hash), .integer(ticket?.value ?? 0)])
    }

    private func add(_ suppression: Suppression, scope: UnsubscribeScope, ticket: Int64) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO suppression (hash, ticket, key_version, scope, at, source) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (hash, ticket) DO UPDATE SET
                at = CASE WHEN (suppression.scope | excluded.scope) = suppression.scope
                     THEN suppression.at ELSE excluded.at END,
                source = CASE WHEN (suppression.scope | excluded.scope) = suppression.scope
                     THEN suppression.source ELSE excluded.source END,
                scope = suppression.scope | excluded.scope
            """,
            [
                .blob(suppression.hash), .integer(ticket), .integer(Int(suppression.keyVersion)),
                .integer(Int(scope.rawValue)), .integer(Moment.milliseconds(suppression.at)),
                .text(suppression.source.rawValue),
            ])
    }

    /// What holds everywhere and what holds for the named ticket only: dropping a request always names one, and so
    /// does `.ticket` unless it is part of everything.
    private static func parts(
        of suppression: Suppression
    ) -> (general: UnsubscribeScope, ofTicket: UnsubscribeScope) {
        let scope = suppression.scope
        if scope.isSuperset(of: .everything) { return (.everything, scope.subtracting(.everything)) }
        let ofTicket = scope.intersection([.ticket, .dropRequest])
        return (scope.subtracting(ofTicket), ofTicket)
    }
}

extension DeskRecords {
    /// Writes a wish down with its line in the erasure ledger and its entry in the audit log. Saying it again writes
    /// none: a link can be pressed by anybody as often as he likes.
    func add(
        _ suppression: Suppression, by author: Principal, in ledger: ErasureLedger
    ) throws(StoreFailure) {
        guard try SuppressionList(session: session).add(suppression) else { return }
        try ledger.record(.suppressed(suppression), at: suppression.at, session)
        try AuditLog(self).append(
            .unsubscribed(suppression.source, suppression.scope), by: author.auditName,
            at: Moment.milliseconds(suppression.at))
    }

    /// Takes back what stands under a hash, with its line in the ledger and the evidence. Does nothing where nothing
    /// stands.
    func lift(
        _ hash: [UInt8], evidence: String, as id: ObjectID, by author: Principal, in ledger: ErasureLedger, now: Date
    ) throws(StoreFailure) {
        let lifted = try session.run("DELETE FROM suppression WHERE hash = ?", [.blob(hash)])
        guard lifted > 0 else { return }
        try ledger.record(.lifted(hash: hash), at: now, session)
        try session.run(
            "INSERT INTO suppression_lift (id, hash, at, author, evidence) VALUES (?, ?, ?, ?, ?)",
            [
                .id(id), .blob(hash), .integer(Moment.minute(now)), .text(author.auditName),
                .blob(try sealer.desk.seal(Array(evidence.utf8), at: Place.evidence(id), padded: true)),
            ])
        try AuditLog(self).append(.resubscribed, by: author.auditName, at: Moment.milliseconds(now))
    }
}
