package import Desk
package import Foundation
internal import Mail
internal import Vault

/// Correcting, stating, and telling recipients: each verb one transaction.
extension Store {
    package func rectify(
        _ person: PersonID, by rectification: Rectification, author: Principal, now: Date
    ) async throws(StoreFailure) -> RectificationOutcome {
        let (sealer, ledger) = (sealer, ledger)
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard try records.row(ofPerson: person) != nil else { return .nobody }
            guard try !records.isStandIn(person) else { return .standIn }
            let old = try records.summary(of: person)
            guard let address = rectification.address ?? old.address else { return .nobody }
            let index = records.hashes.address(address)
            if let other = try records.person(withIndex: index), other.id != person { return .addressTaken }
            let identity = PersonIdentity(address: address.text, name: rectification.name ?? old.name)
            try session.run(
                "UPDATE person SET address = ?, identity = ? WHERE id = ?",
                [
                    .blob(index),
                    .blob(try sealer.seal(identity.bytes, at: Place.identity(of: person), owner: person)),
                    .id(person.object),
                ])
            if let before = old.address, before.normalized != address.normalized {
                // The wish not to be written to is the person's, whatever their address is.
                try records.carryWishes(from: before, to: address, by: author, in: ledger, now: now)
                try session.run("UPDATE person SET is_undeliverable = 0 WHERE id = ?", [.id(person.object)])
            }
            try AuditLog(records).append(
                .personRectified(person), by: author.auditName, at: Moment.milliseconds(now))
            return .rectified
        }
    }

    package func state(
        _ text: String, about message: TicketMessageID, of ticket: TicketNumber, for person: PersonID,
        by author: Principal, now: Date
    ) async throws(StoreFailure) -> StatementOutcome {
        let (sealer, id) = (sealer.opening(held: author.has(.dpo)), world.newObjectID())
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let number = try records.ticket(ticket)?.number, let row = try records.message(message, of: number)
            else { return .notFound }
            guard row.owner == person else { return .notTheirs }
            try records.add(
                Statement(text: text, at: now, author: author.auditName), as: id, about: message, for: person)
            try AuditLog(records).append(
                .statementAdded(message, ticket: number), by: author.auditName, at: Moment.milliseconds(now))
            let entries = try records.entries(of: number).filter { $0.position == row.position }
            return .stated(try records.shown(row, entries: entries))
        }
    }

    package func tellRecipients(
        of person: PersonID, _ act: RecipientNotice.Act, correction: String?, unless reason: String?,
        by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> [RecipientNotice] {
        let (sealer, now) = (sealer, dispatch.world.now())
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            let mailbox = try records.letterMailbox(of: person, dispatch.settings)
            var (notices, told): ([RecipientNotice], Int) = ([], 0)
            for disclosure in try records.recipients(of: person) {
                guard let recipient = disclosure.recipient else { continue }
                var notice = RecipientNotice(act: act, recipient: recipient, at: now, state: nil, reason: reason)
                var entry: OutboxEntryID?
                if reason == nil {
                    let mail = mailbox.flatMap {
                        Self.letter(act, correction, about: disclosure, to: recipient, from: $0, dispatch)
                    }
                    if let mail, let mailbox {
                        try records.add(letter: mail, from: mailbox, owner: person.object, now: now)
                        (entry, notice.state, told) = (mail.entry, .queued, told + 1)
                    } else {
                        notice.reason = "no mail can be made for this address"
                    }
                }
                try records.add(notice, as: dispatch.world.newObjectID(), about: person, entry: entry)
                notices.append(notice)
            }
            if !notices.isEmpty {
                try AuditLog(records).append(
                    .recipientsTold(person, act, told: told, untold: notices.count - told), by: author.auditName,
                    at: Moment.milliseconds(now))
            }
            return notices
        }
    }

    package func recipientNotices(of person: PersonID) async throws(StoreFailure) -> [RecipientNotice] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).recipientNotices(of: person)
        }
    }

    /// nil for an address that no mail can be made for.
    static func letter(
        _ act: RecipientNotice.Act, _ correction: String?, about disclosure: Disclosure, to recipient: EmailAddress,
        from mailbox: MailboxProfile, _ dispatch: Dispatch
    ) -> PreparedMail? {
        let letter = RecipientLetter.make(
            act, correction: correction, sentOn: disclosure.at, ticket: disclosure.ticket, to: recipient,
            mailbox: mailbox, settings: dispatch.settings)
        do throws(Dispatch.Failure) {
            return try dispatch.prepare(letter)
        } catch {
            return nil
        }
    }
}

extension DeskRecords {
    /// What stands under the hashes of an address stands under the newest of another as well.
    func carryWishes(
        from old: EmailAddress, to new: EmailAddress, by author: Principal, in ledger: ErasureLedger, now: Date
    ) throws(StoreFailure) {
        let groups = try session.all("SELECT DISTINCT suppression_group FROM mailbox", []) { row throws(StoreFailure) in
            row.text(0)
        }
        for group in Set(groups + ["default"]).sorted() {
            let identity = SuppressionIdentity.text(address: new.normalized, group: group)
            guard
                let record = try SuppressionList(session: session).record(hashes.suppression(old, group: group)),
                let newest = sealer.keys.suppressionHashes(ofAddress: identity).first
            else { continue }
            var wishes: [(UnsubscribeScope, TicketNumber?)] = record.tickets.map { ($0.value, $0.key) }
            if !record.scope.isEmpty { wishes.append((record.scope, nil)) }
            for (scope, ticket) in wishes {
                try add(
                    Suppression(
                        hash: newest.hash, keyVersion: newest.version, scope: scope, ticket: ticket, at: now,
                        source: .agent), by: author, in: ledger)
            }
        }
    }
}
