package import Desk
internal import Foundation
internal import Mail
internal import Vault

/// The certificate of an erasure: the files are searched, what was found out is written down, the person is told.
extension Store {
    package func certify(
        _ id: ErasureID, under policy: ErasurePolicy, by dispatch: Dispatch
    ) async throws(StoreFailure) {
        // nil in a restored backup: the key of the erasure was destroyed since, and nobody is told a second time.
        let brief = try await brief(of: id)
        let found = if let brief { try await search(for: brief) } else { ByteSearch.Result() }
        let (sealer, now) = (sealer, dispatch.world.now())
        try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard var row = try records.erasure(id), row.erasure.state == .expunged else { return }
            row.erasure.scanned = found.bytes
            row.erasure.residue = found.found
            row.erasure.unreachable = policy.unreachableCopies
            // The key that seals the address is destroyed when the confirmation has left, which is soon; the day is
            // counted anew then.
            let destroyed = Moment.date(row.destroyedAt ?? Moment.milliseconds(now))
            row.erasure.openableUntil = policy.keysKept.map { destroyed.addingTimeInterval($0.seconds) }
            let entry = try Self.confirm(row, brief, by: dispatch, records, now: Moment.milliseconds(now))
            let told = try Self.tellRecipients(row, brief, by: dispatch, records, now: now)
            try session.run(
                """
                UPDATE erasure SET state = ?, scanned = ?, residue = ?, unreachable = ?, openable_until = ?, entry = ?,
                    told = ?, untold = ?
                WHERE id = ?
                """,
                [
                    .text(ErasureState.certified.rawValue), .integer(found.bytes), .integer(found.found),
                    .text(policy.unreachableCopies.joined(separator: "\n")),
                    .integer(row.erasure.openableUntil.map(Moment.milliseconds)), .id(entry?.object),
                    .integer(told), .integer((brief?.recipients.count ?? 0) - told), .id(id.object),
                ])
            if found.found == 0, row.erasure.copiesLeft == 0 {
                try records.closeRequests(carriedOutBy: id, isTold: entry != nil, now: now)
            }
        }
    }

    /// Everything in the state folder but the ledger, which names erased people by their random ids on purpose.
    private func search(for brief: ErasureBrief) async throws(StoreFailure) -> ByteSearch.Result {
        let (engine, sealer, search) = (engine, sealer, ByteSearch(marks(of: brief)))
        // The audit log names people by their random ids, which lead nowhere now.
        let logged = try await engine.read { session throws(StoreFailure) in
            try DeskRecords(session, sealer: sealer).auditEntries(about: brief.person)
        }
        var result = try await engine.offload { () throws(StoreFailure) in
            let folder = StateFiles.folder(of: engine.path)
            _ = try engine.truncateLog()
            let result = try search.search(folder: folder, except: [StateFiles.ledgerName])
            guard result.found > logged, try StateFiles.size(of: engine.path) <= Limits.rewrittenBytes else {
                return result
            }
            // SQLite keeps copies of moved cells in the gaps of a page. Nobody can read them; rewriting removes them.
            try engine.rewrite()
            _ = try engine.truncateLog()
            return try search.search(folder: folder, except: [StateFiles.ledgerName])
        }
        result.found = max(0, result.found - logged)
        return result
    }

    private func marks(of brief: ErasureBrief) -> [[UInt8]] {
        var marks = [brief.person.object.bytes, Array(brief.person.hex.utf8)] + brief.wrappedKeys
        if let address = brief.address {
            marks += [Array(address.text.utf8), Array(address.normalized.utf8), HashMaker(keys: keys).address(address)]
        }
        if let name = brief.name, name.utf8.count > Limits.searchedNameBytes, name.contains(" ") {
            marks.append(Array(name.utf8))
        }
        return Array(Set(marks))
    }

    /// Queues the one mail that may leave after an erasure. nil when there is nobody to write to, or nothing may leave.
    private static func confirm(
        _ row: ErasureRow, _ brief: ErasureBrief?, by dispatch: Dispatch, _ records: DeskRecords, now: Int64
    ) throws(StoreFailure) -> OutboxEntryID? {
        let settings = dispatch.settings
        let named = row.mailbox.flatMap { settings.mailbox(named: $0) }
        guard settings.sendingRefusal == nil, let address = brief?.address,
            let mailbox = named ?? settings.mailboxes.first
        else { return nil }
        let letter = ErasureLetter.make(of: row.erasure, to: address, mailbox: mailbox, settings: settings)
        let mail: PreparedMail
        do throws(Dispatch.Failure) {
            mail = try dispatch.prepare(letter)
        } catch {
            // An address that no mail can be made for could not be answered before either.
            return nil
        }
        try records.add(letter: mail, from: mailbox, owner: row.erasure.id.object, now: Moment.date(now))
        return mail.entry
    }

    /// Art. 19: whoever was sent something of the person hears that it was erased. Answers to how many a mail is on its
    /// way; they go with the erasure's own key.
    private static func tellRecipients(
        _ row: ErasureRow, _ brief: ErasureBrief?, by dispatch: Dispatch, _ records: DeskRecords, now: Date
    ) throws(StoreFailure) -> Int {
        let settings = dispatch.settings
        let named = row.mailbox.flatMap { settings.mailbox(named: $0) }
        guard settings.sendingRefusal == nil, let brief, let mailbox = named ?? settings.mailboxes.first else {
            return 0
        }
        var told = 0
        for recipient in brief.recipients {
            let letter = RecipientLetter.make(
                .erased, correction: nil, sentOn: Moment.date(recipient.sentAt), ticket: recipient.ticket,
                to: recipient.address, mailbox: mailbox, settings: settings)
            let mail: PreparedMail
            do throws(Dispatch.Failure) {
                mail = try dispatch.prepare(letter)
            } catch {
                continue
            }
            try records.add(letter: mail, from: mailbox, owner: row.erasure.id.object, now: now)
            told += 1
        }
        return told
    }
}
