internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Writes down that somebody is to be erased, with what the later steps have to know.
struct ErasurePlan {
    let records: DeskRecords
    let order: ErasureOrder
    let policy: ErasurePolicy
    let now: Date

    /// Before the transaction: the key that seals what has to be known of the person until all is over. A key without
    /// an erasure, should the process end between the two files, opens nothing.
    func makeKey(_ id: ErasureID, cabinet: SQLiteKeyCabinet) throws(StoreFailure) -> ErasureBrief? {
        guard try records.row(ofPerson: order.person) != nil, try underWay() == nil else { return nil }
        let summary = try records.summary(of: order.person)
        guard summary.address?.text != ArrivalReading.missingAuthor else { return nil }
        try vault { () throws(VaultFailure) in try records.sealer.keys.makePersonKeys(for: [id.object]) }
        return ErasureBrief(
            person: order.person, address: summary.address, name: summary.name,
            wrappedKeys: try Self.wrappedKeys(of: order.person, cabinet), recipients: try recipients())
    }

    func write(_ id: ErasureID, _ brief: ErasureBrief?) throws(StoreFailure) -> ErasurePlanning {
        guard try records.row(ofPerson: order.person) != nil else { return .nobody }
        if let earlier = try underWay() { return .planned(try records.shown(earlier)) }
        guard let brief else { return .standIn }
        let waits = order.origin == .portal && policy.delay > .zero
        let notBefore = waits ? now.addingTimeInterval(policy.delay.seconds) : now
        let state = try Self.state(
            of: order.person, notBefore: notBefore, under: policy, now: now, records)
        try records.session.run(
            """
            INSERT INTO erasure (id, state, asked_at, not_before, how, verified_by, author, evidence, brief, mailbox,
                                 copies_removed, copies_left)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
            """,
            [
                .id(id.object), .text(state.rawValue), .integer(Moment.minute(now)),
                .integer(Moment.milliseconds(notBefore)), .text(order.verification.how.rawValue),
                .blob(
                    try records.sealer.desk.seal(
                        Array(verifier.utf8), at: Place.verifier(of: id), padded: true)),
                .text(order.author.auditName), .blob(try evidence()),
                .blob(try records.sealer.seal(brief.bytes, at: Place.brief(of: id), owner: PersonID(id.object))),
                .text(try newestMailbox()?.value),
            ])
        if state == .held {
            try AuditLog(records).append(
                .erasureHeld(id), by: order.author.auditName, at: Moment.milliseconds(now))
        }
        guard let row = try records.erasure(id) else { throw .damaged }
        return .planned(try records.shown(row))
    }

    /// What an order is now: stopped by a legal hold (Art. 17(3)), waiting for its time, stopped by the daily limit
    /// (P16: no single act destroys much, and no single token either), or free.
    static func state(
        of person: PersonID, notBefore: Date, under policy: ErasurePolicy, now: Date, _ records: DeskRecords
    ) throws(StoreFailure) -> ErasureState {
        if try records.isHeld(person) { return .onHold }
        if notBefore > now { return .waiting }
        let lately =
            try records.session.first(
                """
                SELECT COUNT(*) FROM erasure
                WHERE COALESCE(destroyed_at, asked_at) > ? AND state NOT IN (?, ?, ?, ?)
                """,
                [
                    .integer(Moment.minute(now) - Limits.erasuresCounted), .text(ErasureState.held.rawValue),
                    .text(ErasureState.cancelled.rawValue), .text(ErasureState.waiting.rawValue),
                    .text(ErasureState.onHold.rawValue),
                ]
            ) { row throws(StoreFailure) in row.integer(0) } ?? 0
        return lately >= Int64(policy.limit) ? .held : .planned
    }

    private var verifier: String {
        order.verification.authority.map { "\(order.verification.by); authority: \($0)" } ?? order.verification.by
    }

    private func recipients() throws(StoreFailure) -> [ErasureBrief.Recipient] {
        try records.recipients(of: order.person).compactMap { disclosure in
            disclosure.recipient.map {
                ErasureBrief.Recipient(
                    address: $0, sentAt: Moment.milliseconds(disclosure.at), ticket: disclosure.ticket)
            }
        }
    }

    private func underWay() throws(StoreFailure) -> ErasureRow? {
        try records.erasure(withEvidence: evidence())
    }

    /// Of a person whose identity does not open, the id stands for the address.
    private func evidence() throws(StoreFailure) -> [UInt8] {
        let address = try records.summary(of: order.person).address
        return records.sealer.keys.evidenceHash(ofAddress: address?.normalized ?? order.person.hex)
    }

    private func newestMailbox() throws(StoreFailure) -> MailboxName? {
        guard let ticket = try records.tickets(of: order.person).last else { return nil }
        return try records.ticket(ticket)?.mailbox
    }

    private static func wrappedKeys(
        of person: PersonID, _ cabinet: SQLiteKeyCabinet
    ) throws(StoreFailure) -> [[UInt8]] {
        do {
            guard let newest = try cabinet.wrappedKey(owner: person.object, version: nil) else { return [] }
            var keys: [[UInt8]] = []
            for version in 1...max(1, newest.version) {
                if let key = try cabinet.wrappedKey(owner: person.object, version: version) { keys.append(key.wrapped) }
            }
            return keys
        } catch {
            throw SQLiteFailure.of(error)
        }
    }
}
