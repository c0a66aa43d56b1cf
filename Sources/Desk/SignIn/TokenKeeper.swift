import Foundation

/// Keeps one mailbox's token: takes it in, renews it in time, and gives it to whoever connects. `Desk.docc/OAuth.md` is
/// its contract.
///
/// Only `tend` asks the provider for a renewal, one question at a time, and nothing cancels it in the middle: an answer
/// that nobody reads could be the only copy of a new refresh token.
package actor TokenKeeper {
    /// What happened, for logs and metrics.
    package enum Observation: Sendable, Equatable {
        case signedIn
        case renewed
        /// Renewing failed and is tried again.
        case failed(TokenRefusal)
        /// A person is needed.
        case refused(TokenRefusal)
        case storeFailed(StoreFailure)
    }

    struct Trouble: Sendable {
        var since: Date
        var tries = 0
        var cause: TokenRefusal
        /// The provider said no, which time alone does not mend.
        var isRefusal = false
        var number: Int?
        /// On the clock that never jumps.
        var nextTry: Duration
    }

    package nonisolated let mailbox: MailboxName
    package nonisolated let plan: SignInPlan
    var issuer: any TokenIssuer
    let store: any MailTokenStore
    let world: World
    let publish: @Sendable (SignInStatus) -> Void
    let observe: @Sendable (Observation) -> Void

    var held: HeldToken?
    var isLoaded = false
    /// What is on disk, as far as we know.
    var written: HeldToken?
    var trouble: Trouble?
    var attempt: SignInAttempt?
    var attemptRefusal: (TokenRefusal, number: Int?)?
    /// When a server's refusal last made us ask for another token.
    var forcedAt: Duration?
    private var bell: OutboxBell?
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(
        mailbox: MailboxName, plan: SignInPlan, issuer: any TokenIssuer, store: any MailTokenStore, world: World,
        publish: @escaping @Sendable (SignInStatus) -> Void = { _ in },
        observe: @escaping @Sendable (Observation) -> Void = { _ in }
    ) {
        self.mailbox = mailbox
        self.plan = plan
        self.issuer = issuer
        self.store = store
        self.world = world
        self.publish = publish
        self.observe = observe
    }

    /// After a reload: the secret may be another one, so what was refused is asked for again.
    package func ask(_ issuer: any TokenIssuer) {
        self.issuer = issuer
        trouble?.nextTry = .zero
        ring()
    }

    /// Until the bell says stop. Throws only what must end the daemon.
    package func tend(_ bell: OutboxBell) async throws(StoreFailure) {
        self.bell = bell
        defer {
            self.bell = nil
            answerWaiting()
        }
        while !bell.isStopped {
            try await look()
            await rest(bell)
        }
    }

    /// One look: whatever is due is done. What a person waits for comes before what can wait.
    package func look() async throws(StoreFailure) {
        defer { answerWaiting() }
        do throws(StoreFailure) {
            try await load()
            if held != written { try await keep(noting: nil, by: .daemon) }
        } catch {
            observe(.storeFailed(error))
            guard error.isTransient else { throw error }
        }
        await pollDevice()
        if isRenewalDue { await renew() }
        report()
    }

    /// The token to log in with. Asks for a new one first when the old one is over.
    package func accessToken() async throws(MailboxFailure) -> String {
        await loadQuietly()
        if let held, held.refusal == nil, !held.isDue(at: world.now()) { return held.access }
        if mayAsk { await waitForLook() }
        return try usable()
    }

    /// A server said no to a token of ours: its clock may be another, or the token was taken back. Nil when there is no
    /// other one to try.
    package func accessToken(insteadOf refused: String) async throws(MailboxFailure) -> String? {
        let now = world.monotonic()
        if var spent = held, spent.access == refused {
            if let forcedAt, now - forcedAt < Limits.tokenRenewalPause { return nil }
            forcedAt = now
            // Its life is over, whatever we were told.
            spent.endsAt = min(spent.endsAt, world.now())
            held = spent
            if mayAsk { await waitForLook() }
        }
        let token = try usable()
        return token == refused ? nil : token
    }

    func ring() { bell?.ring() }

    func loadQuietly() async {
        do throws(StoreFailure) {
            try await load()
        } catch {
            observe(.storeFailed(error))
        }
    }

    private func load() async throws(StoreFailure) {
        guard !isLoaded else { return }
        let found = try await store.mailToken(of: mailbox)
        // Somebody else may have been faster, or a person signed in meanwhile.
        guard !isLoaded else { return }
        isLoaded = true
        written = found
        if held == nil { held = found }
        if let held, held.refusal == nil, held.owner != plan.identity {
            // It stays on disk until somebody signs in: settings can be put back as they were.
            trouble = nil
            self.held = held.ended(by: .settingsChanged)
            written = self.held
        }
        report()
    }

    private func usable() throws(MailboxFailure) -> String {
        let now = world.now()
        if let held, held.isGood(at: now) { return held.access }
        let needsPerson =
            switch (plan.flow, held) {
            case (.client, _): trouble?.isRefusal == true
            case (_, nil): isLoaded
            case (_, let held?): held.refusal != nil || trouble?.isRefusal == true
            }
        throw needsPerson ? .signInNeeded : .serverUnavailable
    }

    /// The loop does the asking; whoever needs a token waits for its next look to end.
    private func waitForLook() async {
        guard let bell, !bell.isStopped else { return }
        await withCheckedContinuation { continuation in
            waiting.append(continuation)
            bell.ring()
        }
    }

    private func answerWaiting() {
        let all = waiting
        waiting = []
        for continuation in all { continuation.resume() }
    }

    private func rest(_ bell: OutboxBell) async {
        let wait = min(Limits.tokenRest, untilDue)
        guard wait > .zero, !bell.isStopped else { return }
        let world = world
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await bell.wait() }
            group.addTask {
                // Being cancelled is the way this sleep ends when the bell was first.
                do { try await world.sleep(wait) } catch { return }
            }
            await group.next()
            group.cancelAll()
        }
    }
}
