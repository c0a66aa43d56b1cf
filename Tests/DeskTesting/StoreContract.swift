package import Desk
import Foundation
package import Mail
internal import Synchronization
package import Vault

/// What every `DeskStore` promises, as sentences that can be run against any of them.
///
/// A clause gets a fresh, empty store and throws when a promise is broken. The engines' tests run all clauses.
package struct StoreContract: Sendable, CustomStringConvertible {
    package let name: String
    package let run: @Sendable (StoreSubject) async throws -> Void

    package var description: String { name }

    init(_ name: String, _ run: @escaping @Sendable (StoreSubject) async throws -> Void) {
        self.name = name
        self.run = run
    }

    package static let clauses = [
        intake,
        ledger,
        threading,
        answers,
        openings,
        outbox,
        wishes,
        lists,
        merging,
        structure,
        forwarding,
        comforts,
        queues,
        wordings,
        webhooks,
        agents,
        quarantine,
        logins,
        alarms,
        registers,
        news,
        rights,
        optIns,
        links,
        retention,
        consents,
        breaches,
        breachCandidates,
        mailTokens,
    ].flatMap { $0 }
}

/// A broken promise, in words.
package struct ContractBroken: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) {
        self.description = description
    }
}

/// An empty store with the keys and the world it was made with, and short ways to do what clauses do often.
package final class StoreSubject: Sendable {
    package let store: any DeskStore
    package let keys: KeyRing
    package let clock: TestWorld
    package let profile: MailboxProfile
    package let settings: DeskSettings
    private let lastUID = Mutex<UInt32>(0)

    package init(store: any DeskStore, keys: KeyRing, clock: TestWorld) throws {
        self.store = store
        self.keys = keys
        self.clock = clock
        profile = try .make()
        settings = try .make(mailboxes: [profile])
    }

    var now: Date { clock.now }

    package func require(
        _ isKept: Bool, _ promise: @autoclosure () -> String, line: Int = #line
    ) throws {
        guard isKept else { throw ContractBroken(description: "\(promise()) (line \(line))") }
    }

    func unwrap<Value>(_ value: Value?, _ what: String, line: Int = #line) throws -> Value {
        guard let value else { throw ContractBroken(description: "\(what) is missing (line \(line))") }
        return value
    }

    package func nextUID() -> UInt32 {
        lastUID.withLock { uid in
            uid += 1
            return uid
        }
    }

    /// Opens the folder the first time; later calls change nothing.
    package func begin() async throws {
        if try await store.intakeState(mailbox: profile.name, folder: "INBOX") == nil {
            try await store.beginIntake(mailbox: profile.name, folder: "INBOX", uidValidity: 7, after: 0)
        }
    }

    /// Takes mails in as the intake does and answers what became of each.
    @discardableResult
    package func receive(_ mails: SampleMail...) async throws -> [Acceptance.Outcome] {
        try await receive(mails.map { $0.arrival(uid: nextUID(), at: now) })
    }

    package func receive(_ arrivals: [Arrival], isArchive: Bool = false) async throws -> [Acceptance.Outcome] {
        try await begin()
        _ = try await store.recordAttempt(
            mailbox: profile.name, folder: "INBOX", uids: arrivals.map(\.uid), alone: false)
        let batch = try IntakeBatch.make(
            arrivals, profile: profile, settings: settings, isArchive: isArchive, now: now)
        return try await store.accept(batch).map(\.outcome)
    }

    /// Opens a ticket and answers its number.
    package func open(_ mail: SampleMail = .make { $0.messageID = "first@customer.example" }) async throws
        -> TicketNumber
    {
        let outcome = try await receive(mail).first
        guard case .opened(let number) = outcome else {
            throw ContractBroken(description: "a first mail opened no ticket but \(String(describing: outcome))")
        }
        return number
    }

    package func view(_ number: TicketNumber) async throws -> TicketView {
        try unwrap(await store.ticket(number, reader: .operatorOnHost, now: now), "the ticket")
    }

    @discardableResult
    package func answer(_ number: TicketNumber, _ draft: ReplyDraft = ReplyDraft(text: "Use water.")) async throws
        -> AnswerOutcome
    {
        try await store.answer(
            number, with: draft, by: .operatorOnHost,
            dispatch: Dispatch(settings: settings, keys: keys, world: clock.world))
    }

    /// Answers and takes the message out of the outcome.
    @discardableResult
    package func answered(_ number: TicketNumber, _ draft: ReplyDraft = ReplyDraft(text: "Use water.")) async throws
        -> TicketMessage
    {
        let outcome = try await answer(number, draft)
        guard case .answered(let message) = outcome else {
            throw ContractBroken(description: "an answer became \(outcome)")
        }
        return message
    }

    package func claim(run: DaemonRun) async throws -> [ClaimedEntry] {
        try await store.claimDue(mailbox: profile.name, run: run, now: now, limit: 20)
    }

    package func newRun() -> DaemonRun { DaemonRun(from: clock.world) }

    /// Sends everything that is due as a perfect server would, and answers the mails.
    @discardableResult
    package func sendAll() async throws -> [Message] {
        let run = newRun()
        var sent: [Message] = []
        for entry in try await claim(run: run) {
            let outbound = try unwrap(entry.outbound, "a claimed mail")
            try require(
                try await store.mayBegin(entry.id, run: run) == .granted, "a claimed mail nobody forbids may begin")
            try await store.markHanding(entry.id, run: run, now: now)
            try await store.settle(entry.id, as: .sent(reply: "250"), run: run, now: now)
            sent.append(MessageParser().parse(outbound.bytes))
        }
        return sent
    }

    /// Opens a ticket whose acknowledgement was sent, and answers the acknowledgement too.
    package func openAcknowledged() async throws -> (TicketNumber, Message) {
        let number = try await open()
        let sent = try await sendAll()
        return (number, try unwrap(sent.first, "the acknowledgement"))
    }

    package func suppression(
        of address: String = "ada@customer.example", _ scope: UnsubscribeScope = .everything,
        ticket: TicketNumber? = nil
    ) throws -> Suppression {
        let normalized = try Samples.address(address).normalized
        let newest = try unwrap(keys.suppressionHashes(ofAddress: normalized).first, "a suppression hash")
        return Suppression(
            hash: newest.hash, keyVersion: newest.version, scope: scope, ticket: ticket, at: now, source: .page)
    }
}
