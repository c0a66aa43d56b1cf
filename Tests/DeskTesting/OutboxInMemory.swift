package import Desk
package import Foundation
package import Mail
internal import Synchronization

/// An outbox that forgets with the process. It keeps the table of `Desk.docc/Outbox.md` to the letter: a step the table
/// does not have is not taken, and is remembered in `violations`.
///
/// A test may interrupt any verb before it commits, when nothing of it happens, and after, when nobody hears of it.
package final class OutboxInMemory: OutboxStore {
    package enum Verb: String, Sendable, CaseIterable {
        case recoverClaims, claimDue, mayBegin, markHanding, settle, release, nextDue, outboxEntries, outboxCounts
        case retryEntry, withdrawEntry, mailboxOfEntry
    }

    package enum Moment: Sendable, Equatable {
        case before(Verb)
        case after(Verb)
    }

    package typealias Interruption = @Sendable (Moment) throws(StoreFailure) -> Void

    package struct Row: Sendable {
        package var id: OutboxEntryID
        package var ticket: TicketNumber?
        package var mailbox: MailboxName
        package var mailClass: MailClass
        package var state: DeliveryState
        package var attempts = 0
        package var isFirstAnswer = false
        package var isOverridden = false
        package var isRepetition = false
        package var enqueuedAt: Date
        package var nextAttemptAt: Date
        package var run: DaemonRun?
        package var lastReply: String?
        package var reason: String?
        /// nil: the stored bytes do not open any more.
        package var outbound: Outbound?

        /// A row as enqueuing makes it.
        package init(
            id: OutboxEntryID, ticket: TicketNumber?, mailbox: MailboxName, mailClass: MailClass, at now: Date,
            outbound: Outbound?
        ) {
            self.id = id
            self.ticket = ticket
            self.mailbox = mailbox
            self.mailClass = mailClass
            state = .queued
            enqueuedAt = now
            nextAttemptAt = now
            self.outbound = outbound
        }

        fileprivate var isWaiting: Bool { state == .queued || state == .deferred || state == .unknown }
    }

    fileprivate struct State {
        var rows: [Row] = []
        var suppressions: [String: SuppressionRecord] = [:]
        var reopened: [TicketNumber] = []
        var violations: [String] = []

        func index(of id: OutboxEntryID) -> Int? { rows.firstIndex { $0.id == id } }

        /// The row while it is this run's to decide about; nil when another act ended it or it is gone.
        mutating func held(_ id: OutboxEntryID, by run: DaemonRun, for verb: Verb) -> Int? {
            guard let index = index(of: id) else { return nil }
            let row = rows[index]
            if row.run == run, row.state == .claimed || row.state == .handing { return index }
            if !row.state.isTerminal { violations.append("\(verb.rawValue) of a row in state \(row.state.rawValue)") }
            return nil
        }
    }

    private let state = Mutex(State())
    private let interruption = Mutex<Interruption?>(nil)

    package init() {}

    // What a test sets up and looks at.

    package func enqueue(_ row: Row) {
        state.withLock { $0.rows.append(row) }
    }

    package func interrupt(_ body: Interruption?) {
        interruption.withLock { $0 = body }
    }

    package var rows: [Row] { state.withLock { $0.rows } }
    package func row(_ id: OutboxEntryID) -> Row? { rows.first { $0.id == id } }
    /// Tickets that a final failure reopened, one entry for each note.
    package var reopened: [TicketNumber] { state.withLock { $0.reopened } }
    /// Steps that were asked for and that the table does not have.
    package var violations: [String] { state.withLock { $0.violations } }

    /// Records a wish and withholds what waits under it, as `PeopleStore.suppress` does.
    package func suppress(_ address: EmailAddress, _ record: SuppressionRecord) {
        state.withLock { state in
            state.suppressions[address.normalized] = record
            for index in state.rows.indices
            where state.rows[index].isWaiting && state.rows[index].outbound?.recipient == address {
                guard case .withheld(let reason) = Self.permission(state.rows[index], state) else { continue }
                state.rows[index].state = .suppressed
                state.rows[index].reason = reason
            }
        }
    }

    /// Removes every row of a person, whatever its state, as an erasure does.
    package func erase(_ address: EmailAddress) {
        state.withLock { state in state.rows.removeAll { $0.outbound?.recipient == address } }
    }

    private static func permission(_ row: Row, _ state: State) -> SendPermission {
        let record = row.outbound.flatMap { state.suppressions[$0.recipient.normalized] }
        return SendPermission.decide(
            row.mailClass, ticket: row.ticket, isFirstAnswer: row.isFirstAnswer, isOverridden: row.isOverridden,
            suppression: record)
    }

    /// One transaction: all of it or, when it throws, nothing.
    private func commit<Value: Sendable>(
        _ verb: Verb, _ body: (inout State) throws(StoreFailure) -> Value
    ) async throws(StoreFailure) -> Value {
        let interruption = interruption.withLock { $0 }
        // A store suspends whoever asks it; a fake that never did would hide what can happen meanwhile.
        await Task.yield()
        try interruption?(.before(verb))
        let value = try state.withLock { state throws(StoreFailure) -> Value in
            var copy = state
            let value = try body(&copy)
            state = copy
            return value
        }
        await Task.yield()
        try interruption?(.after(verb))
        return value
    }
}

