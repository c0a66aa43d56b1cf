internal import Desk
internal import Foundation
internal import Vault

/// Withholding what is kept of a person, and giving it back, on one connection and with nobody in between.
///
/// Two files and a ledger cannot commit together. The line in the ledger comes first: a start that finds it ahead of
/// the database holds or releases the keys and writes the rows again (`LedgerReplay`). Each part can be said again.
struct Restricting {
    let records: DeskRecords
    let person: PersonID
    let ground: Restriction.Ground

    /// What has to be on the disk before the rows.
    struct Prepared: Sendable {
        var line: Int64
        var through: UInt32
    }

    static let reason = "the person's data is restricted"

    /// Ledger, then keys. nil when this ground stands already, or there is no such person.
    func hold(ledger: ErasureLedger, now: Date) throws(StoreFailure) -> Prepared? {
        let standing = try records.restrictions(of: person)
        guard try records.row(ofPerson: person) != nil, !standing.contains(where: { $0.ground == ground }) else {
            return nil
        }
        let (keys, owner) = (records.sealer.keys, person.object)
        // What came after the first ground is new data, and a second one does not make it old.
        let newest = try vault { () throws(VaultFailure) in try keys.newestVersion(of: owner) }
        guard let through = standing.first?.through ?? newest else { throw .keyDestroyed }
        let line = try ledger.append(.restricted(person, ground, through: through), at: now).sequence
        Fault.point(.h1)
        try vault { () throws(VaultFailure) in try keys.hold(owner, through: through) }
        Fault.point(.h2)
        return Prepared(line: line, through: through)
    }

    /// The rows, after the keys. Tickets there are now are of before.
    func write(through: UInt32, author: String, now: Int64) throws(StoreFailure) {
        let isFirst = try !records.isRestricted(person)
        try records.session.run(
            """
            INSERT INTO restriction (person, ground, began_at, author, through) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (person, ground) DO NOTHING
            """,
            [
                .id(person.object), .text(ground.rawValue), .integer(now - now % 60_000), .text(author),
                .integer(through),
            ])
        guard isFirst else { return }
        try records.session.run(
            """
            INSERT INTO withheld_ticket (ticket, person) SELECT number, requester FROM ticket WHERE requester = ?
            ON CONFLICT (ticket) DO NOTHING
            """, [.id(person.object)])
        try stopMail()
    }

    /// Ledger, then keys when no other ground stands. nil when this one does not.
    func release(ledger: ErasureLedger, now: Date) throws(StoreFailure) -> Int64? {
        let standing = try records.restrictions(of: person)
        guard standing.contains(where: { $0.ground == ground }) else { return nil }
        let line = try ledger.append(.released(person, ground), at: now).sequence
        Fault.point(.h4)
        if standing.count == 1 {
            let (keys, owner) = (records.sealer.keys, person.object)
            try vault { () throws(VaultFailure) in try keys.release(owner) }
        }
        Fault.point(.h5)
        return line
    }

    func removeRows() throws(StoreFailure) {
        try records.session.run(
            "DELETE FROM restriction WHERE person = ? AND ground = ?", [.id(person.object), .text(ground.rawValue)])
        guard try !records.isRestricted(person) else { return }
        try records.session.run("DELETE FROM withheld_ticket WHERE person = ?", [.id(person.object)])
    }

    /// Nothing about what is withheld leaves any more, to nobody. What the law requires does.
    private func stopMail() throws(StoreFailure) {
        let waiting = try records.session.all(
            """
            \(EntryRow.select) WHERE state < 10 AND state IN (1, 2)
            AND ticket IN (SELECT ticket FROM withheld_ticket WHERE person = ?)
            """, [.id(person.object)]
        ) { row throws(StoreFailure) in try EntryRow(row) }
        for entry in waiting where entry.mailClass.stopsWithRestriction {
            try records.set(.suppressed, of: entry.id, reason: Self.reason)
            try records.dropMail(of: entry.id)
        }
    }
}

extension MailClass {
    /// Mail about withheld data is processing it (Art. 18(2)), but for what has to be said to the person.
    var stopsWithRestriction: Bool {
        switch self {
        case .legallyRequired, .requestedLink, .staff: false
        case .humanReply, .automaticService, .carbonCopy, .survey, .news: true
        }
    }
}
