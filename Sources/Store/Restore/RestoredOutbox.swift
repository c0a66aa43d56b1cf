internal import Desk
internal import Vault

/// The outbox of a copy: what waited in it when it was made may have left since, and nobody can tell.
///
/// Nothing of it leaves by itself. What a human wrote is of unknown fate and waits for `outbox retry`; what was
/// automatic was of its moment and is withdrawn.
enum RestoredOutbox {
    static let reason = "restored from a backup; it may have been sent before"
    /// The end of time for a worker: `outbox retry` names another.
    static let never: Int64 = 253_402_300_799_000

    static func counts(_ session: any SQLSession) throws(StoreFailure) -> (unknown: Int, withdrawn: Int) {
        var counts = (unknown: 0, withdrawn: 0)
        for entry in try waiting(session) {
            if entry.mailClass.isAutomatic { counts.withdrawn += 1 } else { counts.unknown += 1 }
        }
        return counts
    }

    static func stop(_ records: DeskRecords) throws(StoreFailure) {
        for entry in try waiting(records.session) {
            if entry.mailClass.isAutomatic {
                try records.set(.withdrawn, of: entry.id, reason: reason)
                try records.dropMail(of: entry.id)
            } else {
                try records.set(.unknown, of: entry.id, reason: reason)
                try records.session.run(
                    "UPDATE outbox SET next_attempt_at = ? WHERE id = ?", [.integer(never), .id(entry.id.object)])
            }
        }
    }

    private static func waiting(_ session: any SQLSession) throws(StoreFailure) -> [EntryRow] {
        try session.all("\(EntryRow.select) WHERE state < 10", []) { row throws(StoreFailure) in try EntryRow(row) }
    }
}
