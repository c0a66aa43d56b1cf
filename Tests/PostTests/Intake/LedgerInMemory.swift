import Desk
import Mail
import Synchronization

/// The intake's store in memory: cursor, rows and what was accepted. Survives a watcher, as the database does.
final class LedgerInMemory: IntakeStore {
    struct State: Sendable {
        var cursor: (uidValidity: UInt32, lastUID: UInt32)?
        var rows: [UInt32: IntakeState.Unsettled] = [:]
        var beginning = IntakeBeginning(after: 0)
        /// Subjects of accepted mail, in order; what was too large or unreadable says so.
        var accepted: [String] = []
        var isArchive: [Bool] = []
        var copies: [UInt32: ServerCopy] = [:]
        var identities: Set<String> = []
        /// These are never stored.
        var failing: Set<String> = []
        /// The next commits fail so.
        var failures: [StoreFailure] = []
        var batches: [Int] = []
        var calls: [String] = []
        var owesRescan = false
    }

    private let state = Mutex(State())

    var now: State { state.withLock { $0 } }

    func change(_ body: (inout State) -> Void) {
        state.withLock { body(&$0) }
    }

    func owesRescan(mailbox: MailboxName) async throws(StoreFailure) -> Bool { now.owesRescan }

    func endRescan(mailbox: MailboxName) async throws(StoreFailure) {
        change { $0.owesRescan = false }
    }

    func intakeState(mailbox: MailboxName, folder: String) async throws(StoreFailure) -> IntakeState? {
        state.withLock { state in
            state.cursor.map { cursor in
                IntakeState(
                    uidValidity: cursor.uidValidity, lastUID: cursor.lastUID,
                    oldBelow: state.beginning.oldBelow, firstContact: state.beginning.firstContact,
                    unsettled: state.rows.values.sorted { $0.uid < $1.uid })
            }
        }
    }

    func beginIntake(
        mailbox: MailboxName, folder: String, uidValidity: UInt32, _ beginning: IntakeBeginning
    ) async throws(StoreFailure) {
        try commit("begin after \(beginning.after)") { state in
            state.rows = [:]
            state.cursor = (uidValidity, beginning.after)
            state.beginning = beginning
            for uid in beginning.waiting { state.rows[uid] = .init(uid: uid, attempts: 0, state: .waiting) }
        }
    }

    func recordAttempt(
        mailbox: MailboxName, folder: String, uids: [UInt32], alone: Bool
    ) async throws(StoreFailure) -> [UInt32: UInt32] {
        try commit("attempt \(uids.count)\(alone ? " alone" : "")") { state in
            for uid in uids {
                var row = state.rows[uid] ?? .init(uid: uid, attempts: 0, state: .attempting)
                row.attempts += alone ? 1 : 0
                row.state = .attempting
                state.rows[uid] = row
            }
            return state.rows.mapValues(\.attempts)
        }
    }

    func accept(_ batch: IntakeBatch) async throws(StoreFailure) -> [Acceptance] {
        try commit("accept \(batch.arrivals.count)") { state in
            state.batches.append(batch.arrivals.count)
            let acceptances = batch.arrivals.map { accept($0, batch, &state) }
            if let cursor = state.cursor, let last = batch.arrivals.map(\.uid).max() {
                state.cursor = (cursor.uidValidity, max(cursor.lastUID, last))
            }
            return acceptances
        }
    }

    func recordTold(
        mailbox: MailboxName, folder: String, uids: [UInt32], copies: [UInt32: ServerCopy]
    ) async throws(StoreFailure) {
        try commit("told \(uids.count)") { state in
            state.copies.merge(copies) { _, new in new }
            for uid in uids where state.rows[uid]?.state != .quarantined { state.rows[uid] = nil }
        }
    }

    private func commit<Value: Sendable>(
        _ call: String, _ body: (inout State) -> Value
    ) throws(StoreFailure) -> Value {
        try state.withLock { state throws(StoreFailure) in
            state.calls.append(call)
            if !state.failures.isEmpty { throw state.failures.removeFirst() }
            return body(&state)
        }
    }

    private func accept(_ arrival: Arrival, _ batch: IntakeBatch, _ state: inout State) -> Acceptance {
        var row = IntakeState.Unsettled(uid: arrival.uid, attempts: 0, state: .acceptedNotTold)
        let subject: String
        switch arrival.content {
        case .message(let message): subject = message.subject ?? ""
        case .tooLarge(let headers, let size): subject = "too large, \(size): \(headers.subject ?? "")"
        case .unreadable(let bytes, let reason):
            subject = "unreadable, \(bytes.count), \(reason)"
            row.state = .quarantined
        }
        if state.failing.contains(subject) { return Acceptance(uid: arrival.uid, outcome: .failed) }
        let isTooLarge = subject.hasPrefix("too large")
        state.rows[arrival.uid] = batch.isArchive || isTooLarge ? nil : row
        guard state.identities.insert(subject).inserted else {
            return Acceptance(uid: arrival.uid, outcome: .ignored(.alreadyImported))
        }
        state.accepted.append(subject)
        state.isArchive.append(batch.isArchive)
        return Acceptance(uid: arrival.uid, outcome: .unsubscribed)
    }
}
