package import Desk
package import Foundation
package import Mail
internal import Synchronization

/// A mail provider in memory: an SMTP side that does as the script says, an IMAP side with folders.
///
/// What the SMTP side accepts for an address of a folder lands in it. Every transaction that begins is recorded
/// with its moment, a number of the same sequence as `tick()`, so that a test can say what came first.
package final class PostOfficeInMemory: Sendable {
    /// What the server does with one mail.
    package indirect enum Act: Sendable, Equatable {
        case accept
        case refuse(SMTPReply, at: SMTPStep)
        case later(SMTPReply, at: SMTPStep)
        /// The connection ends in the middle of the text.
        case dropBeforeDot
        /// The connection ends after the final dot; the mail arrived or it did not.
        case dropAfterDot(isDelivered: Bool)
        /// Nothing was said about this mail.
        case unavailable(MailboxFailure)
        /// Suspends so many times between MAIL FROM and the answer.
        case slow(Int, then: Act)
    }

    /// Where a test may end the process, as kill points o2 to o6.
    package enum Moment: String, Sendable, CaseIterable {
        case connected, begun, recipientAccepted, dotSent, replyRead
    }

    package struct Transaction: Sendable {
        package var moment: Int
        package var at: Date
        package var sender: EnvelopeSender
        package var recipient: EmailAddress
        package var bytes: [UInt8]
        package var isDotSent = false
        package var isDelivered = false
    }

    fileprivate struct State {
        var moment = 0
        var transactions: [Transaction] = []
        var attempts: [[UInt8]: Int] = [:]
        var isBusy = false
        var overlaps = 0
        var logins = 0
        var closings = 0
    }

    fileprivate let state = Mutex(State())
    fileprivate let world: World
    fileprivate let script: @Sendable (Outbound, _ attempt: Int) -> Act
    /// False ends the process there: nothing of the transaction happens after it.
    fileprivate let survives: @Sendable (Moment) -> Bool
    private let boxes = Mutex<[EmailAddress: Box]>([:])

    /// `attempt` counts the tries of the same bytes from 1.
    package init(
        world: World, survives: @escaping @Sendable (Moment) -> Bool = { _ in true },
        script: @escaping @Sendable (Outbound, _ attempt: Int) -> Act = { _, _ in .accept }
    ) {
        self.world = world
        self.survives = survives
        self.script = script
    }

    package var transactions: [Transaction] { state.withLock { $0.transactions } }
    /// How often a connection was asked for.
    package var logins: Int { state.withLock { $0.logins } }
    /// How often two sends used one courier at once, which no owner may do.
    package var overlaps: Int { state.withLock { $0.overlaps } }
    package var closings: Int { state.withLock { $0.closings } }

    /// A moment of now, later than every transaction recorded before.
    package func tick() -> Int {
        state.withLock { state in
            state.moment += 1
            return state.moment
        }
    }

    package func courier() -> any Courier { Carrier(office: self) }

    /// The folder where mail for an address lands, made when it is first asked for.
    package func box(of address: EmailAddress) -> Box {
        boxes.withLock { boxes in
            if let box = boxes[address] { return box }
            let box = Box(world: world)
            boxes[address] = box
            return box
        }
    }

    fileprivate func deliver(_ bytes: [UInt8], to address: EmailAddress) {
        boxes.withLock { $0[address] ?? $0[address.withoutTag] }?.arrive(bytes)
    }
}

extension PostOfficeInMemory {
    /// The SMTP side: MAIL FROM, RCPT, DATA, dot and reply, in the order a server sees them.
    private struct Carrier: Courier {
        let office: PostOfficeInMemory

        func send(_ outbound: Outbound, checkpoint: any SendCheckpoint) async -> DeliveryOutcome {
            let attempt = office.state.withLock { state in
                if state.isBusy { state.overlaps += 1 }
                state.isBusy = true
                state.logins += 1
                state.attempts[outbound.bytes, default: 0] += 1
                return state.attempts[outbound.bytes, default: 0]
            }
            let outcome = await converse(office.script(outbound, attempt), outbound, checkpoint)
            office.state.withLock { $0.isBusy = false }
            return outcome
        }

        func close() async {
            office.state.withLock { $0.closings += 1 }
        }

