package import Desk
import Foundation
import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization

/// The web server: its listeners, from binding to the last answer. What is answered is decided by `Site`.
///
/// Promises: the admin socket has its mode before the first request on it is answered; a listener that cannot be
/// bound ends all of them; a graceful shutdown answers what was begun and takes nothing new. It logs no request's
/// path, address or user agent.
package final class WebServer: Service {
    private let configuration: WebConfiguration
    private let site: Site
    private let logger: Logger
    private let whenListening: @Sendable ([Listener: Int]) async -> Void
    private let exchanges = Atomic<Int>(0)
    private let progress: Mutex<Progress>

    private struct Progress {
        var ports: [Listener: Int] = [:]
        var expected: Int
        var socketFailure: WebServerFailure?
    }

    /// - Parameter whenListening: called once, when every listener is bound, with the port of each TCP listener. The
    ///   last listener takes its first request when it returns, so it must not wait for an answer of this server.
    package init(
        configuration: WebConfiguration, desk: Helpdesk, metrics: @escaping @Sendable () -> String,
        logger: Logger = Logger(label: "ticketd.web"),
        whenListening: @escaping @Sendable ([Listener: Int]) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.site = Site(desk: desk, metrics: metrics)
        self.logger = logger
        self.whenListening = whenListening
        self.progress = Mutex(Progress(expected: Self.addresses(of: configuration).count))
    }

    package func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (listener, address) in Self.addresses(of: configuration) {
                group.addTask { try await self.serve(listener, at: address) }
            }
            try await group.waitForAll()
        }
    }

    private static func addresses(of configuration: WebConfiguration) -> [(Listener, BindAddress)] {
        var addresses: [(Listener, BindAddress)] = [
            (.tcp, .hostname(configuration.listen.host, port: configuration.listen.port))
        ]
        if let path = configuration.adminSocket { addresses.append((.adminSocket, .unixDomainSocket(path: path))) }
        if let address = configuration.metricsListen {
            addresses.append((.metrics, .hostname(address.host, port: address.port)))
        }
        return addresses
    }

    private func serve(_ listener: Listener, at address: BindAddress) async throws {
        var quiet = logger
        // Hummingbird's own lines name what clients did; ours are below.
        quiet.logLevel = .critical
        let server = Server(
            childChannelSetup: HTTP1Channel(
                responder: { request, writer, channel in
                    try await self.exchange(on: listener, channel).run(request, writer)
                },
                configuration: Self.channelConfiguration(configuration.patience)),
            configuration: ServerConfiguration(
                address: address, backlog: Limits.backlog,
                availableConnectionsDelegate: MaximumAvailableConnections(Limits.connections, logger: quiet)),
            onServerRunning: { await self.bound(listener, $0) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: quiet)
        do {
            try await server.run()
        } catch {
            throw WebServerFailure.cannotListen(listener, errno: (error as? IOError)?.errnoCode)
        }
        guard listener == .adminSocket, let path = configuration.adminSocket else { return }
        unlink(path)
        if let failure = progress.withLock({ $0.socketFailure }) { throw failure }
    }

    private static func channelConfiguration(_ patience: WebConfiguration.Patience) -> HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: TimeAmount(patience.idle),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: Limits.headerBytes, maxHeaderListSize: Limits.headerBytes,
                maxHeaderFieldCount: Limits.headerCount))
    }

    private func exchange(on listener: Listener, _ channel: any Channel) -> Exchange {
        Exchange(
            site: site, listener: listener, channel: channel, patience: configuration.patience,
            inProgress: { self.exchanges.wrappingAdd($0, ordering: .relaxed).newValue }, logger: logger)
    }

    /// Bound, but nothing accepted yet.
    private func bound(_ listener: Listener, _ channel: any Channel) async {
        if listener == .adminSocket, let path = configuration.adminSocket, chmod(path, Limits.adminSocketMode) != 0 {
            let failure = WebServerFailure.cannotProtectSocket(errno: errno)
            progress.withLock { $0.socketFailure = failure }
            channel.close(promise: nil)
            return
        }
        let port = channel.localAddress?.port ?? 0
        logger.info("listening", metadata: ["listener": "\(listener.rawValue)", "port": "\(port)"])
        let ready = progress.withLock { progress -> [Listener: Int]? in
            progress.ports[listener] = port
            return progress.ports.count == progress.expected ? progress.ports : nil
        }
        if let ready { await whenListening(ready) }
    }
}

/// Why the web server cannot serve.
package enum WebServerFailure: Error, Sendable, Equatable {
    case cannotListen(Listener, errno: Int32?)
    /// The mode of the admin socket could not be set, so it was closed again.
    case cannotProtectSocket(errno: Int32)

    /// The port or the path stays taken until the operator acts.
    package var isTransient: Bool { false }
}
