import Desk

/// The loop that deletes what has been kept long enough.
extension Daemon {
    func retaining(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> Loop {
        let notice = RetentionNotice(desk: desk, courier: { alarmCourier(loaded, desk) })
        let worker = RetentionWorker(
            desk: desk, tell: notice.tell, folder: copyFolders(loaded, desk), observe: RetentionObserver(log: log).saw)
        return Loop(ending: .cancel) { () async throws(StoreFailure) in try await worker.work() }
    }

    /// A folder of a mailbox by its name, with a connection of its own.
    func copyFolders(
        _ loaded: LoadedConfiguration, _ desk: Helpdesk
    ) -> @Sendable (MailboxProfile, _ name: String) -> (any CopyMailbox)? {
        { [world] profile, name in
            let settings = loaded.configuration.mailboxes.first { $0.name.text == profile.name.value }
            do throws(OperatorError) {
                return try settings.map { (mailbox) throws(OperatorError) in
                    try MailConnections(
                        mailbox, secrets: loaded.secrets, world: world, keeper: desk.signIns.keeper(of: profile.name)
                    ).mailbox(folder: name)
                }
            } catch {
                return nil
            }
        }
    }
}