        private func converse(
            _ act: Act, _ outbound: Outbound, _ checkpoint: any SendCheckpoint
        ) async -> DeliveryOutcome {
            if case .unavailable(let failure) = act { return .unavailable(failure) }
            guard office.survives(.connected) else { return .unavailable(.unreachable) }
            guard await checkpoint.mayBegin() else { return .withheld }
            let index = office.begin(outbound)
            guard office.survives(.begun) else { return .deferred(nil) }
            var act = act
            while case .slow(let pauses, then: let next) = act {
                for _ in 0..<pauses { await Task.yield() }
                act = next
            }
            switch act {
            case .refuse(let reply, at: let step) where step != .data: return .refused(reply, at: step)
            case .later(let reply, at: let step) where step != .data: return .deferred(reply)
            default: break
            }
            guard office.survives(.recipientAccepted) else { return .deferred(nil) }
            return await hand(over: index, act, checkpoint)
        }

        private func hand(over index: Int, _ act: Act, _ checkpoint: any SendCheckpoint) async -> DeliveryOutcome {
            if act == .dropBeforeDot { return .deferred(nil) }
            do throws(StoreFailure) {
                try await checkpoint.handing()
            } catch {
                return .deferred(nil)
            }
            let isDelivered = act == .accept || act == .dropAfterDot(isDelivered: true)
            office.end(index, isDelivered: isDelivered)
            guard office.survives(.dotSent), office.survives(.replyRead) else { return .unknown }
            switch act {
            case .refuse(let reply, at: let step): return .refused(reply, at: step)
            case .later(let reply, at: _): return .deferred(reply)
            case .dropAfterDot: return .unknown
            default: return .accepted(SMTPReply(code: 250, enhanced: "2.0.0"))
            }
        }
    }

    fileprivate func begin(_ outbound: Outbound) -> Int {
        let now = world.now()
        return state.withLock { state in
            state.moment += 1
            state.transactions.append(
                Transaction(
                    moment: state.moment, at: now, sender: outbound.sender, recipient: outbound.recipient,
                    bytes: outbound.bytes))
            return state.transactions.count - 1
        }
    }

    fileprivate func end(_ index: Int, isDelivered: Bool) {
        let transaction = state.withLock { state in
            state.transactions[index].isDotSent = true
            state.transactions[index].isDelivered = isDelivered
            return state.transactions[index]
        }
        if isDelivered { deliver(transaction.bytes, to: transaction.recipient) }
    }
}