extension OutboxInMemory {
    package func recoverClaims(
        run: DaemonRun, now: Date
    ) async throws(StoreFailure) -> (requeued: Int, unknown: Int) {
        try await commit(.recoverClaims) { state in
            var counts = (requeued: 0, unknown: 0)
            for index in state.rows.indices where state.rows[index].run != nil && state.rows[index].run != run {
                switch state.rows[index].state {
                case .claimed:
                    state.rows[index].state = .queued
                    state.rows[index].attempts -= 1
                    counts.requeued += 1
                case .handing where state.rows[index].isRepetition:
                    // Twice unknown: a third copy is never sent (P4).
                    state.rows[index].state = .failed
                    state.rows[index].reason = "the answer was lost twice; it may have been delivered"
                    state.reopened += [state.rows[index].ticket].compactMap { $0 }
                    counts.unknown += 1
                case .handing:
                    Self.apply(
                        .unknown(retryAt: now.addingTimeInterval(Limits.unknownRetryAfter.seconds)),
                        to: &state.rows[index])
                    counts.unknown += 1
                case .queued, .sent, .delayed, .deferred, .failed, .suppressed, .withdrawn, .unknown:
                    break
                }
                state.rows[index].run = nil
            }
            return counts
        }
    }

    package func claimDue(
        mailbox: MailboxName, run: DaemonRun, now: Date, limit: Int
    ) async throws(StoreFailure) -> [ClaimedEntry] {
        try await commit(.claimDue) { state in
            let due = state.rows.indices
                .filter { state.rows[$0].mailbox == mailbox && state.rows[$0].isWaiting }
                .filter { state.rows[$0].nextAttemptAt <= now }
                .sorted { state.rows[$0].enqueuedAt < state.rows[$1].enqueuedAt }
                .prefix(max(0, limit))
            return due.map { index in
                state.rows[index].state = .claimed
                state.rows[index].run = run
                state.rows[index].attempts += 1
                let row = state.rows[index]
                return ClaimedEntry(
                    id: row.id, ticket: row.ticket, mailClass: row.mailClass, attempts: row.attempts,
                    isRepetition: row.isRepetition, enqueuedAt: row.enqueuedAt, outbound: row.outbound)
            }
        }
    }

    package func mayBegin(_ entry: OutboxEntryID, run: DaemonRun) async throws(StoreFailure) -> SendPermission {
        try await commit(.mayBegin) { state in
            guard let index = state.held(entry, by: run, for: .mayBegin) else {
                return .withheld(reason: state.index(of: entry) == nil ? "the person was erased" : "ended meanwhile")
            }
            return Self.permission(state.rows[index], state)
        }
    }

    package func markHanding(_ entry: OutboxEntryID, run: DaemonRun, now: Date) async throws(StoreFailure) {
        try await commit(.markHanding) { state throws(StoreFailure) in
            guard let index = state.held(entry, by: run, for: .markHanding) else { throw .notFound }
            if state.rows[index].state == .handing { state.violations.append("handing twice") }
            state.rows[index].state = .handing
        }
    }

    package func settle(
        _ entry: OutboxEntryID, as settlement: Settlement, run: DaemonRun, now: Date
    ) async throws(StoreFailure) {
        try await commit(.settle) { state in
            guard let index = state.held(entry, by: run, for: .settle) else { return }
            let from = state.rows[index].state
            guard Self.isLegal(settlement, from: from) else {
                state.violations.append("\(from.rawValue) → \(settlement)")
                return
            }
            Self.apply(settlement, to: &state.rows[index])
            if case .failed = settlement { state.reopened += [state.rows[index].ticket].compactMap { $0 } }
        }
    }

