package import Desk
package import Foundation
internal import Mail
internal import Vault

/// Restricting: each verb is ledger, keys and rows on the one writing connection.
extension Store {
    package func restrictions() async throws(StoreFailure) -> [Restriction] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            var shown: [Restriction] = []
            for row in try records.restrictions() { shown.append(try records.shown(row)) }
            return shown
        }
    }

    package func restrictions(of person: PersonID) async throws(StoreFailure) -> [Restriction] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).shownRestrictions(of: person)
        }
    }

    package func isWithheld(_ ticket: TicketNumber) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).isWithheld(ticket)
        }
    }

    package func restrict(
        _ person: PersonID, on ground: Restriction.Ground, by author: Principal, now: Date
    ) async throws(StoreFailure) -> RestrictionOutcome {
        let (sealer, ledger) = (sealer, ledger)
        let outcome = try await engine.write(
            after: { session throws(StoreFailure) -> Restricting.Prepared? in
                let records = DeskRecords(session, sealer: sealer)
                guard try !records.isStandIn(person) else { return nil }
                return try Restricting(records: records, person: person, ground: ground).hold(ledger: ledger, now: now)
            },
            { session, prepared throws(StoreFailure) -> RestrictionOutcome in
                let records = DeskRecords(session, sealer: sealer)
                guard try records.row(ofPerson: person) != nil else { return .nobody }
                guard try !records.isStandIn(person) else { return .standIn }
                if let prepared {
                    let milliseconds = Moment.milliseconds(now)
                    try Restricting(records: records, person: person, ground: ground)
                        .write(through: prepared.through, author: author.auditName, now: milliseconds)
                    try ErasureLedger.noteNext(prepared.line, session)
                    try AuditLog(records).append(
                        .personRestricted(person, ground), by: author.auditName, at: milliseconds)
                }
                guard let row = try records.restrictions(of: person).first(where: { $0.ground == ground }) else {
                    throw .damaged
                }
                return .restricted(try records.shown(row))
            })
        Fault.point(.h3)
        return outcome
    }

    package func announceLift(
        of person: PersonID, _ ground: Restriction.Ground, because reason: String, by author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> LiftAnnouncement {
        let (sealer, now) = (sealer, dispatch.world.now())
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard var row = try records.restrictions(of: person).first(where: { $0.ground == ground }) else {
                return .notRestricted
            }
            let standing = try records.shown(row)
            // One that failed, or was withheld, told nobody: another try is made.
            if let notice = standing.notice, !notice.state.isTerminal || notice.state.hasLeft {
                return .announced(standing)
            }
            guard let address = try records.summary(of: person).address,
                let mailbox = try records.letterMailbox(of: person, dispatch.settings)
            else { return .nobodyToTell }
            let letter = RestrictionLetter.make(
                of: standing, because: reason, to: address, mailbox: mailbox, settings: dispatch.settings)
            let mail: PreparedMail
            do throws(Dispatch.Failure) {
                mail = try dispatch.prepare(letter)
            } catch {
                return .notComposed(error)
            }
            try records.add(letter: mail, from: mailbox, owner: person.object, now: now)
            try session.run(
                "UPDATE restriction SET notice = ?, noticed_at = ? WHERE person = ? AND ground = ?",
                [
                    .id(mail.entry.object), .integer(Moment.minute(now)), .id(person.object), .text(ground.rawValue),
                ])
            (row.notice, row.noticedAt) = (mail.entry, Moment.minute(now))
            return .announced(try records.shown(row))
        }
    }

    package func lift(
        _ person: PersonID, _ ground: Restriction.Ground, told: Restriction.Telling, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let (sealer, ledger) = (sealer, ledger)
        let restricting = { @Sendable (session: any SQLSession) in
            Restricting(records: DeskRecords(session, sealer: sealer), person: person, ground: ground)
        }
        return try await engine.write(
            after: { session throws(StoreFailure) -> Int64? in
                try restricting(session).release(ledger: ledger, now: now)
            },
            { session, line throws(StoreFailure) -> Bool in
                guard let line else { return false }
                try restricting(session).removeRows()
                try ErasureLedger.noteNext(line, session)
                try AuditLog(session, keys: sealer.keys).append(
                    .personReleased(person, ground, told: told), by: author.auditName, at: Moment.milliseconds(now))
                return true
            })
    }
}

extension DeskRecords {
    func shownRestrictions(of person: PersonID) throws(StoreFailure) -> [Restriction] {
        var shown: [Restriction] = []
        for row in try restrictions(of: person) { shown.append(try self.shown(row)) }
        return shown
    }

    /// All mail without an author hangs on one stand-in, which is nobody.
    func isStandIn(_ person: PersonID) throws(StoreFailure) -> Bool {
        try summary(of: person).address?.text == ArrivalReading.missingAuthor
    }

    /// Where the person and the desk last had to do with each other.
    func letterMailbox(of person: PersonID, _ settings: DeskSettings) throws(StoreFailure) -> MailboxProfile? {
        let newest = try tickets(of: person).last
        let name = try newest.map { (number) throws(StoreFailure) in try ticket(number)?.mailbox } ?? nil
        return name.flatMap { settings.mailbox(named: $0) } ?? settings.mailboxes.first
    }
}