extension PostOfficeInMemory {
    /// The IMAP side: one folder, and whatever folders its mail is moved to.
    package final class Box: Mailbox {
        package enum Verb: Sendable, Hashable, CaseIterable {
            case open, list, fetch, fetchHeaders, settle, waitForNews
        }

        package struct Mail: Sendable, Equatable {
            package var uid: UInt32
            package var bytes: [UInt8]
            package var at: Date
            package var isSeen = false
        }

        package struct Folder: Sendable {
            package var uidValidity: UInt32
            package var nextUID: UInt32 = 1
            package var mails: [Mail] = []

            fileprivate mutating func append(_ bytes: [UInt8], at now: Date) -> UInt32 {
                let uid = nextUID
                nextUID &+= 1
                mails.append(Mail(uid: uid, bytes: bytes, at: now))
                return uid
            }
        }

        private struct State {
            var inbox = Folder(uidValidity: 1)
            var others: [String: Folder] = [:]
            var isOpen = false
            var isReadOnly = false
            var absent: Set<UInt32> = []
            var failures: [Verb: [MailboxFailure]] = [:]
        }

        private let state = Mutex(State())
        private let world: World
        private let bell = OutboxBell()

        fileprivate init(world: World) {
            self.world = world
        }

        package var inbox: Folder { state.withLock { $0.inbox } }
        package func folder(_ name: String) -> Folder? { state.withLock { $0.others[name] } }

        /// A mail comes in from outside.
        package func arrive(_ bytes: [UInt8]) {
            let now = world.now()
            state.withLock { _ = $0.inbox.append(bytes, at: now) }
            bell.ring()
        }

        /// The next calls of a verb fail like this, one after the other.
        package func fail(_ verb: Verb, with failures: [MailboxFailure]) {
            state.withLock { $0.failures[verb] = failures }
        }

        /// These stay listed, but FETCH does not bring them.
        package func hide(_ uids: Set<UInt32>) { state.withLock { $0.absent = uids } }
        package func makeReadOnly(_ isReadOnly: Bool) { state.withLock { $0.isReadOnly = isReadOnly } }

        /// The provider numbers everything anew.
        package func renumber(uidValidity: UInt32) {
            state.withLock { state in
                let mails = state.inbox.mails
                state.inbox = Folder(uidValidity: uidValidity)
                for mail in mails { _ = state.inbox.append(mail.bytes, at: mail.at) }
            }
        }

        package func open() async throws(MailboxFailure) -> FolderState {
            try await perform(.open) { state in
                state.isOpen = true
                return FolderState(
                    uidValidity: state.inbox.uidValidity, nextUID: state.inbox.nextUID,
                    exists: UInt32(clamping: state.inbox.mails.count), isReadOnly: state.isReadOnly, canIdle: true,
                    canMove: true, canExpungeByUID: true)
            }
        }

        package func list(after uid: UInt32) async throws(MailboxFailure) -> [ListedMessage] {
            try await perform(.list) { state in
                state.inbox.mails.filter { $0.uid > uid }.map { mail in
                    ListedMessage(uid: mail.uid, size: mail.bytes.count, internalDate: mail.at, isSeen: mail.isSeen)
                }
            }
        }

        package func fetch(_ uids: [UInt32]) async throws(MailboxFailure) -> [FetchedMessage] {
            try await perform(.fetch) { state in Self.found(uids, in: state) }
        }

        package func fetchHeaders(_ uids: [UInt32]) async throws(MailboxFailure) -> [FetchedMessage] {
            try await perform(.fetchHeaders) { state in
                Self.found(uids, in: state).map { mail in
                    let end = Array("\r\n\r\n".utf8)
                    let cut = mail.bytes.indices.first { mail.bytes[$0...].starts(with: end) }
                    return FetchedMessage(
                        uid: mail.uid, bytes: Array(mail.bytes[..<(cut ?? mail.bytes.endIndex)]) + end)
                }
            }
        }

        package func settle(
            _ uids: [UInt32], by action: AfterImport
        ) async throws(MailboxFailure) -> [UInt32: ServerCopy] {
            try await perform(.settle) { state in
                guard action != .keep, !state.isReadOnly else { return [:] }
                var copies: [UInt32: ServerCopy] = [:]
                if case .move(to: let name) = action {
                    var folder = state.others[name] ?? Folder(uidValidity: UInt32(clamping: 100 + state.others.count))
                    for mail in state.inbox.mails where uids.contains(mail.uid) {
                        let uid = folder.append(mail.bytes, at: mail.at)
                        copies[mail.uid] = ServerCopy(folder: name, uidValidity: folder.uidValidity, uid: uid)
                    }
                    state.others[name] = folder
                }
                state.inbox.mails.removeAll { uids.contains($0.uid) }
                return copies
            }
        }

        package func waitForNews(atMost duration: Duration) async throws(MailboxFailure) {
            try await perform(.waitForNews) { _ in }
            let (world, bell) = (world, bell)
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await bell.wait() }
                group.addTask { do { try await world.sleep(duration) } catch { return } }
                await group.next()
                group.cancelAll()
            }
        }

        package func close() async { state.withLock { $0.isOpen = false } }

        private static func found(_ uids: [UInt32], in state: State) -> [FetchedMessage] {
            state.inbox.mails.filter { uids.contains($0.uid) && !state.absent.contains($0.uid) }
                .map { FetchedMessage(uid: $0.uid, bytes: $0.bytes) }
        }

        private func perform<Value: Sendable>(
            _ verb: Verb, _ body: (inout State) -> Value
        ) async throws(MailboxFailure) -> Value {
            await Task.yield()
            return try state.withLock { state throws(MailboxFailure) -> Value in
                if var failures = state.failures[verb], !failures.isEmpty {
                    let failure = failures.removeFirst()
                    state.failures[verb] = failures
                    state.isOpen = false
                    throw failure
                }
                guard state.isOpen || verb == .open else { throw .unreachable }
                return body(&state)
            }
        }
    }
}
