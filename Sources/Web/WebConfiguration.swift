/// Where the web server listens and how long it waits for slow clients.
package struct WebConfiguration: Sendable {
    /// A host and a port; port 0 takes a free one.
    package struct Address: Sendable, Equatable {
        package var host: String
        package var port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    /// How long a client may take. Values other than these are for tests.
    package struct Patience: Sendable, Equatable {
        /// Silence between requests, and the whole of a request's header lines.
        package var idle: Duration
        /// Grace for a body or an answer, before its rate counts.
        package var grace: Duration
        /// What a client must then have moved in a second, on average. A telephone on a bad line does.
        package var bytesPerSecond: Int
        /// How long the rest of a refused body is still read, so that the refusal arrives.
        package var linger: Duration

        package static let standard = Patience(
            idle: .seconds(15), grace: .seconds(30), bytesPerSecond: 10_000, linger: .seconds(2))

        package init(idle: Duration, grace: Duration, bytesPerSecond: Int, linger: Duration) {
            self.idle = idle
            self.grace = grace
            self.bytesPerSecond = bytesPerSecond
            self.linger = linger
        }
    }

    /// Public pages and the API with bearer tokens.
    package var listen: Address
    /// Path of the Unix socket of the operator; nil serves none.
    package var adminSocket: String?
    /// Metrics for Prometheus over TCP; nil serves none.
    package var metricsListen: Address?
    package var patience: Patience

    package init(
        listen: Address, adminSocket: String?, metricsListen: Address? = nil, patience: Patience = .standard
    ) {
        self.listen = listen
        self.adminSocket = adminSocket
        self.metricsListen = metricsListen
        self.patience = patience
    }
}
