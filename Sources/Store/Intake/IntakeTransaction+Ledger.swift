internal import Desk
internal import Vault

/// The cursor and the rows of what is not settled yet.
extension IntakeTransaction {
    func ledgerState(of uid: UInt32) throws(StoreFailure) -> IntakeState.Unsettled.State? {
        try session.first(
            "SELECT state FROM intake_ledger WHERE mailbox = ? AND folder = ? AND uid = ?", row(uid)
        ) { row throws(StoreFailure) in try IntakeState.Unsettled.State(code: row.integer(0)) }
    }

    /// Ours is on disk when this transaction is: the server has to be told, unless its copy must stay where it is.
    func settleLedger(_ reading: ArrivalReading, message: TicketMessageID?) throws(StoreFailure) {
        guard !staysOnServer(reading) else {
            try session.run("DELETE FROM intake_ledger WHERE mailbox = ? AND folder = ? AND uid = ?", row(reading.uid))
            guard let message else { return }
            try session.run(
                """
                INSERT INTO server_copy (message, mailbox, folder, uid_validity, uid, at) VALUES (?, ?, ?, ?, ?, ?)
                """,
                [
                    .id(message.object), .text(batch.profile.name.value), .text(batch.folder),
                    .integer(batch.uidValidity), .integer(reading.uid), .integer(now),
                ])
            return
        }
        try set(.acceptedNotTold, of: reading.uid, message: message)
    }

    func set(
        _ state: IntakeState.Unsettled.State, of uid: UInt32, message: TicketMessageID?
    ) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO intake_ledger (mailbox, folder, uid, attempts, state, message) VALUES (?, ?, ?, 0, ?, ?)
            ON CONFLICT (mailbox, folder, uid) DO UPDATE SET state = excluded.state, message = excluded.message
            """, row(uid) + [.integer(state.code), .id(message?.object)])
    }

    func advanceCursor(_ readings: [ArrivalReading]) throws(StoreFailure) {
        guard let last = readings.map(\.uid).max() else { return }
        try session.run(
            "UPDATE intake_folder SET last_uid = ? WHERE mailbox = ? AND folder = ? AND last_uid < ?",
            [.integer(last), .text(batch.profile.name.value), .text(batch.folder), .integer(last)])
    }

    /// An archive is never moved, and of an over-size mail the server has the only copy.
    private func staysOnServer(_ reading: ArrivalReading) -> Bool {
        if batch.isArchive { return true }
        if case .tooLarge = reading.form { return true }
        return false
    }

    private func row(_ uid: UInt32) -> [SQLValue] {
        [.text(batch.profile.name.value), .text(batch.folder), .integer(uid)]
    }
}

extension IntakeState.Unsettled.State {
    var isSettledWithUs: Bool {
        switch self {
        case .waiting, .attempting: false
        case .acceptedNotTold, .quarantined: true
        }
    }
}
