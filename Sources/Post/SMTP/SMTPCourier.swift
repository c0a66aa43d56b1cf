package import Curl
package import Desk

/// The `Courier` port over SMTP submission: one connection, opened when there is a mail, kept for the next ones.
///
/// It never retries a mail. Only a kept connection that turns out to be gone before the server said anything about the
/// mail is replaced once, and the desk is asked again before the new MAIL FROM.
package actor SMTPCourier: Courier {
    private let endpoint: ServerEndpoint
    private let helloName: String
    private var options: CurlConnection.Options
    private let timeouts: SMTPTimeouts
    private let login: LoginSource
    private var session: SMTPSession?
    private let turn = Turn()

    /// Nil when the endpoint is not SMTP or `helloName` is no domain name or address literal (RFC 5321 §4.1.1.1). That
    /// name is told to every server: it must be the configured one, never the machine's own.
    package init?(
        _ endpoint: ServerEndpoint, helloName: String, options: CurlConnection.Options = .init(),
        timeouts: SMTPTimeouts = SMTPTimeouts(),
        renewed: @escaping @Sendable (_ refused: String) async throws(MailboxFailure) -> MailLogin? = { _ in nil },
        login: @escaping @Sendable () async throws(MailboxFailure) -> MailLogin
    ) {
        guard !endpoint.scheme.isIMAP, Self.isHelloName(helloName) else { return nil }
        self.endpoint = endpoint
        self.helloName = helloName
        self.options = options
        self.timeouts = timeouts
        self.login = LoginSource(login: login, renewed: renewed)
        self.options.helloName = helloName
    }

    package func send(_ outbound: Outbound, checkpoint: any SendCheckpoint) async -> DeliveryOutcome {
        await turn.take {
            let first = await attempt(outbound, checkpoint)
            guard first.foundStale else { return first.outcome }
            return await attempt(outbound, checkpoint).outcome
        }
    }

    package func close() async {
        await turn.take { await end() }
    }

    private func end() async {
        let last = session
        session = nil
        await last?.close()
    }

    private func attempt(
        _ outbound: Outbound, _ checkpoint: any SendCheckpoint
    ) async -> (outcome: DeliveryOutcome, foundStale: Bool) {
        let session: SMTPSession
        do throws(MailboxFailure) {
            session = try await ready()
        } catch {
            return (.unavailable(error), false)
        }
        let outcome = await session.send(outbound, checkpoint: checkpoint)
        if await !session.isUsable { self.session = nil }
        return (outcome, await session.foundStale)
    }

    private func ready() async throws(MailboxFailure) -> SMTPSession {
        if let session {
            if await session.isReady() { return session }
            self.session = nil
            await session.close()
        }
        let connection = try await login.connect(to: endpoint, options: options)
        let session = SMTPSession(connection: connection, timeouts: timeouts)
        try await session.start(as: helloName)
        Fault.point(.o2)
        self.session = session
        return session
    }

    private static func isHelloName(_ name: String) -> Bool {
        let isLiteral = name.hasPrefix("[") && name.hasSuffix("]")
        let inner = isLiteral ? String(name.dropFirst().dropLast()) : name
        return (1...255).contains(name.utf8.count)
            && inner.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
                case 0x3A: isLiteral
                default: false
                }
            }
    }
}
