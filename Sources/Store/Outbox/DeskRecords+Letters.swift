internal import Desk
internal import Foundation
internal import Vault

/// Mail that belongs to no ticket, each under a key of its own that its owner's key opens.
extension DeskRecords {
    /// Queues a letter. The owner has a key.
    func add(
        letter planned: PlannedEntry, from mailbox: MailboxProfile, owner: ObjectID, now: Int64
    ) throws(StoreFailure) {
        let id = planned.mail.entry
        let made = try vault { () throws(VaultFailure) in
            try sealer.keys.makeContentKey(at: Place.letterKey(id), owner: owner)
        }
        try session.run(
            "INSERT INTO letter (entry, owner, cek) VALUES (?, ?, ?)",
            [.id(id.object), .id(owner), .blob(made.wrapped)])
        try add(
            planned, ticket: nil, position: 0, mailbox: mailbox.name, key: MessageKey(key: made.key),
            group: mailbox.suppressionGroup, now: now)
    }

    /// Queues a letter that may leave now.
    func add(
        letter mail: PreparedMail, from mailbox: MailboxProfile, owner: ObjectID, now: Date
    ) throws(StoreFailure) {
        try add(
            letter: PlannedEntry(
                mail: mail, state: .queued, reason: nil, isFirstAnswer: false, isOverridden: false,
                isToRequester: false, nextAttemptAt: now),
            from: mailbox, owner: owner, now: Moment.milliseconds(now))
    }

    func letters(ownedBy owner: ObjectID) throws(StoreFailure) -> [OutboxEntryID] {
        try session.all("SELECT entry FROM letter WHERE owner = ?", [.id(owner)]) { row throws(StoreFailure) in
            OutboxEntryID(try row.id(0))
        }
    }

    /// Everything that is kept of a letter.
    func removeLetter(_ entry: OutboxEntryID) throws(StoreFailure) {
        let id = SQLValue.id(entry.object)
        try session.run("DELETE FROM mail_reference WHERE entry = ?", [id])
        try session.run("DELETE FROM outbox_mail WHERE entry = ?", [id])
        try session.run("DELETE FROM letter WHERE entry = ?", [id])
        try session.run("DELETE FROM outbox WHERE id = ?", [id])
    }

    /// The ticket of an entry; nil for a letter.
    func ticket(of entry: EntryRow) throws(StoreFailure) -> TicketRow? {
        try entry.ticket.map { (number) throws(StoreFailure) in try ticket(number) } ?? nil
    }

    /// What opens an entry: the key of the message it delivers, or the letter's own. nil when there is neither.
    func key(of entry: EntryRow) throws(StoreFailure) -> MessageKey? {
        if let ticket = entry.ticket {
            guard let message = try message(at: entry.position, of: ticket) else { return nil }
            return try key(of: message)
        }
        let wrapped = try session.first(
            "SELECT owner, cek FROM letter WHERE entry = ?", [.id(entry.id.object)]
        ) { row throws(StoreFailure) in (try row.id(0), row.blob(1)) }
        guard let (owner, cek) = wrapped else { return nil }
        return MessageKey(
            key: try vault { () throws(VaultFailure) in
                try sealer.keys.openContentKey(
                    cek, at: Place.letterKey(entry.id), owner: owner, opensHeld: sealer.opensHeld)
            })
    }
}
