import Desk
import Post
import Store

/// The loops of one configuration.
extension Daemon {
    func loops(of loaded: LoadedConfiguration, desk: Helpdesk) async throws(OperatorError) -> [Loop] {
        let settings = try DeskSettings(loaded)
        await desk.refreshNotice()
        var loops = await keepers(loaded, desk)
        var bells: [MailboxName: OutboxBell] = [:]
        for mailbox in loaded.configuration.mailboxes {
            guard let name = MailboxName(mailbox.name.text), let profile = settings.mailbox(named: name) else {
                continue
            }
            let connections = MailConnections(
                mailbox, secrets: loaded.secrets, world: world, keeper: desk.signIns.keeper(of: name))
            loops.append(try watching(mailbox, profile, settings, connections, desk))
            // Without an https public_url nothing leaves: a dead unsubscribe link is worse than none.
            guard settings.sendingRefusal == nil else { continue }
            let bell = OutboxBell()
            bells[name] = bell
            loops.append(try sending(mailbox, profile, settings, connections, desk, bell))
        }
        loops += backups(loaded.configuration.backup, desk)
        loops.append(watching(loaded, desk))
        loops.append(telling(loaded, desk))
        loops.append(reminding(loaded, desk))
        loops.append(remindingOfficer(loaded, desk))
        loops.append(anchoring(loaded, desk))
        loops.append(erasing(loaded, desk))
        loops.append(answering(desk))
        loops.append(retaining(loaded, desk))
        let exporting = ExportWorker(desk: desk, observe: ExportObserver(log: log).saw)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in try await exporting.work() })
        loops.append(suspecting(desk, in: loaded.configuration.service.stateDirectory))
        loops.append(checking(desk))
        let anchors = AnchorLoop(store: desk.store, world: world, log: log)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in await anchors.run() })
        let copying = LedgerCopyLoop(store: desk.store, world: world)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in await copying.run() })
        let trimming = MemoryLoop(world: world)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in await trimming.run() })
        let waking = WakeLoop(store: desk.store, world: world, log: log)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in try await waking.run() })
        let expiring = QuarantineLoop(store: desk.store, world: world, log: log)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in try await expiring.run() })
        let telling = WebhookLoop(
            store: desk.store,
            retry: WebhookRetry(policy: RetryPolicy(waits: settings.retry, giveUp: settings.giveUp)), world: world,
            log: log)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in try await telling.run() })
        let optIns = OptInLoop(desk: desk, log: log)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in try await optIns.run() })
        let rotation = RotationLoop(store: desk.store, world: world, log: log)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in try await rotation.run() })
        let searching = SearchLoop(store: desk.store, world: world, log: log)
        loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in try await searching.run() })
        if let folder = loaded.configuration.privacy.breachKits {
            let kits = KitLoop(
                desk: desk, directory: folder, authority: loaded.configuration.authority.lines, log: log)
            loops.append(Loop(ending: .cancel) { () async throws(StoreFailure) in await kits.run() })
        }
        self.bells.replace(by: bells)
        return loops
    }

    private func watching(
        _ mailbox: MailboxSettings, _ profile: MailboxProfile, _ settings: DeskSettings, _ connections: MailConnections,
        _ desk: Helpdesk
    ) throws(OperatorError) -> Loop {
        let observer = LoopObserver(mailbox: mailbox.name, log: log, metrics: metrics)
        let watcher = MailboxWatcher(
            profile: profile, mailbox: try connections.mailbox(), archive: try archive(profile, connections),
            store: desk.store, board: board,
            settings: desk.settings, world: world, pollInterval: mailbox.poll,
            mayConnect: { [signIns = desk.signIns, name = profile.name] in
                signIns.status(of: name)?.mayConnect ?? true
            },
            observe: { [bells] observation in
                observer.saw(observation)
                // What was imported may have queued an acknowledgement.
                if case .imported = observation { bells.ringAll() }
            })
        return Loop(ending: .cancel) { () async throws(StoreFailure) in try await watcher.watch() }
    }

    /// The folder imported mail is moved to, for looking through it after a restore.
    private func archive(
        _ profile: MailboxProfile, _ connections: MailConnections
    ) throws(OperatorError) -> IMAPMailbox? {
        guard case .move(let folder) = profile.afterImport else { return nil }
        return try connections.mailbox(folder: folder)
    }

    private func sending(
        _ mailbox: MailboxSettings, _ profile: MailboxProfile, _ settings: DeskSettings, _ connections: MailConnections,
        _ desk: Helpdesk, _ bell: OutboxBell
    ) throws(OperatorError) -> Loop {
        let observer = LoopObserver(mailbox: mailbox.name, log: log, metrics: metrics)
        let worker = OutboxWorker(
            mailbox: profile, run: run, store: desk.store, courier: try connections.courier(), gate: gate,
            policy: RetryPolicy(waits: settings.retry, giveUp: settings.giveUp), bell: bell, world: world,
            observe: { [board] observation in
                observer.saw(observation)
                switch observation {
                case .loginRefused: board.reportSending(isRefused: true, of: profile.name)
                case .settled(_, .sent): board.reportSending(isRefused: false, of: profile.name)
                case .settled, .storeFailed: break
                }
            })
        return Loop(ending: .tell(bell.stop)) { () async throws(StoreFailure) in try await worker.work() }
    }

    private func erasing(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> Loop {
        let observer = ErasureObserver(log: log)
        let worker = ErasureWorker(
            desk: desk,
            folder: copyFolders(loaded, desk), observe: observer.saw)
        return Loop(ending: .cancel) { () async throws(StoreFailure) in try await worker.work() }
    }

    /// Links to the portal, for those who asked for one.
    private func answering(_ desk: Helpdesk) -> Loop {
        let portal = PortalDesk(desk: desk) { [log] result in
            switch result {
            case .success(let answers): log(.linksSent(answers.sent, of: answers.settled))
            case .failure(let failure): log(.storeReadOnly(reason: failure.word))
            }
        }
        return Loop(ending: .cancel) { () async throws(StoreFailure) in try await portal.work() }
    }

    /// Signs of a breach, for a human to decide about.
    private func suspecting(_ desk: Helpdesk, in directory: String) -> Loop {
        let watch = BreachWatch(desk: desk, files: { StateExposure.files(in: directory) }) { [log] result in
            switch result {
            case .success(let raised): if raised > 0 { log(.breachSuspected(raised)) }
            case .failure(let failure): log(.storeReadOnly(reason: failure.word))
            }
        }
        return Loop(ending: .cancel) { () async throws(StoreFailure) in await watch.watch() }
    }

    private func backups(_ settings: BackupSettings, _ desk: Helpdesk) -> [Loop] {
        [(BackupSet.desk, settings.desk), (.keys, settings.keys)].compactMap { set, plan in
            guard let directory = plan.to else { return nil }
            let loop = BackupLoop(
                set: set, directory: directory, every: plan.every, keep: plan.keep, store: desk.store, world: world,
                log: log)
            return Loop(ending: .cancel) { () async throws(StoreFailure) in try await loop.run() }
        }
    }
}
