import Desk
import Post
import Store

/// Who keeps the tokens of mailboxes that sign in with OAuth.
extension Daemon {
    /// A keeper outlives a reload that does not touch its sign-in: it may hold what is not on disk yet.
    func keepers(_ loaded: LoadedConfiguration, _ desk: Helpdesk) async -> [Loop] {
        var keepers: [MailboxName: TokenKeeper] = [:]
        for mailbox in loaded.configuration.mailboxes {
            guard let name = MailboxName(mailbox.name.text), let plan = SignInPlan(mailbox),
                case .oauth(let oauth) = mailbox.signIn
            else { continue }
            let issuer = HTTPTokenIssuer(plan: plan) { [secrets = loaded.secrets] in
                secrets.clientSecret(of: oauth)
            }
            if let running = desk.signIns.keeper(of: name), running.plan == plan {
                await running.ask(issuer)
                keepers[name] = running
                continue
            }
            let observer = LoopObserver(mailbox: mailbox.name, log: log, metrics: metrics)
            keepers[name] = TokenKeeper(
                mailbox: name, plan: plan, issuer: issuer, store: desk.store, world: world,
                publish: { [board = desk.signIns] in board.report($0, of: name) },
                observe: { observer.saw($0) })
        }
        desk.signIns.replace(by: keepers)
        return keepers.values.map { keeper in
            let bell = OutboxBell()
            return Loop(ending: .tell(bell.stop)) { () async throws(StoreFailure) in try await keeper.tend(bell) }
        }
    }
}
