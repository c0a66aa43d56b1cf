package import Curl
package import Desk

/// The `Mailbox` port over IMAP: one folder, one connection, opened when asked and forgotten when it fails.
///
/// It never expunges what it did not name (RFC 4315 §2.1 UID EXPUNGE), never sets `\Seen`, and leaves a mail where it
/// is when the server offers no safe way to move or remove it.
package actor IMAPMailbox: Mailbox {
    package struct Options: Sendable {
        package var connection: CurlConnection.Options
        package var messageBytes: Int
        package var silence: Duration

        package init(
            connection: CurlConnection.Options = .init(), messageBytes: Int = Limits.messageBytes,
            silence: Duration = Limits.silence
        ) {
            self.connection = connection
            self.messageBytes = messageBytes
            self.silence = silence
        }
    }

    private let endpoint: ServerEndpoint
    private let folder: FolderName
    private let login: LoginSource
    private let options: Options
    private let world: World
    private var session: IMAPSession?
    private var state: FolderState?

    /// Nil when the endpoint is not IMAP or the folder cannot be a folder's name. `login` is asked at every connecting,
    /// so that a fresh token is used; `renewed` when the server refused that one.
    package init?(
        _ endpoint: ServerEndpoint, folder: String = "INBOX", options: Options = Options(), world: World,
        renewed: @escaping @Sendable (_ refused: String) async throws(MailboxFailure) -> MailLogin? = { _ in nil },
        login: @escaping @Sendable () async throws(MailboxFailure) -> MailLogin
    ) {
        guard endpoint.scheme.isIMAP, let folder = FolderName(folder) else { return nil }
        self.endpoint = endpoint
        self.folder = folder
        self.login = LoginSource(login: login, renewed: renewed)
        self.options = options
        self.world = world
    }

    package func open() async throws(MailboxFailure) -> FolderState {
        if let old = session, await old.failure != nil {
            session = nil
        }
        let current = session
        let session: IMAPSession
        if let current { session = current } else { session = try await connect() }
        let state = try await session.select(folder)
        self.state = state
        return state
    }

    package func list(after uid: UInt32) async throws(MailboxFailure) -> [ListedMessage] {
        try await opened().list(after: uid)
    }

    package func fetch(_ uids: [UInt32]) async throws(MailboxFailure) -> [FetchedMessage] {
        uids.isEmpty ? [] : try await opened().fetch(uids, headersOnly: false)
    }

    package func fetchHeaders(_ uids: [UInt32]) async throws(MailboxFailure) -> [FetchedMessage] {
        uids.isEmpty ? [] : try await opened().fetch(uids, headersOnly: true)
    }

    package func settle(
        _ uids: [UInt32], by action: AfterImport
    ) async throws(MailboxFailure) -> [UInt32: ServerCopy] {
        let session = try opened()
        guard !uids.isEmpty, let state, !state.isReadOnly else { return [:] }
        var copies: [UInt32: ServerCopy] = [:]
        switch action {
        case .keep: break
        case .delete:
            // Without UIDPLUS only a bare EXPUNGE could remove it, and that would remove other people's mail as well.
            guard state.canExpungeByUID else { break }
            for line in UIDSet.lines(for: uids) { try await remove(line.text, session) }
        case .move(let name):
            guard let target = FolderName(name) else { throw .folderMissing }
            guard state.canMove || state.canExpungeByUID else { break }
            for line in UIDSet.lines(for: uids) {
                let moved = try await transfer(line.text, Array(line.uids), to: target, session, state)
                copies.merge(moved) { first, _ in first }
            }
        }
        return copies
    }

    package func waitForNews(atMost duration: Duration) async throws(MailboxFailure) {
        let session = try opened()
        if state?.canIdle == true { return try await session.idle(atMost: min(duration, Limits.idleAtMost)) }
        let end = world.monotonic() + min(duration, Limits.idleAtMost)
        while await !session.hasNews, world.monotonic() < end {
            let pause = Limits.pollInterval * (0.9 + 0.2 * world.randomFraction())
            do {
                try await world.sleep(min(pause, end - world.monotonic()))
            } catch {
                throw .unreachable
            }
            try await check(session.run("NOOP").status)
        }
    }

    package func close() async {
        let last = session
        session = nil
        state = nil
        await last?.close()
    }

    func opened() throws(MailboxFailure) -> IMAPSession {
        guard let session else { throw .unreachable }
        return session
    }

    private func connect() async throws(MailboxFailure) -> IMAPSession {
        let connection = try await login.connect(to: endpoint, options: options.connection)
        let session = IMAPSession(
            connection: connection, tagSeed: world.randomBytes(6), messageBytes: options.messageBytes,
            silence: options.silence)
        try await session.start()
        self.session = session
        return session
    }

    private func check(_ status: IMAPStatus) throws(MailboxFailure) {
        if let failure = IMAPSession.failure(of: status) { throw failure }
    }

    private func remove(_ set: String, _ session: IMAPSession) async throws(MailboxFailure) {
        let statuses = try await session.runTogether(
            "UID STORE \(set) +FLAGS.SILENT (\\Deleted)", "UID EXPUNGE \(set)")
        for status in statuses { try check(status) }
    }

    /// RFC 6851 where the server has it, else COPY and UID EXPUNGE. A missing folder is made once.
    private func transfer(
        _ set: String, _ uids: [UInt32], to target: FolderName, _ session: IMAPSession, _ state: FolderState
    ) async throws(MailboxFailure) -> [UInt32: ServerCopy] {
        let verb = state.canMove ? "MOVE" : "COPY"
        let command = "UID \(verb) \(set) \(target.quoted)"
        var answer = try await session.run(command, copying: uids)
        if answer.status.kind == .no, [nil, .tryCreate, .nonExistent, .other].contains(answer.status.code) {
            let created = try await session.run("CREATE \(target.quoted)").status
            guard created.kind == .ok || created.code == .alreadyExists else { throw .folderMissing }
            // So that people see where their mail went; a server may well refuse it.
            _ = try await session.run("SUBSCRIBE \(target.quoted)")
            answer = try await session.run(command, copying: uids)
        }
        try check(answer.status)
        if !state.canMove { try await remove(set, session) }
        return answer.copies.mapValues { copy in
            ServerCopy(folder: target.name, uidValidity: copy.uidValidity, uid: copy.uid)
        }
    }
}
