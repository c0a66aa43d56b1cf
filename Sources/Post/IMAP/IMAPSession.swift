internal import Curl
internal import Desk

/// One IMAP dialogue on one connection: writes commands at once, reads replies in one place, matches them by tag
/// and UID.
///
/// Several calls may be in flight; whichever caller waits while nobody reads does the reading for all. A connection
/// that failed stays failed: every call throws what ended it.
actor IMAPSession {
    private let connection: CurlConnection
    private var parser: IMAPResponseParser
    private let tagPrefix: String
    private var silence: Duration
    private var lastTag = 0
    /// Oldest first: a server may answer later ones earlier, but untagged replies go to the first that wants them.
    private var pending: [IMAPExchange] = []
    private var idling: IMAPExchange?
    private var outgoing: [UInt8] = []
    private var isWriting = false
    private var isReading = false
    private var isLeaving = false
    private var parked: [CheckedContinuation<Void, Never>] = []
    /// When an answer that is due is too late. Every byte that comes moves it.
    private var patience: Deadline
    private var unreadable = 0
    private(set) var failure: MailboxFailure?
    private(set) var capabilities: Set<String> = []
    private var exists: UInt32 = 0
    /// The folder has grown since it was last listed.
    private(set) var hasNews = false

    /// `tagSeed` must be unpredictable: a tag that mail could guess could be forged in what libcurl left unread.
    init(connection: CurlConnection, tagSeed: [UInt8], messageBytes: Int, silence: Duration) {
        self.connection = connection
        self.silence = silence
        patience = .after(silence)
        parser = IMAPResponseParser(messageBytes: messageBytes)
        tagPrefix = "T" + tagSeed.map { String($0, radix: 16) }.joined() + "x"
    }

    var exchangesInFlight: Int { pending.count }

    /// The first command. Whatever the server sent before its answer belongs to libcurl's dialogue and is dropped,
    /// be it a cut line or an alert (reliability.md §0.3).
    func start() async throws(MailboxFailure) {
        let tag = nextTag()
        outgoing += Array("\(tag) CAPABILITY\r\n".utf8)
        await flush()
        var greeting = IMAPLeftover(tag: Array(tag.utf8))
        while true {
            if let failure { throw failure }
            let received: CurlConnection.Received
            do throws(CurlFailure) {
                received = try await connection.receive(until: .after(silence))
            } catch {
                throw fail(.unreachable)
            }
            guard case .bytes(let bytes) = received else { throw fail(.unreachable) }
            switch greeting.feed(bytes) {
            case .more: continue
            case .bye: throw fail(.serverUnavailable)
            case .tooLong: throw fail(.protocolViolation)
            case .answered(let status, let names, let rest):
                guard status.kind == .ok else { throw fail(.serverUnavailable) }
                capabilities = names
                handle(rest)
                return
            }
        }
    }

    func select(_ folder: FolderName) async throws(MailboxFailure) -> FolderState {
        hasNews = false
        let exchange = try await submit("SELECT \(folder.quoted)", wants: .selection)
        try await finish(exchange)
        if exchange.status?.kind == .no, exchange.status?.code != .unavailable { throw .folderMissing }
        try check(exchange)
        // RFC 3501 §7.1: without UIDVALIDITY the server has no lasting UIDs, and nothing here would be safe.
        guard let uidValidity = exchange.uidValidity, uidValidity > 0 else { throw fail(.protocolViolation) }
        hasNews = false
        return FolderState(
            uidValidity: uidValidity, nextUID: exchange.nextUID, exists: exists,
            isReadOnly: exchange.status?.code == .readOnly, canIdle: capabilities.contains("IDLE"),
            canMove: capabilities.contains("MOVE"), canExpungeByUID: capabilities.contains("UIDPLUS"))
    }

    func list(after uid: UInt32) async throws(MailboxFailure) -> [ListedMessage] {
        guard uid < UInt32.max else { return [] }
        hasNews = false
        let exchange = try await submit(
            "UID FETCH \(uid + 1):* (UID FLAGS INTERNALDATE RFC822.SIZE)", wants: .listing(after: uid))
        try await finish(exchange)
        try check(exchange)
        return exchange.lowestListed
    }

    /// Ascending. PEEK leaves `\Seen` alone (RFC 3501 §6.4.5).
    func fetch(_ uids: [UInt32], headersOnly: Bool) async throws(MailboxFailure) -> [FetchedMessage] {
        let section = headersOnly ? "HEADER" : ""
        var exchanges: [IMAPExchange] = []
        for line in UIDSet.lines(for: uids) {
            exchanges.append(
                try await submit(
                    "UID FETCH \(line.text) (UID BODY.PEEK[\(section)])",
                    wants: .bodies(Set(line.uids), headersOnly: headersOnly)))
        }
        var messages: [FetchedMessage] = []
        for exchange in exchanges {
            try await finish(exchange)
            try check(exchange)
            messages += exchange.bodies.map { FetchedMessage(uid: $0.key, bytes: $0.value) }
        }
        return messages.sorted { $0.uid < $1.uid }
    }

    /// RFC 3501 §6.4.4. `criteria` is ASCII and cannot hold a line end.
    func search(_ criteria: String) async throws(MailboxFailure) -> [UInt32] {
        let exchange = try await submit("UID SEARCH \(criteria)", wants: .search)
        try await finish(exchange)
        try check(exchange)
        return Array(Set(exchange.matches)).sorted()
    }

    /// Runs one command to its tagged reply and answers that, whatever it says.
    func run(
        _ command: String, copying uids: [UInt32] = []
    ) async throws(MailboxFailure) -> (status: IMAPStatus, copies: [UInt32: (uidValidity: UInt32, uid: UInt32)]) {
        let exchange = try await submit(command, wants: uids.isEmpty ? .nothing : .copies(Set(uids)))
        try await finish(exchange)
        return (exchange.status ?? IMAPStatus(kind: .bad), exchange.copies)
    }

    /// Both commands are written before either is answered.
    func runTogether(_ first: String, _ second: String) async throws(MailboxFailure) -> [IMAPStatus] {
        let exchanges = [try await submit(first, wants: .nothing), try await submit(second, wants: .nothing)]
        for exchange in exchanges { try await finish(exchange) }
        return exchanges.compactMap(\.status)
    }

    /// RFC 2177. Returns at news, at the deadline, or when another call needs the connection.
    func idle(atMost duration: Duration) async throws(MailboxFailure) {
        guard !hasNews else { return }
        let deadline = Deadline.after(duration)
        let exchange = try await submit("IDLE", wants: .idling)
        idling = exchange
        while exchange.status == nil, !exchange.saidDone, !hasNews, failure == nil, !deadline.hasPassed {
            await step(until: deadline)
        }
        try await endIdling()
        try await finish(exchange)
        try check(exchange)
    }

    /// Says LOGOUT, waits a moment for the answer, and ends the connection. Never fails.
    func close() async {
        isLeaving = true
        silence = min(silence, Limits.farewell)
        patience = .after(silence)
        if failure == nil {
            do throws(MailboxFailure) {
                try await finish(submit("LOGOUT", wants: .nothing))
            } catch {
                failure = error
            }
        }
        fail(.unreachable)
    }

    static func failure(of status: IMAPStatus) -> MailboxFailure? {
        switch (status.kind, status.code) {
        case (.ok, _), (.preauth, _): nil
        // RFC 5530: some of the messages are gone, the others were sent.
        case (.no, .expungeIssued): nil
        case (.no, .nonExistent), (.no, .tryCreate): .folderMissing
        case (.no, _), (.bye, _): .serverUnavailable
        case (.bad, _): .protocolViolation
        }
    }

    private func check(_ exchange: IMAPExchange) throws(MailboxFailure) {
        if let status = exchange.status, let failure = Self.failure(of: status) { throw failure }
    }

    private func nextTag() -> String {
        lastTag += 1
        return "\(tagPrefix)\(lastTag)"
    }

    private func submit(_ command: String, wants: IMAPExchange.Wants) async throws(MailboxFailure) -> IMAPExchange {
        try await endIdling()
        if let failure { throw failure }
        let tag = nextTag()
        let exchange = IMAPExchange(tag: Array(tag.utf8), wants: wants)
        pending.append(exchange)
        outgoing += Array("\(tag) \(command)\r\n".utf8)
        patience = .after(silence)
        await flush()
        return exchange
    }

    /// While IDLE runs nothing but DONE may be sent, and DONE only after the continuation (RFC 2177 §3).
    private func endIdling() async throws(MailboxFailure) {
        while let idle = idling, idle.status == nil, !idle.saidDone {
            if let failure { throw failure }
            guard idle.hasContinuation else {
                await step(until: .after(silence))
                continue
            }
            idle.saidDone = true
            patience = .after(silence)
            outgoing += Array("DONE\r\n".utf8)
            await flush()
        }
    }

    private func flush() async {
        guard !isWriting else { return }
        isWriting = true
        while !outgoing.isEmpty, failure == nil {
            let bytes = outgoing
            outgoing = []
            do throws(CurlFailure) {
                try await connection.send(bytes, until: .after(silence))
            } catch {
                fail(.unreachable)
            }
        }
        isWriting = false
    }

    private func finish(_ exchange: IMAPExchange) async throws(MailboxFailure) {
        while exchange.status == nil {
            if let failure { throw failure }
            await step(until: .after(silence))
        }
    }

    /// Reads once, or waits while somebody else reads once.
    private func step(until deadline: Deadline) async {
        if isReading {
            await withCheckedContinuation { parked.append($0) }
            return
        }
        isReading = true
        do throws(CurlFailure) {
            switch try await connection.receive(until: min(deadline, .after(silence))) {
            case .bytes(let bytes): handle(bytes)
            case .ended: fail(.unreachable)
            case .silence: checkSilence()
            }
        } catch {
            fail(.unreachable)
        }
        isReading = false
        wake()
    }

    private func checkSilence() {
        let isOwed = pending.contains { !$0.isIdling || $0.saidDone || !$0.hasContinuation }
        if isOwed, patience.hasPassed { fail(.unreachable) }
    }

    private func wake() {
        let waiting = parked
        parked = []
        for continuation in waiting { continuation.resume() }
    }

    @discardableResult
    private func fail(_ reason: MailboxFailure) -> MailboxFailure {
        let first = failure ?? reason
        failure = first
        connection.close()
        pending = []
        wake()
        return first
    }

    private func handle(_ bytes: [UInt8]) {
        patience = .after(silence)
        do throws(IMAPViolation) {
            for reply in try parser.feed(bytes) { handle(reply) }
        } catch {
            fail(.protocolViolation)
        }
    }

    private func handle(_ reply: IMAPResponse) {
        switch reply {
        case .tagged(let tag, let status):
            guard let index = pending.firstIndex(where: { $0.tag == tag }) else { return noteUnreadable() }
            let exchange = pending.remove(at: index)
            exchange.status = status
            if case .copied(let validity, let from, let to) = status.code {
                _ = exchange.take(uidValidity: validity, from: from, to: to)
            }
            if exchange === idling { idling = nil }
        case .untagged(let status): handle(untagged: status)
        case .continuation: idling?.hasContinuation = true
        case .capability(let names): capabilities = names
        case .exists(let count):
            if count > exists { hasNews = true }
            exists = count
        case .expunged: if exists > 0 { exists -= 1 }
        case .fetch(let fetch): _ = pending.contains { $0.take(fetch) }
        case .search(let uids): _ = pending.contains { $0.take(matches: uids) }
        case .other: break
        case .unreadable: noteUnreadable()
        }
    }

    private func handle(untagged status: IMAPStatus) {
        switch status.code {
        case .uidValidity(let value): pending.first(where: \.isSelection)?.uidValidity = value
        case .uidNext(let value): pending.first(where: \.isSelection)?.nextUID = value
        case .copied(let validity, let from, let to):
            _ = pending.contains { $0.take(uidValidity: validity, from: from, to: to) }
        case .capability(let names): capabilities = names
        default: break
        }
        if status.kind == .bye, !isLeaving { fail(.serverUnavailable) }
    }

    private func noteUnreadable() {
        unreadable += 1
        if unreadable > Limits.unreadableReplies { fail(.protocolViolation) }
    }
}
