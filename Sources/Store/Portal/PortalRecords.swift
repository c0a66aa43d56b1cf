internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Rows of single-use links and of the portal inside one transaction.
struct PortalRecords {
    let records: DeskRecords

    private var session: any SQLSession { records.session }

    init(_ records: DeskRecords) {
        self.records = records
    }

    /// The addresses that wait for a link, the oldest first, as keyed hashes.
    func asks(limit: Int) throws(StoreFailure) -> [[UInt8]] {
        try session.all(
            "SELECT address FROM portal_ask ORDER BY asked_at, address LIMIT ?", [.integer(limit)]
        ) { row throws(StoreFailure) in row.blob(0) }
    }

    func removeAsk(_ address: [UInt8]) throws(StoreFailure) {
        try session.run("DELETE FROM portal_ask WHERE address = ?", [.blob(address)])
    }

    /// Makes a link and queues the mail that brings it. Answers the mail; nil when there is no address on file, and why
    /// it could not be made.
    func send(
        _ purpose: PortalLink.Purpose, to person: PersonRow, dispatch: Dispatch
    ) throws(StoreFailure) -> Result<OutboxEntryID?, Dispatch.Failure> {
        let summary = try records.summary(of: person.id)
        guard let address = summary.address, let mailbox = try mailbox(of: person.id, dispatch.settings) else {
            return .success(nil)
        }
        let token = try vault { () throws(VaultFailure) in try LinkToken() }
        let letter = PortalLetter.make(
            purpose, token: token.text, to: address, name: summary.name,
            mailbox: try records.addressed(mailbox, now: dispatch.world.now()), settings: dispatch.settings)
        let mail: PreparedMail
        do throws(Dispatch.Failure) {
            mail = try dispatch.prepare(letter)
        } catch {
            return .failure(error)
        }
        let now = Moment.milliseconds(dispatch.world.now())
        try records.add(
            letter: PlannedEntry(
                mail: mail, state: .queued, reason: nil, isFirstAnswer: false, isOverridden: false,
                isToRequester: false, nextAttemptAt: dispatch.world.now()),
            from: mailbox, owner: person.id.object, now: now)
        try add(token.hash, purpose, of: person.id, entry: mail.entry, now: now)
        return .success(mail.entry)
    }

    /// Links of a request since a time, used or not.
    func links(of request: RightsRequestID, since: Int64) throws(StoreFailure) -> Int {
        try session.first(
            "SELECT COUNT(*) FROM portal_link WHERE request = ? AND made_at > ?",
            [.id(request.object), .integer(since)]
        ) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
    }

    /// A living link that was not used.
    func link(_ hash: [UInt8], now: Date) throws(StoreFailure) -> PortalLink? {
        let found = try session.first(
            "SELECT person, request, export, made_at FROM portal_link WHERE hash = ? AND used_at IS NULL",
            [.blob(hash)]
        ) { row throws(StoreFailure) in
            let purpose: PortalLink.Purpose =
                if let request = try row.idIfAny(1) {
                    .proof(RightsRequestID(request))
                } else if let export =
                    try row.idIfAny(2)
                {
                    .export(ExportID(export))
                } else { .signIn }
            return PortalLink(
                hash: hash, person: PersonID(try row.id(0)), purpose: purpose, madeAt: Moment.date(row.integer(3)))
        }
        guard let found, found.isAlive(at: now) else { return nil }
        if case .export(let id) = found.purpose {
            // It dies with the copy it brings.
            guard let export = try records.export(id)?.export, export.isOpenable(at: now),
                export.person == found.person
            else { return nil }
        }
        return found
    }

    /// The row stays until its mail can go with it.
    func markUsed(_ hash: [UInt8], now: Date) throws(StoreFailure) {
        try session.run(
            "UPDATE portal_link SET used_at = ? WHERE hash = ?", [.integer(Moment.minute(now)), .blob(hash)])
    }

    /// Writes a session; the person's oldest beyond the number there may be end.
    func begin(_ new: PortalSession) throws(StoreFailure) {
        try session.run(
            "INSERT INTO portal_session (hash, person, begun_at, seen_at) VALUES (?, ?, ?, ?)",
            [
                .blob(new.hash), .id(new.person.object), .integer(Moment.milliseconds(new.begunAt)),
                .integer(Moment.minute(new.seenAt)),
            ])
        let hashes = try session.all(
            "SELECT hash FROM portal_session WHERE person = ? ORDER BY begun_at DESC, hash", [.id(new.person.object)]
        ) { row throws(StoreFailure) in row.blob(0) }
        for hash in hashes.dropFirst(Desk.Limits.sessionsPerPerson) { try end(hash) }
    }

    func session(_ hash: [UInt8]) throws(StoreFailure) -> PortalSession? {
        try session.first(
            "SELECT person, begun_at, seen_at FROM portal_session WHERE hash = ?", [.blob(hash)]
        ) { row throws(StoreFailure) in
            PortalSession(
                hash: hash, person: PersonID(try row.id(0)), begunAt: Moment.date(row.integer(1)),
                seenAt: Moment.date(row.integer(2)))
        }
    }

    func touch(_ hash: [UInt8], now: Date) throws(StoreFailure) {
        try session.run(
            "UPDATE portal_session SET seen_at = ? WHERE hash = ?", [.integer(Moment.minute(now)), .blob(hash)])
    }

    func end(_ hash: [UInt8]) throws(StoreFailure) {
        try session.run("DELETE FROM portal_session WHERE hash = ?", [.blob(hash)])
    }

    /// Everybody is signed out and no link works any more: a copy that was put back must open nothing again.
    func endAll() throws(StoreFailure) {
        try session.run("DELETE FROM portal_ask")
        try session.run("DELETE FROM portal_session")
        try session.run("UPDATE portal_link SET used_at = made_at WHERE used_at IS NULL")
    }

    private func add(
        _ hash: [UInt8], _ purpose: PortalLink.Purpose, of person: PersonID, entry: OutboxEntryID, now: Int64
    ) throws(StoreFailure) {
        var (request, export): (RightsRequestID?, ExportID?)
        switch purpose {
        case .signIn: break
        case .proof(let id): request = id
        case .export(let id): export = id
        }
        try session.run(
            """
            INSERT INTO portal_link (hash, person, request, export, entry, made_at, used_at)
            VALUES (?, ?, ?, ?, ?, ?, NULL)
            """,
            [
                .blob(hash), .id(person.object), .id(request?.object), .id(export?.object), .id(entry.object),
                .integer(now),
            ])
    }

    /// Where the person and the desk last had to do with each other.
    func mailbox(of person: PersonID, _ settings: DeskSettings) throws(StoreFailure) -> MailboxProfile? {
        let name = try session.first(
            """
            SELECT t.mailbox FROM participant p JOIN ticket t ON t.number = p.ticket WHERE p.person = ?
            ORDER BY t.number DESC LIMIT 1
            """, [.id(person.object)]
        ) { row throws(StoreFailure) in MailboxName(row.text(0)) }
        return name.flatMap { $0 }.flatMap { settings.mailbox(named: $0) } ?? settings.mailboxes.first
    }
}
