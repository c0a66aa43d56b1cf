internal import Desk
internal import Foundation

/// After a restore: looks through the folder that imported mail is moved to, for what the backup does not know.
///
/// Known mail makes no event (P2), nothing on the server changes, and nobody is acknowledged: the store knows when it
/// was restored. It can be ended at any instant; the next visit goes on where it was.
struct ArchiveRescan {
    let profile: MailboxProfile
    /// The folder that imported mail is moved to.
    let mailbox: any Mailbox
    let store: any IntakeStore
    let board: MailboxBoard
    let settings: CurrentSettings
    let world: World
    let observe: @Sendable (MailboxWatcher.Observation) -> Void

    /// Does nothing when none is owed, or when imported mail is not moved.
    func look() async throws(IntakeFailure) {
        do {
            guard case .move(let folder) = profile.afterImport, try await store.owesRescan(mailbox: profile.name)
            else { return }
            if let state = try await opened() { try await look(through: folder, state) }
            try await store.endRescan(mailbox: profile.name)
        } catch {
            await mailbox.close()
            throw IntakeFailure(error)
        }
        await mailbox.close()
    }

    /// Nil when there is no such folder: nothing was ever moved, or somebody removed it.
    private func opened() async throws -> FolderState? {
        do throws(MailboxFailure) {
            return try await mailbox.open()
        } catch .folderMissing {
            return nil
        }
    }

    private func look(through folder: String, _ state: FolderState) async throws {
        var archive = profile
        (archive.folder, archive.afterImport) = (folder, .keep)
        archive.start = .new
        if try await store.intakeState(mailbox: profile.name, folder: folder) == nil {
            // The folder may hold other mail. Ours came after the first contact, and what is older stays alone. Servers
            // count in whole seconds (RFC 9051 §2.3.3): what came in the second of the contact may be ours.
            let inbox = try await store.intakeState(mailbox: profile.name, folder: profile.folder)
            let contact = (inbox?.firstContact ?? world.now()).timeIntervalSince1970.rounded(.down)
            try await store.beginIntake(
                mailbox: profile.name, folder: folder, uidValidity: state.uidValidity,
                IntakeBeginning(
                    after: 0, oldBelow: .max, firstContact: Date(timeIntervalSince1970: contact)))
        }
        var round = IntakeRound(
            profile: archive, mailbox: mailbox, store: store, board: board, settings: settings, world: world,
            folder: state, observe: observe)
        try await round.meet()
        while try await !round.importNews() { try Task.checkCancellation() }
    }
}
