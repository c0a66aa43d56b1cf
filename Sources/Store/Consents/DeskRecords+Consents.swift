internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Rows of the consent ledger.
extension DeskRecords {
    /// The key of whoever holds this address, made when nobody knows them yet and committed before the rows: a key
    /// without a person, should the process end between the two files, opens nothing.
    func makeKey(forHolderOf address: EmailAddress, world: World) throws(StoreFailure) -> PersonID? {
        guard try person(withIndex: hashes.address(address)) == nil else { return nil }
        let id = PersonID(from: world)
        try vault { () throws(VaultFailure) in try sealer.keys.makePersonKeys(for: [id.object]) }
        return id
    }

    /// Adds a record for whoever holds the address.
    func add(
        _ record: ConsentRecord, of address: EmailAddress, newPerson: PersonID?, by author: Principal, now: Date
    ) throws(StoreFailure) {
        let index = hashes.address(address)
        let person: PersonID
        if let known = try self.person(withIndex: index) {
            person = known.id
        } else {
            guard let newPerson else { throw .damaged }
            person = try addPerson(newPerson, address: address, name: nil, index: index, now: now).id
        }
        try insert(record, of: person)
        for hash in try reach(of: address) {
            try session.run(
                "INSERT INTO consent_reach (hash, person) VALUES (?, ?) ON CONFLICT (hash, person) DO NOTHING",
                [.blob(hash), .id(person.object)])
        }
        try AuditLog(self).append(
            .consentRecorded(record.id, record.channel, isValid: record.isValid), by: author.auditName,
            at: Moment.milliseconds(now))
    }

    func consents(of person: PersonID) throws(StoreFailure) -> [ConsentRecord] {
        try session.all(
            "\(ConsentRow.select) WHERE c.person = ? ORDER BY c.given_at, c.id", [.id(person.object)]
        ) { row throws(StoreFailure) in try ConsentRow(row) }
        .map { (row) throws(StoreFailure) in try opened(row, of: person) }
    }

    /// By clear columns alone: whoever is restricted can still withdraw.
    func standingConsents(of person: PersonID, to purpose: ShortName) throws(StoreFailure) -> [ConsentID] {
        try session.all(
            """
            SELECT id FROM consent WHERE person = ? AND purpose = ?
            AND id NOT IN (SELECT consent FROM consent_withdrawal) ORDER BY id
            """, [.id(person.object), .text(purpose.value)]
        ) { row throws(StoreFailure) in ConsentID(try row.id(0)) }
    }

    func isWithdrawn(_ consent: ConsentID) throws(StoreFailure) -> Bool {
        try session.exists("SELECT 1 FROM consent_withdrawal WHERE consent = ?", [.id(consent.object)])
    }

    /// Beside the record, once.
    func add(_ withdrawal: ConsentWithdrawal, of consent: ConsentID, owner: PersonID?) throws(StoreFailure) {
        var evidence: [UInt8]?
        if let text = withdrawal.evidence, let owner {
            evidence = try sealer.seal(Array(text.utf8), at: Place.withdrawal(of: consent), owner: owner)
        }
        try session.run(
            """
            INSERT INTO consent_withdrawal (consent, at, channel, author, evidence) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (consent) DO NOTHING
            """,
            [
                .id(consent.object), .integer(Moment.milliseconds(withdrawal.at)),
                .text(withdrawal.channel.rawValue), .text(withdrawal.author), .blob(evidence),
            ])
    }

    private func insert(_ record: ConsentRecord, of person: PersonID) throws(StoreFailure) {
        let content = try sealer.seal(ConsentContent(record).bytes, at: Place.consent(record.id), owner: person)
        try session.run(
            """
            INSERT INTO consent (id, person, purpose, version, shown, controls, act, requested_at, given_at, channel,
                                 is_withdrawal_shown, age, review_at, is_valid, author, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(record.id.object), .id(person.object), .text(record.purpose.value), .text(record.version?.text),
                .blob(record.shown), .text(record.controls.rawValue), .text(record.act?.rawValue),
                .integer(record.requestedAt.map { Moment.minute($0) }),
                .integer(Moment.milliseconds(record.givenAt)), .text(record.channel.rawValue),
                .flag(record.isWithdrawalShown), .text(record.age.word),
                .integer(Moment.minute(record.reviewAt)), .flag(record.isValid), .text(record.author), .blob(content),
            ])
    }

    private func opened(_ row: ConsentRow, of person: PersonID) throws(StoreFailure) -> ConsentRecord {
        let content = try ConsentContent(
            bytes: sealer.open(row.content, at: Place.consent(row.id), owner: person))
        var evidence: String?
        if let sealed = row.withdrawalEvidence {
            evidence = String(
                decoding: try sealer.open(sealed, at: Place.withdrawal(of: row.id), owner: person), as: UTF8.self)
        }
        return try row.record(with: content, withdrawalEvidence: evidence)
    }

    /// Under which hashes a link of any of our mails may name the holder of an address.
    private func reach(of address: EmailAddress) throws(StoreFailure) -> Set<[UInt8]> {
        let groups = try session.all("SELECT DISTINCT suppression_group FROM mailbox", []) { row throws(StoreFailure) in
            row.text(0)
        }
        return Set(Set(groups + ["default"]).flatMap { hashes.suppression(address, group: $0) })
    }
}
