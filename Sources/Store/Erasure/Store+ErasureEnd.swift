package import Desk
package import Foundation
package import Mail
internal import Vault

/// Erasing: what follows once keys and rows are gone.
extension Store {
    package func erasedCopies(_ id: ErasureID) async throws(StoreFailure) -> [MailboxName: [ServerCopy]] {
        try await engine.read { session throws(StoreFailure) in
            var copies: [MailboxName: [ServerCopy]] = [:]
            try session.look(
                "SELECT mailbox, folder, uid_validity, uid FROM erasure_copy WHERE erasure = ?", [.id(id.object)]
            ) { row throws(StoreFailure) in
                guard let mailbox = MailboxName(row.text(0)) else { throw .damaged }
                copies[mailbox, default: []].append(
                    ServerCopy(
                        folder: row.text(1), uidValidity: UInt32(clamping: row.integer(2)),
                        uid: UInt32(clamping: row.integer(3))))
                return .goOn
            }
            return copies
        }
    }

    package func erasedAddress(_ id: ErasureID) async throws(StoreFailure) -> EmailAddress? {
        try await brief(of: id)?.address
    }

    package func recordedMails(
        _ mails: [FetchedMessage], of id: ErasureID, in mailbox: MailboxProfile
    ) async throws(StoreFailure) -> Set<UInt32> {
        guard let address = try await brief(of: id)?.address else { return [] }
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            var recorded: Set<UInt32> = []
            for mail in mails {
                let message = MessageParser().parse(mail.bytes)
                guard Authorship(of: message, for: mailbox).author?.normalized == address.normalized else { continue }
                let identity = records.hashes.identity(of: message)
                let hash = message.messageID.map(records.hashes.messageID) ?? identity
                if try records.isKnown(hash, identity: identity) { recorded.insert(mail.uid) }
            }
            return recorded
        }
    }

    package func noteExpunged(_ id: ErasureID, removed: Int, left: Int) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            // A try that a crash interrupted has removed what this one no longer found.
            try session.run(
                """
                UPDATE erasure SET state = ?, copies_removed = ?, copies_left = ? WHERE id = ? AND state = ?
                """,
                [
                    .text(ErasureState.expunged.rawValue), .integer(removed), .integer(left), .id(id.object),
                    .text(ErasureState.forgotten.rawValue),
                ])
            try session.run("DELETE FROM erasure_copy WHERE erasure = ?", [.id(id.object)])
        }
    }

    package func finishErasure(
        _ id: ErasureID, under policy: ErasurePolicy, now: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        let isOver = try await engine.read { session throws(StoreFailure) -> Bool? in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.erasure(id), row.erasure.state == .certified else { return nil }
            // The confirmation, and what tells recipients: with the erasure's key nobody could send them.
            for letter in try records.letters(ownedBy: id.object) {
                guard try records.entry(letter)?.state.isTerminal ?? true else { return false }
            }
            guard let entry = row.entry else { return true }
            return try records.entry(entry)?.state.isTerminal ?? true
        }
        guard isOver == true else { return false }
        Fault.point(.e7)
        // Key first: what the rows still hold opens no more, should the process end here.
        try await destroyKey(of: id)
        Fault.point(.e8)
        try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.erasure(id), row.erasure.state == .certified else { return }
            var confirmation: SQLValue = .null
            if let entry = row.entry {
                if let sent = try records.entry(entry) { confirmation = .integer(sent.state.code) }
                try records.removeLetter(entry)
            }
            for letter in try records.letters(ownedBy: id.object) { try records.removeLetter(letter) }
            let until = policy.keysKept.map { now.addingTimeInterval($0.seconds) }
            try session.run(
                """
                UPDATE erasure SET state = ?, brief = NULL, entry = NULL, confirmation = ?, openable_until = ?,
                    finished_at = ?
                WHERE id = ?
                """,
                [
                    .text(ErasureState.done.rawValue), confirmation, .integer(until.map(Moment.milliseconds)),
                    .integer(Moment.minute(now)), .id(id.object),
                ])
        }
        try await truncateLog()
        return true
    }

    package func erasure(_ id: ErasureID) async throws(StoreFailure) -> Erasure? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            return try records.erasure(id).map { (row) throws(StoreFailure) in try records.shown(row) }
        }
    }

    package func erasures(limit: Int) async throws(StoreFailure) -> [Erasure] {
        try await shown("\(ErasureRow.select) ORDER BY id DESC LIMIT ?", [.integer(limit)])
    }

    package func unfinishedErasures(now: Date) async throws(StoreFailure) -> [Erasure] {
        try await shown(
            "\(ErasureRow.select) WHERE finished_at IS NULL AND not_before <= ? ORDER BY id",
            [.integer(Moment.milliseconds(now))])
    }

    package func mentions(of id: ErasureID) async throws(StoreFailure) -> [ErasureMention] {
        try await engine.read { session throws(StoreFailure) in
            try session.all(
                "SELECT ticket, message FROM erasure_mention WHERE erasure = ? ORDER BY ticket, message",
                [.id(id.object)]
            ) { row throws(StoreFailure) in
                guard let ticket = TicketNumber(row.integer(0)) else { throw .damaged }
                return ErasureMention(ticket: ticket, message: TicketMessageID(try row.id(1)))
            }
        }
    }

    func brief(of id: ErasureID) async throws(StoreFailure) -> ErasureBrief? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard let row = try records.erasure(id) else { throw .notFound }
            return try records.brief(of: row)
        }
    }

    private func shown(_ sql: String, _ values: [SQLValue]) async throws(StoreFailure) -> [Erasure] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            return try session.all(sql, values) { row throws(StoreFailure) in
                try records.shown(try ErasureRow(row))
            }
        }
    }
}
