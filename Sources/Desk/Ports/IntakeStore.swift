/// What the intake asks of the store. Each verb is one durable transaction; the state table is in
/// `Desk.docc/Intake.md`.
package protocol IntakeStore: Sendable {
    /// Where we stand in a folder; nil before the first contact.
    func intakeState(mailbox: MailboxName, folder: String) async throws(StoreFailure) -> IntakeState?
    /// First contact, or a new UIDVALIDITY: forgets unsettled rows of the folder and begins as told.
    func beginIntake(
        mailbox: MailboxName, folder: String, uidValidity: UInt32, _ beginning: IntakeBeginning
    ) async throws(StoreFailure)
    /// Kill point i2. Before parsing: these are being attempted. `alone` counts an attempt; a batch does not, because
    /// one of fifty is at fault and the others are not.
    /// Answers the attempts of each uid so far, this one included.
    func recordAttempt(
        mailbox: MailboxName, folder: String, uids: [UInt32], alone: Bool
    ) async throws(StoreFailure) -> [UInt32: UInt32]
    /// Kill point i3. New person keys first, then everything in one transaction, each mail in its own savepoint.
    /// Idempotent on (mailbox, folder, UIDVALIDITY, UID) and on the mail's identity.
    func accept(_ batch: IntakeBatch) async throws(StoreFailure) -> [Acceptance]
    /// Kill point i4 is past: the server was told. Rows with nothing left to do go.
    func recordTold(
        mailbox: MailboxName, folder: String, uids: [UInt32], copies: [UInt32: ServerCopy]
    ) async throws(StoreFailure)
    /// Whether the store was restored and the folder that imported mail of this mailbox is moved to was not looked
    /// through since.
    func owesRescan(mailbox: MailboxName) async throws(StoreFailure) -> Bool
    /// It was.
    func endRescan(mailbox: MailboxName) async throws(StoreFailure)
}

extension IntakeStore {
    /// Begins after a UID, with nothing old and nothing waiting.
    package func beginIntake(
        mailbox: MailboxName, folder: String, uidValidity: UInt32, after lastUID: UInt32
    ) async throws(StoreFailure) {
        try await beginIntake(
            mailbox: mailbox, folder: folder, uidValidity: uidValidity, IntakeBeginning(after: lastUID))
    }
}
