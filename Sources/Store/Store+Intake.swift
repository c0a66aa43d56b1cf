package import Desk
internal import Foundation
internal import Mail
internal import Synchronization
internal import Vault

/// What the intake asks: the cursor, the attempts, the batch.
extension Store {
    package func intakeState(mailbox: MailboxName, folder: String) async throws(StoreFailure) -> IntakeState? {
        try await engine.read { session throws(StoreFailure) in
            let row: [SQLValue] = [.text(mailbox.value), .text(folder)]
            let cursor = try session.first(
                """
                SELECT uid_validity, last_uid, old_below, first_contact FROM intake_folder
                WHERE mailbox = ? AND folder = ?
                """, row
            ) { row throws(StoreFailure) in
                (
                    UInt32(clamping: row.integer(0)), UInt32(clamping: row.integer(1)),
                    UInt32(clamping: row.integer(2)), Moment.date(row.integer(3))
                )
            }
            guard let cursor else { return nil }
            let unsettled = try session.all(
                "SELECT uid, attempts, state FROM intake_ledger WHERE mailbox = ? AND folder = ? ORDER BY uid", row
            ) { row throws(StoreFailure) in
                IntakeState.Unsettled(
                    uid: UInt32(clamping: row.integer(0)), attempts: UInt32(clamping: row.integer(1)),
                    state: try IntakeState.Unsettled.State(code: row.integer(2)))
            }
            return IntakeState(
                uidValidity: cursor.0, lastUID: cursor.1, oldBelow: cursor.2, firstContact: cursor.3,
                unsettled: unsettled)
        }
    }

