import Desk
import Foundation
import Logging
import Post
import ServiceLifecycle
import Store
import UnixSignals
import Web

/// One life of the daemon: opens the store, wires the rooms, runs the loops until it is told to end.
struct Daemon: Sendable {
    let loaded: LoadedConfiguration
    let world: World
    let log: Log
    let notify: SystemdNotify
    let metrics = MetricsRegistry()
    let run: DaemonRun
    let gate = SendGate()
    let board = MailboxBoard()
    let bells = OutboxBells()

    init(_ loaded: LoadedConfiguration, world: World, log: Log, notify: SystemdNotify) {
        self.loaded = loaded
        self.world = world
        self.log = log
        self.notify = notify
        self.run = DaemonRun(from: world)
    }

    func serve() async throws(OperatorError) {
        let configuration = loaded.configuration
        let settings = CurrentSettings(try DeskSettings(loaded))
        let opened = try await OpenedStore.open(loaded, world: world) { [notify] _, _ in
            notify.extendTimeout(by: .seconds(120))
        }
        let store = opened.store
        try await recover(store)
        var desk = Helpdesk(
            store: store, keys: store.keys, world: world, gate: gate, board: board, settings: settings, bells: bells,
            alarms: try await alarmBoard(store))
        desk.rootKey = { [loaded] () throws(StoreFailure) in
            do throws(OperatorError) { return try RootKey.read(loaded) } catch { throw .notFound }
        }
        desk.hostFacts = { [loaded] in HostFacts(loaded) }
        try await resumeErasures(desk)
        try await openSearch(store)
        let generations = Generations(try await loops(of: loaded, desk: desk))
        let reload = Reload(daemon: self, desk: desk, generations: generations, current: loaded)
        if configuration.sendingRefusal != nil { log(.sendingRefused(settingsOpen: configuration.unanswered.count)) }
        try await runServices(desk: desk, generations: generations, reload: reload)
        if let failure = generations.failure { throw stopped(by: failure) }
        withExtendedLifetime(opened.lock) {}
    }

    /// What a dead run claimed is queued again; what it was handing over is of unknown fate. That this run began is
    /// its first entry in the audit log.
    private func recover(_ store: Store) async throws(OperatorError) {
        do throws(StoreFailure) {
            _ = try await store.recoverClaims(run: run, now: world.now())
            try await note(.storeOpened(run), by: .daemon, in: store)
        } catch {
            // A full or read-only disk must not keep people from reading (P9); sending waits in the worker.
            guard error.isTransient else { throw stopped(by: error) }
            log(.storeReadOnly(reason: error.word))
        }
    }

    /// What a crash left half done is ended before anybody is served and anything is sent.
    private func resumeErasures(_ desk: Helpdesk) async throws(OperatorError) {
        do throws(StoreFailure) {
            try await desk.resumeErasures()
        } catch {
            // The worker tries again as soon as the disk can be written.
            guard error.isTransient else { throw stopped(by: error) }
            log(.storeReadOnly(reason: error.word))
        }
    }

    /// Filled by a loop while people are served.
    private func openSearch(_ store: Store) async throws(OperatorError) {
        do throws(StoreFailure) {
            try await store.openSearch(memoryLimit: loaded.configuration.search.memoryLimit)
        } catch {
            // Whoever searches is told that it is off; the rest of the desk does not need it.
            guard error.isTransient else { throw stopped(by: error) }
            log(.searchFailed(reason: error.word))
        }
    }

    private func runServices(desk: Helpdesk, generations: Generations, reload: Reload) async throws(OperatorError) {
        let configuration = loaded.configuration
        let web = WebServer(
            configuration: WebConfiguration(
                listen: .init(host: configuration.service.listen.host, port: configuration.service.listen.port),
                adminSocket: configuration.service.adminSocket,
                metricsListen: configuration.service.metricsListen.map { .init(host: $0.host, port: $0.port) }),
            desk: desk, metrics: { [metrics] in metrics.text }, logger: LibraryLog.logger,
            whenListening: { [log, notify] _ in
                let event = LogEvent.started(version: Version.literal, mailboxes: configuration.mailboxes.count)
                log(event)
                notify.ready(event)
            })
        let services: [any Service] = [
            web,
            LoopsService(generations: generations),
            WatchdogService(
                desk: desk, notify: notify, metrics: metrics,
                stateDirectory: configuration.service.stateDirectory),
            ReloadService(reload: reload.take),
        ]
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup) },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: LibraryLog.logger)
        group.maximumGracefulShutdownDuration = .seconds(75)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let failure as StoreFailure {
            throw stopped(by: failure)
        } catch let error as OperatorError {
            throw error
        } catch {
            throw OperatorError(
                "a listener could not be opened", thing: "service.listen or service.admin_socket",
                remedy: "Check that the address is free and the socket's folder exists and is writable.",
                exitCode: .unavailable)
        }
        log(.stopping)
    }

    private func stopped(by failure: StoreFailure) -> OperatorError {
        OperatorError(
            "the store failed (\(failure.word.text)) and nothing is tried again on a doubtful disk",
            thing: loaded.configuration.service.stateDirectory,
            remedy: "Look at the disk (`dmesg`), then start ticketd again; nothing acknowledged is lost.",
            exitCode: failure == .damaged ? .dataDamaged : .inputOutput)
    }
}