    /// What was never handed over cannot be sent or of unknown fate; what was handed over is nobody's to withhold.
    private static func isLegal(_ settlement: Settlement, from state: DeliveryState) -> Bool {
        switch settlement {
        case .sent, .unknown: state == .handing
        case .suppressed: state == .claimed
        case .deferred, .failed, .released: state == .claimed || state == .handing
        }
    }

    private static func apply(_ settlement: Settlement, to row: inout Row) {
        row.run = nil
        switch settlement {
        case .sent(let reply):
            (row.state, row.lastReply) = (.sent, reply)
        case .deferred(let next, let reply):
            (row.state, row.nextAttemptAt, row.lastReply) = (.deferred, next, reply ?? row.lastReply)
        case .failed(let reason, let reply):
            (row.state, row.reason, row.lastReply) = (.failed, reason, reply ?? row.lastReply)
        case .suppressed(let reason):
            (row.state, row.reason) = (.suppressed, reason)
        case .unknown(let next):
            // The next try is the repetition, and whatever comes between, there is no second one (P4).
            (row.state, row.nextAttemptAt, row.isRepetition) = (.unknown, next, true)
        case .released(let next):
            (row.state, row.nextAttemptAt) = (.queued, next)
            row.attempts -= 1
        }
    }

    package func release(_ entries: [OutboxEntryID], run: DaemonRun) async throws(StoreFailure) {
        try await commit(.release) { state in
            for entry in entries {
                guard let index = state.held(entry, by: run, for: .release) else { continue }
                guard state.rows[index].state == .claimed else {
                    state.violations.append("release of a mail handed over")
                    continue
                }
                (state.rows[index].state, state.rows[index].run) = (.queued, nil)
                state.rows[index].attempts -= 1
            }
        }
    }

    package func nextDue(mailbox: MailboxName) async throws(StoreFailure) -> Date? {
        try await commit(.nextDue) { state in
            state.rows.filter { $0.mailbox == mailbox && $0.isWaiting }.map(\.nextAttemptAt).min()
        }
    }

    package func outboxEntries(
        state wanted: DeliveryState?, visible: MailboxSight?, limit: Int
    ) async throws(StoreFailure) -> [OutboxEntrySummary] {
        try await commit(.outboxEntries) { state in
            let rows = state.rows.reversed()
                .filter { wanted == nil || $0.state == wanted }
                .filter { visible?.contains($0.mailbox) ?? true }
            return rows.prefix(max(0, limit)).map { row in
                OutboxEntrySummary(
                    id: row.id, ticket: row.ticket, mailbox: row.mailbox, mailClass: row.mailClass, state: row.state,
                    attempts: row.attempts, nextAttemptAt: row.isWaiting ? row.nextAttemptAt : nil,
                    lastReply: row.lastReply, reason: row.reason)
            }
        }
    }

    package func outboxCounts() async throws(StoreFailure) -> [DeliveryState: Int] {
        try await commit(.outboxCounts) { state in
            state.rows.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
        }
    }

    package func retryEntry(_ entry: OutboxEntryID, now: Date) async throws(StoreFailure) {
        try await commit(.retryEntry) { state throws(StoreFailure) in
            guard let index = state.index(of: entry) else { throw .notFound }
            let from = state.rows[index].state
            guard from == .deferred || from == .unknown || from == .failed else { return }
            (state.rows[index].state, state.rows[index].nextAttemptAt) = (.queued, now)
        }
    }

    package func withdrawEntry(_ entry: OutboxEntryID, now: Date) async throws(StoreFailure) -> Bool {
        try await commit(.withdrawEntry) { state in
            guard let index = state.index(of: entry) else { return false }
            guard state.rows[index].state == .queued || state.rows[index].state == .deferred else { return false }
            state.rows[index].state = .withdrawn
            return true
        }
    }

    package func mailbox(ofEntry entry: OutboxEntryID) async throws(StoreFailure) -> MailboxName? {
        try await commit(.mailboxOfEntry) { state in state.rows.first { $0.id == entry }?.mailbox }
    }
}