    package func beginIntake(
        mailbox: MailboxName, folder: String, uidValidity: UInt32, _ beginning: IntakeBeginning
    ) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            let row: [SQLValue] = [.text(mailbox.value), .text(folder)]
            try session.run("DELETE FROM intake_ledger WHERE mailbox = ? AND folder = ?", row)
            try session.run(
                """
                INSERT INTO intake_folder (mailbox, folder, uid_validity, last_uid, old_below, first_contact)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (mailbox, folder) DO UPDATE SET
                    uid_validity = excluded.uid_validity, last_uid = excluded.last_uid,
                    old_below = excluded.old_below, first_contact = excluded.first_contact
                """,
                row + [
                    .integer(uidValidity), .integer(beginning.after), .integer(beginning.oldBelow),
                    .integer(Moment.milliseconds(beginning.firstContact)),
                ])
            for uid in beginning.waiting {
                try session.run(
                    """
                    INSERT INTO intake_ledger (mailbox, folder, uid, attempts, state, message)
                    VALUES (?, ?, ?, 0, ?, NULL)
                    """, row + [.integer(uid), .integer(IntakeState.Unsettled.State.waiting.code)])
            }
        }
    }

    package func recordAttempt(
        mailbox: MailboxName, folder: String, uids: [UInt32], alone: Bool
    ) async throws(StoreFailure) -> [UInt32: UInt32] {
        try await engine.write { session throws(StoreFailure) in
            var attempts: [UInt32: UInt32] = [:]
            for uid in uids {
                attempts[uid] = try session.first(
                    """
                    INSERT INTO intake_ledger (mailbox, folder, uid, attempts, state, message)
                    VALUES (?, ?, ?, ?, ?, NULL)
                    ON CONFLICT (mailbox, folder, uid) DO UPDATE SET
                        attempts = intake_ledger.attempts + excluded.attempts,
                        state = CASE WHEN intake_ledger.state = ? THEN excluded.state ELSE intake_ledger.state END
                    RETURNING attempts
                    """,
                    [
                        .text(mailbox.value), .text(folder), .integer(uid), .integer(alone ? Int64(1) : Int64(0)),
                        .integer(IntakeState.Unsettled.State.attempting.code),
                        .integer(IntakeState.Unsettled.State.waiting.code),
                    ]
                ) { row throws(StoreFailure) in UInt32(clamping: row.integer(0)) }
            }
            return attempts
        }
    }

    package func accept(_ batch: IntakeBatch) async throws(StoreFailure) -> [Acceptance] {
        let reader = try ArrivalReader(batch: batch, keys: keys)
        let readings = await reader.read(batch.arrivals)
        let (sealer, ledger, world) = (sealer, ledger, world)
        let isKnownGroup = groups.withLock { $0[batch.profile.name] == batch.profile.suppressionGroup }
        let acceptances = try await engine.write(
            after: { session throws(StoreFailure) in
                try Self.makeKeys(for: readings, DeskRecords(session, sealer: sealer), world: world)
            },
            { session, newPeople throws(StoreFailure) in
                if !isKnownGroup { try Self.note(batch.profile, session) }
                let transaction = try IntakeTransaction(
                    batch: batch, records: DeskRecords(session, sealer: sealer), ledger: ledger, world: world,
                    newPeople: newPeople)
                try transaction.checkFolder()
                return try transaction.take(readings)
            })
        groups.withLock { $0[batch.profile.name] = batch.profile.suppressionGroup }
        return acceptances
    }

    package func recordTold(
        mailbox: MailboxName, folder: String, uids: [UInt32], copies: [UInt32: ServerCopy]
    ) async throws(StoreFailure) {
        let now = Moment.milliseconds(world.now())
        try await engine.write { session throws(StoreFailure) in
            for uid in uids {
                let told: [SQLValue] = [
                    .text(mailbox.value), .text(folder), .integer(uid),
                    .integer(IntakeState.Unsettled.State.acceptedNotTold.code),
                ]
                if let copy = copies[uid] {
                    try session.run(
                        """
                        INSERT INTO server_copy (message, mailbox, folder, uid_validity, uid, at, is_moved)
                        SELECT message, mailbox, ?, ?, ?, ?, ? FROM intake_ledger
                        WHERE mailbox = ? AND folder = ? AND uid = ? AND state = ? AND message IS NOT NULL
                        """,
                        [
                            .text(copy.folder), .integer(copy.uidValidity), .integer(copy.uid), .integer(now),
                            .flag(copy.folder != folder),
                        ] + told)
                }
                try session.run(
                    "DELETE FROM intake_ledger WHERE mailbox = ? AND folder = ? AND uid = ? AND state <> ?",
                    told.dropLast() + [.integer(IntakeState.Unsettled.State.quarantined.code)])
            }
        }
    }

    package func owesRescan(mailbox: MailboxName) async throws(StoreFailure) -> Bool {
        try await engine.read { session throws(StoreFailure) in
            try DeskMarks.counter(Self.rescanCounter(mailbox.value), session) != nil
        }
    }

    package func endRescan(mailbox: MailboxName) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            try session.run("DELETE FROM counter WHERE name = ?", [.text(Self.rescanCounter(mailbox.value))])
        }
    }

    static func importedCounter(_ mailbox: MailboxName) -> String { "imported:" + mailbox.value }

    /// Finds the authors nobody knows yet and makes their keys, in one commit of keys.db. A key without a person,
    /// should the process end between the two files, opens nothing; a person without a key could not be read.
    private static func makeKeys(
        for readings: [ArrivalReading], _ records: DeskRecords, world: World
    ) throws(StoreFailure) -> [[UInt8]: PersonID] {
        var made: [[UInt8]: PersonID] = [:]
        for reading in readings where reading.canMakePerson && made[reading.authorIndex] == nil {
            guard try records.person(withIndex: reading.authorIndex) == nil,
                try !records.isKnown(reading.messageHash, identity: reading.identity)
            else { continue }
            made[reading.authorIndex] = PersonID(from: world)
        }
        let owners = made.values.map(\.object).sorted()
        try vault { () throws(VaultFailure) in try records.sealer.keys.makePersonKeys(for: owners) }
        return made
    }

    static func note(_ profile: MailboxProfile, _ session: any SQLSession) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO mailbox (name, suppression_group) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET suppression_group = excluded.suppression_group
            """, [.text(profile.name.value), .text(profile.suppressionGroup)])
    }
}
