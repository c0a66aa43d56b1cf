internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// A breach, whom it concerns and their letters inside one transaction.
struct BreachWriting {
    let records: DeskRecords
    let author: Principal

    func change(_ number: BreachNumber, by act: BreachAct, now: Date) throws(StoreFailure) -> BreachOutcome {
        guard let breach = try records.breach(number) else { return .notFound }
        let next: Breach
        do throws(DeskRefusal) {
            next = try breach.after(act)
        } catch {
            return .refused(error)
        }
        try records.update(next)
        try note(.breachMoved(number, act.word), now)
        return .done(next)
    }

    func addAffected(
        _ source: AffectedSource, to number: BreachNumber, now: Date
    ) throws(StoreFailure) -> BreachOutcome {
        guard let breach = try records.breach(number) else { return .notFound }
        guard let found = try AffectedSearch(records: records).find(source) else { return .sourceNotFound }
        let counts = AffectedCounts(found)
        let next: Breach
        do throws(DeskRefusal) {
            next = try breach.asked(
                AffectedQuery(
                    source: source.word, particulars: source.particulars, found: counts, at: now, by: author.auditName))
        } catch {
            return .refused(error)
        }
        for (place, messages) in found {
            try records.session.run(
                """
                INSERT INTO breach_person (breach, person, ticket, messages) VALUES (?, ?, ?, ?)
                ON CONFLICT (breach, person, ticket) DO UPDATE SET messages = CASE
                    WHEN excluded.messages > breach_person.messages THEN excluded.messages
                    ELSE breach_person.messages END
                """,
                [
                    .integer(number.value), .id(place.person.object), .integer(place.ticket), .integer(messages),
                ])
        }
        try records.update(next)
        try note(.breachAffected(number, source: source.word, counts), now)
        guard let read = try records.breach(number) else { throw .damaged }
        return .done(read)
    }

    func queueLetters(
        about number: BreachNumber, limit: Int, by dispatch: Dispatch
    ) throws(StoreFailure) -> BreachLetterOutcome {
        guard let breach = try records.breach(number) else { return .notFound }
        guard breach.state == .open, !breach.isDrill else {
            return .refused(.invalid(field: "breach", expected: "an open one that is no exercise"))
        }
        let now = dispatch.world.now()
        let people = try records.session.all(
            """
            SELECT DISTINCT p.person FROM breach_person p WHERE p.breach = ? AND NOT EXISTS (
                SELECT 1 FROM breach_letter l WHERE l.breach = p.breach AND l.person = p.person)
            ORDER BY p.person LIMIT ?
            """, [.integer(number.value), .integer(limit)]
        ) { row throws(StoreFailure) in PersonID(try row.id(0)) }
        for person in people {
            let written: OutboxEntryID?
            switch try write(to: person, about: breach, by: dispatch, now: Moment.milliseconds(now)) {
            case .success(let entry): written = entry
            case .failure(let failure): return .notComposed(failure)
            }
            try records.session.run(
                "INSERT INTO breach_letter (breach, person, entry) VALUES (?, ?, ?)",
                [.integer(number.value), .id(person.object), .id(written?.object)])
        }
        if !people.isEmpty { try note(.breachLettersQueued(number, people.count), now) }
        return .queued(remaining: try records.lettersUnwritten(of: number))
    }

    /// The mail's id; nil for somebody without an address that a mail can be made for.
    private func write(
        to person: PersonID, about breach: Breach, by dispatch: Dispatch, now: Int64
    ) throws(StoreFailure) -> Result<OutboxEntryID?, Dispatch.Failure> {
        let summary = try records.summary(of: person)
        guard let address = summary.address,
            let mailbox = try mailbox(of: person, in: breach.number, dispatch.settings),
            let letter = BreachLetter.make(
                about: breach, to: address, named: summary.name,
                mailbox: try records.addressed(mailbox, now: dispatch.world.now()), settings: dispatch.settings)
        else { return .success(nil) }
        let mail: PreparedMail
        do throws(Dispatch.Failure) {
            mail = try dispatch.prepare(letter)
        } catch .composition {
            // An address no mail can be made for could not be answered before either.
            return .success(nil)
        } catch {
            return .failure(error)
        }
        try records.add(
            letter: PlannedEntry(
                mail: mail, state: .queued, reason: nil, isFirstAnswer: false, isOverridden: false,
                isToRequester: false, nextAttemptAt: dispatch.world.now()),
            from: mailbox, owner: person.object, now: now)
        return .success(mail.entry)
    }

    /// The mailbox of the newest of the person's tickets it concerns: the one they know.
    private func mailbox(
        of person: PersonID, in breach: BreachNumber, _ settings: DeskSettings
    ) throws(StoreFailure) -> MailboxProfile? {
        let name = try records.session.first(
            """
            SELECT t.mailbox FROM breach_person p JOIN ticket t ON t.number = p.ticket
            WHERE p.breach = ? AND p.person = ? ORDER BY t.number DESC LIMIT 1
            """, [.integer(breach.value), .id(person.object)]
        ) { row throws(StoreFailure) in MailboxName(row.text(0)) }
        return name.flatMap { $0 }.flatMap { settings.mailbox(named: $0) } ?? settings.mailboxes.first
    }

    private func note(_ event: AuditEvent, _ now: Date) throws(StoreFailure) {
        try AuditLog(records).append(event, by: author.auditName, at: Moment.milliseconds(now))
    }
}

extension AffectedCounts {
    init(_ found: [AffectedSearch.Place: Int]) {
        self.init(people: Set(found.keys.map(\.person)).count, records: found.values.reduce(0, +))
    }
}
