import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization

/// One installation over days of its own time, all from one seed: mails, a server in all its moods, a disk that
/// fills up, people who unsubscribe, agents who take back and try again, and an end of the process at any call.
final class OutboxSimulation: Sendable {
    private struct State {
        /// Calls of the store and the courier until the process dies; nil: it lives.
        var callsLeft: Int?
        var isDead = false
        var bell = OutboxBell()
        var answered: [EmailAddress: Int] = [:]
        var erased = 0
        var sending: Sending?
    }

    private let seed: UInt64
    private let chance: Bench
    private let state = Mutex(State())

    private init(seed: UInt64) {
        self.seed = seed
        chance = Bench(seed: seed)
    }

    struct Report: Sendable {
        /// What went wrong; nothing, when all went well.
        var problems: [String]
        /// How the mails ended, and whether one of them was sent twice.
        var ends: Set<DeliveryState>
        var isRepeated: Bool
    }

    static func report(seed: UInt64) async -> Report {
        await OutboxSimulation(seed: seed).run()
    }

    private func run() async -> Report {
        let sending = Sending(
            bench: Bench(seed: seed &+ 1, onSleep: { [self] _ in await meanwhile() }),
            survives: { [self] _ in goesOn() }, script: { [self] _, _ in act() })
        // The cycle through the hooks ends with the run.
        state.withLock { $0.sending = sending }
        defer { state.withLock { $0.sending = nil } }
        sending.store.interrupt { [self] moment throws(StoreFailure) in try interrupt(moment) }
        let first = chance.number(below: 26)
        let count = 1 + chance.number(below: 4)
        for index in first..<first + count {
            let mailClass = chance.number(below: 5) == 0 ? MailClass.automaticService : .humanReply
            let isFirst = mailClass == .humanReply && chance.number(below: 4) == 0
            sending.enqueue(index, mailClass) { $0.isFirstAnswer = isFirst }
        }
        for life in 1...UInt64(60) {
            await live(life, sending)
            if sending.store.rows.allSatisfy({ $0.state.isTerminal }) { break }
            sending.bench.advance(by: .seconds(chance.number(below: 3600)))
        }
        let rows = sending.store.rows
        let isRepeated = rows.contains { row in sending.transactions(of: row).count { $0.isDelivered } > 1 }
        return Report(
            problems: judge(sending, count: count), ends: Set(rows.map(\.state)), isRepeated: isRepeated)
    }

    private func live(_ life: UInt64, _ sending: Sending) async {
        let callsLeft = life < 10 && chance.number(below: 4) > 0 ? chance.number(below: 50) : nil
        let bell = OutboxBell()
        state.withLock { ($0.callsLeft, $0.isDead, $0.bell) = (callsLeft, false, bell) }
        do throws(StoreFailure) {
            _ = try await sending.store.recoverClaims(run: Sending.run(life), now: sending.bench.now)
            try await sending.worker(run: life, bell: bell).work()
        } catch {
            // Dead, or a disk that was full at the start: the next life begins.
            return
        }
    }

    private func goesOn() -> Bool {
        state.withLock { state in
            if let left = state.callsLeft {
                if left == 0 { state.isDead = true }
                state.callsLeft = max(0, left - 1)
            }
            return !state.isDead
        }
    }

    private func interrupt(_ moment: OutboxInMemory.Moment) throws(StoreFailure) {
        guard goesOn() else { throw .ioFailed }
        guard case .before = moment, chance.number(below: 40) == 0 else { return }
        throw chance.number(below: 2) == 0 ? .notWritable : .busy
    }

    private func act() -> PostOfficeInMemory.Act {
        switch chance.number(below: 100) {
        case 0..<45: .accept
        case 45..<53: .later(SMTPReply(code: 451), at: .recipient)
        case 53..<58: .later(SMTPReply(code: 452), at: .data)
        case 58..<61: .refuse(SMTPReply(code: 550), at: .recipient)
        case 61..<63: .refuse(SMTPReply(code: 554), at: .data)
        case 63..<64: .refuse(SMTPReply(code: 553), at: .sender)
        case 64..<71: .dropBeforeDot
        case 71..<79: .dropAfterDot(isDelivered: true)
        case 79..<84: .dropAfterDot(isDelivered: false)
        case 84..<90: .unavailable(.unreachable)
        case 90..<93: .unavailable(.loginRefused)
        default: .slow(chance.number(below: 4), then: .accept)
        }
    }

    /// What others do while the worker rests.
    private func meanwhile() async {
        let (sending, bell, isDead) = state.withLock { ($0.sending, $0.bell, $0.isDead) }
        guard let sending, !isDead else { return }
        let rows = sending.store.rows
        let waiting = rows.filter { !$0.state.isTerminal }
        guard let row = waiting.isEmpty ? nil : waiting[chance.number(below: waiting.count)],
            let address = row.outbound?.recipient
        else { return bell.stop() }
        let (store, now) = (sending.store, sending.bench.now)
        do throws(StoreFailure) {
            switch chance.number(below: 100) {
            case 0..<6:
                await sending.gate.pass {
                    store.suppress(address, SuppressionRecord(scope: .everything, tickets: [:], since: now))
                }
                // P5 never covers the first human answer.
                if !row.isFirstAnswer { answer(address, sending) }
            case 6..<7:
                await sending.gate.pass { store.erase(address) }
                answer(address, sending)
                state.withLock { $0.erased += 1 }
            case 7..<10:
                _ = try await sending.gate.pass { () async throws(StoreFailure) -> Bool in
                    try await store.withdrawEntry(row.id, now: now)
                }
            case 10..<13:
                try await store.retryEntry(row.id, now: now)
                bell.ring()
            case 13..<16: bell.stop()
            default: return
            }
        } catch {
            return
        }
    }

    private func answer(_ address: EmailAddress, _ sending: Sending) {
        let moment = sending.office.tick()
        state.withLock { $0.answered[address] = $0.answered[address] ?? moment }
    }

    private func judge(_ sending: Sending, count: Int) -> [String] {
        let (answered, erased) = state.withLock { ($0.answered, $0.erased) }
        var problems = sending.store.violations
        let rows = sending.store.rows
        if rows.count + erased != count { problems.append("\(rows.count) of \(count) rows, \(erased) erased") }
        if sending.office.overlaps > 0 { problems.append("two sends at once over one courier") }
        for row in rows {
            let transactions = sending.transactions(of: row)
            let delivered = transactions.count { $0.isDelivered }
            let name = "\(row.state.rawValue) after \(row.attempts) attempts, delivered \(delivered)"
            if !row.state.isTerminal { problems.append("P3: " + name) }
            if row.state == .sent, delivered == 0 { problems.append("P3 sent, never accepted: " + name) }
            if row.state != .sent, delivered > 0, !row.isRepetition { problems.append("P3 arrived: " + name) }
            if delivered > (row.isRepetition ? 2 : 1) { problems.append("P4: " + name) }
            if transactions.contains(where: { $0.bytes != row.outbound?.bytes }) { problems.append("P4 other bytes") }
            if row.isFirstAnswer, row.state == .suppressed { problems.append("P5 withheld a first answer") }
        }
        for transaction in sending.office.transactions {
            guard let moment = answered[transaction.recipient], transaction.moment > moment else { continue }
            problems.append("P5: began after the answer")
        }
        return problems
    }
}
