package import Desk
package import Foundation
package import Vault

/// What the operator asks, and the intake that this store does not take part in.
extension FakeDeskStore {
    package func addToken(_ token: AccessTokenRecord, by author: Principal) async throws(StoreFailure) {
        try write { state in
            state.tokens.append(token)
            state.note(.tokenAdded(token.id, token.scopes), by: author, at: token.createdAt)
        }
    }

    package func tokens() async throws(StoreFailure) -> [AccessTokenRecord] {
        try read { $0.tokens }
    }

    package func revokeToken(
        _ id: AccessTokenID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let index = state.tokens.firstIndex(where: { $0.id == id }) else { return false }
            if !state.tokens[index].isRevoked { state.note(.tokenRevoked(id), by: author, at: now) }
            state.tokens[index].isRevoked = true
            return true
        }
    }

    package func token(withHash hash: [UInt8], now: Date) async throws(StoreFailure) -> AccessTokenRecord? {
        try read { state in state.tokens.first { $0.hash == hash } }
    }

    package func importedCount(mailbox: MailboxName) async throws(StoreFailure) -> Int {
        try read { state in state.tickets.values.count { $0.ticket.mailbox == mailbox } }
    }

    package func verifyHealth() async throws(StoreFailure) -> StoreHealth {
        let isWritable = writingFailure == nil
        return try read { state in
            StoreHealth(
                synchronous: 2, schemaVersion: "fake", tickets: state.tickets.count, isWritable: isWritable)
        }
    }

    package func backUp(
        _ set: BackupSet, to directory: String, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BackupRecord {
        try write { state in
            let record = BackupRecord(
                set: set, path: "\(directory)/\(set.rawValue)", bytes: 0, at: now, isVerified: true)
            state.backups.append(record)
            state.note(.backupMade(set, bytes: record.bytes), by: author, at: now)
            return record
        }
    }

    package func keyRotation() async throws(StoreFailure) -> KeyRotation { try read { $0.rotation } }

    package func beginKeyRotation(
        root: SecretBytes, by author: Principal, now: Date
    ) async throws(StoreFailure) -> KeyRotation {
        try write { state in
            state.rotation = KeyRotation(epoch: state.rotation.epoch + 1, waiting: state.people.count)
            state.note(.keyEpochBegun(state.rotation.epoch), by: author, at: now)
            return state.rotation
        }
    }

    package func continueKeyRotation() async throws(StoreFailure) -> KeyRotationStep {
        try write { state in
            guard state.rotation.waiting > 0 else { return .idle }
            state.rotation.waiting = 0
            return .finished(epoch: state.rotation.epoch)
        }
    }

    package func lastBackups() async throws(StoreFailure) -> [BackupRecord] {
        try read { $0.backups }
    }

    package func pruneBackups(
        _ set: BackupSet, in directory: String, keep: Duration, now: Date
    ) async throws(StoreFailure) {}

    package func owesRescan(mailbox: MailboxName) async throws(StoreFailure) -> Bool { false }

    package func endRescan(mailbox: MailboxName) async throws(StoreFailure) {}

    package func intakeState(mailbox: MailboxName, folder: String) async throws(StoreFailure) -> IntakeState? {
        nil
    }

    package func beginIntake(
        mailbox: MailboxName, folder: String, uidValidity: UInt32, _ beginning: IntakeBeginning
    ) async throws(StoreFailure) {
        throw .notWritable
    }

    package func recordAttempt(
        mailbox: MailboxName, folder: String, uids: [UInt32], alone: Bool
    ) async throws(StoreFailure) -> [UInt32: UInt32] {
        throw .notWritable
    }

    package func accept(_ batch: IntakeBatch) async throws(StoreFailure) -> [Acceptance] {
        throw .notWritable
    }

    package func recordTold(
        mailbox: MailboxName, folder: String, uids: [UInt32], copies: [UInt32: ServerCopy]
    ) async throws(StoreFailure) {
        throw .notWritable
    }
}
