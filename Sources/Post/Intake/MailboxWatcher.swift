package import Desk
internal import Foundation

/// The loop of one mailbox: open, import what is new, wait for news, again. `Desk.docc/Intake.md` is its contract.
///
/// It is the one place that retries for a mailbox. It ends when its task is cancelled, and throws only what the store
/// says must end the daemon. Nothing on the server changes before ours is on disk.
package struct MailboxWatcher: Sendable {
    /// What the loop tells logs and metrics: counts and words of ours.
    package enum Observation: Sendable, Equatable {
        case opened(FolderState)
        /// The server numbered the folder anew; everything is looked at again and known mail is no event.
        case renumbered
        case imported(Int)
        case failed(MailboxFailure, tries: Int)
        case storeFailed(StoreFailure)
    }

    private let profile: MailboxProfile
    private let mailbox: any Mailbox
    private let archive: (any Mailbox)?
    private let store: any IntakeStore
    private let board: MailboxBoard
    private let settings: CurrentSettings
    private let world: World
    private let pollInterval: Duration
    private let mayConnect: @Sendable () -> Bool
    private let observe: @Sendable (Observation) -> Void

    /// `archive` is the folder that imported mail is moved to, which is looked through once after a restore.
    /// `mayConnect` says that nobody has to sign in first.
    package init(
        profile: MailboxProfile, mailbox: any Mailbox, archive: (any Mailbox)? = nil, store: any IntakeStore,
        board: MailboxBoard, settings: CurrentSettings, world: World, pollInterval: Duration = Limits.pollInterval,
        mayConnect: @escaping @Sendable () -> Bool = { true },
        observe: @escaping @Sendable (Observation) -> Void = { _ in }
    ) {
        self.profile = profile
        self.mailbox = mailbox
        self.archive = archive
        self.store = store
        self.board = board
        self.settings = settings
        self.world = world
        self.pollInterval = pollInterval
        self.mayConnect = mayConnect
        self.observe = observe
    }

    package func watch() async throws(StoreFailure) {
        var failures = 0
        var stored: StoreFailure?
        while !Task.isCancelled, stored == nil {
            do throws(IntakeFailure) {
                try await visit { failures = 0 }
            } catch {
                failures += 1
                stored = await rest(after: error, failures: failures)
            }
        }
        await mailbox.close()
        if let stored { throw stored }
    }

    /// One connection's life. `succeeded` is called after each complete round.
    private func visit(succeeded: () -> Void) async throws(IntakeFailure) {
        board.report(.connecting, of: profile.name)
        if let archive {
            try await ArchiveRescan(
                profile: profile, mailbox: archive, store: store, board: board, settings: settings, world: world,
                observe: observe
            ).look()
        }
        let folder: FolderState
        do throws(MailboxFailure) {
            folder = try await mailbox.open()
        } catch {
            throw .mailbox(error)
        }
        observe(.opened(folder))
        var round = IntakeRound(
            profile: profile, mailbox: mailbox, store: store, board: board, settings: settings, world: world,
            folder: folder, observe: observe)
        try await round.meet()
        while !Task.isCancelled {
            let isComplete = try await round.importNews()
            if isComplete {
                board.reportSuccess(of: profile.name, at: world.now())
                succeeded()
            }
            board.report(.waiting(idle: folder.canIdle), of: profile.name)
            do throws(MailboxFailure) {
                // An incomplete round has something left that must not wait for news.
                let longest = folder.canIdle ? Limits.idleAtMost : jittered(pollInterval)
                try await mailbox.waitForNews(atMost: isComplete ? longest : min(longest, pollInterval))
            } catch {
                throw .mailbox(error)
            }
        }
    }

    /// Answers what must end the daemon.
    private func rest(after failure: IntakeFailure, failures: Int) async -> StoreFailure? {
        switch failure {
        case .cancelled: return nil
        case .store(let reason):
            observe(.storeFailed(reason))
            board.report(.blocked(reason), of: profile.name)
            guard reason.isTransient else { return reason }
            await pause(Limits.blockedPause)
        case .mailbox(let reason):
            guard !Task.isCancelled else { return nil }
            await mailbox.close()
            guard reason != .signInNeeded else {
                // Nothing was asked of a server, and whoever signs in wants to see it work.
                board.report(.stopped(reason), of: profile.name)
                repeat { await pause(Limits.signInLook) } while !Task.isCancelled && !mayConnect()
                return nil
            }
            observe(.failed(reason, tries: failures))
            let isFinal =
                !reason.isTransient && (reason != .loginRefused || failures >= Limits.loginTries)
            let wait = jittered(isFinal ? Limits.longestRest : Self.rest(after: failures))
            // A refused login is not repeated soon: the provider would lock the account.
            board.report(
                isFinal ? .stopped(reason) : .backingOff(reason, until: world.now().addingTimeInterval(wait.seconds)),
                of: profile.name)
            await pause(wait)
        }
        return nil
    }

    /// 1, 2, 4, … 30 minutes.
    static func rest(after failures: Int) -> Duration {
        min(Limits.shortestRest * (1 << min(max(failures - 1, 0), 16)), Limits.longestRest)
    }

    private func jittered(_ duration: Duration) -> Duration {
        duration * (0.8 + 0.4 * world.randomFraction())
    }

    private func pause(_ duration: Duration) async {
        // Being cancelled is how a rest ends early; the loop looks at that itself.
        do { try await world.sleep(duration) } catch { return }
    }
}
