import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization
import Testing

/// The table of `Desk.docc/Outbox.md`, arrow by arrow.
struct OutboxWorkerTests {
    typealias Act = PostOfficeInMemory.Act

    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let act: Act
        let state: DeliveryState
        /// Seconds until the next try: the least and the most.
        var next: ClosedRange<Double>?
        var attempts = 1
        var reply: String?
        var isReopened = false
        var delivered = 0
    }

    static let busy = SMTPReply(code: 451, enhanced: "4.7.1")
    static let never = SMTPReply(code: 550, enhanced: "5.1.1")
    static let first = 1440.0...2160.0
    static let pause = 60.0...60.0

    static let rows = [
        Row(testDescription: "250", act: .accept, state: .sent, reply: "250 2.0.0", delivered: 1),
        Row(
            testDescription: "250, slowly", act: .slow(20, then: .accept), state: .sent, reply: "250 2.0.0",
            delivered: 1),
        Row(
            testDescription: "4yz to MAIL", act: .later(busy, at: .sender), state: .deferred, next: first,
            reply: "451 4.7.1"),
        Row(
            testDescription: "4yz to RCPT", act: .later(busy, at: .recipient), state: .deferred, next: first,
            reply: "451 4.7.1"),
        Row(
            testDescription: "4yz to the dot", act: .later(busy, at: .data), state: .deferred, next: first,
            reply: "451 4.7.1"),
        Row(testDescription: "lost before the dot", act: .dropBeforeDot, state: .deferred, next: first),
        Row(
            testDescription: "5yz to MAIL", act: .refuse(never, at: .sender), state: .failed, reply: "550 5.1.1",
            isReopened: true),
        Row(
            testDescription: "5yz to RCPT", act: .refuse(never, at: .recipient), state: .failed, reply: "550 5.1.1",
            isReopened: true),
        Row(
            testDescription: "5yz to the dot", act: .refuse(never, at: .data), state: .failed, reply: "550 5.1.1",
            isReopened: true),
        Row(
            testDescription: "lost after the dot, arrived", act: .dropAfterDot(isDelivered: true), state: .unknown,
            next: 900...900, delivered: 1),
        Row(
            testDescription: "lost after the dot, did not arrive", act: .dropAfterDot(isDelivered: false),
            state: .unknown, next: 900...900),
        Row(testDescription: "unreachable", act: .unavailable(.unreachable), state: .queued, next: pause, attempts: 0),
        Row(
            testDescription: "login refused", act: .unavailable(.loginRefused), state: .queued, next: pause, attempts: 0
        ),
        Row(testDescription: "TLS refused", act: .unavailable(.tlsRefused), state: .queued, next: pause, attempts: 0),
    ]

    @Test(arguments: rows)
    func `each answer of a server leads to its row`(row: Row) async throws {
        let sending = Sending(script: { _, _ in row.act })
        let id = sending.enqueue()
        let rest = try await sending.worker().sendWhatIsDue()
        let entry = try #require(sending.store.row(id))
        #expect(entry.state == row.state && entry.attempts == row.attempts && entry.lastReply == row.reply)
        #expect(entry.run == nil && sending.store.violations.isEmpty)
        if let next = row.next {
            #expect(next.contains(entry.nextAttemptAt.timeIntervalSince(Scenario.now)))
            #expect(next.contains(rest.seconds) || rest == Limits.outboxLongestRest)
        } else {
            #expect(entry.state.isTerminal && rest == Limits.outboxLongestRest)
        }
        #expect((entry.state == .failed) == (entry.reason != nil))
        #expect(sending.store.reopened == (row.isReopened ? [Scenario.number(1)] : []))
        #expect(sending.office.transactions.count { $0.isDelivered } == row.delivered)
        #expect(sending.observations.contains(.loginRefused) == (row.act == .unavailable(.loginRefused)))
    }

    @Test func `a deferred mail is tried on schedule for five days and then fails`() async throws {
        let bell = OutboxBell()
        let store = Mutex<OutboxInMemory?>(nil)
        let bench = Bench(onSleep: { _ in
            if store.withLock({ $0?.rows.allSatisfy { $0.state.isTerminal } }) == true { bell.stop() }
        })
        let sending = Sending(bench: bench, script: { _, _ in .later(Self.busy, at: .recipient) })
        store.withLock { $0 = sending.store }
        let id = sending.enqueue()
        try await sending.worker(bell: bell).work()
        let times = sending.office.transactions.map { $0.at.timeIntervalSince(Scenario.now) }
        for (index, wait) in zip(times, times.dropFirst()).map({ $1 - $0 }).enumerated() {
            let planned = [1800, 3600, 7200, 14_400][min(index, 3)] as Double
            #expect((planned * 0.8...planned * 1.2 + 1).contains(wait))
        }
        #expect(times.count > 25 && (times.last ?? 0) >= 5 * 86_400 && (times.last ?? 0) < 5.2 * 86_400)
        #expect(sending.store.row(id)?.reason == "not delivered in time")
        #expect(sending.store.row(id)?.attempts == times.count && sending.store.reopened == [Scenario.number(1)])
        #expect(sending.office.closings == 1 && sending.store.violations.isEmpty)
    }

    @Test(arguments: [
        (Act.accept, DeliveryState.sent, true), (.dropAfterDot(isDelivered: true), .failed, true),
        (.dropAfterDot(isDelivered: false), .failed, false), (.refuse(never, at: .data), .failed, false),
    ])
    func `P4 a fate unknown is tried once more with the same bytes, flagged, and then never again`(
        second: Act, state: DeliveryState, isDelivered: Bool
    ) async throws {
        let sending = Sending(script: { _, attempt in attempt == 1 ? .dropAfterDot(isDelivered: true) : second })
        let id = sending.enqueue()
        for _ in 0..<5 {
            _ = try await sending.worker().sendWhatIsDue()
            sending.bench.advance(by: .seconds(86_400))
        }
        let row = try #require(sending.store.row(id))
        let transactions = sending.transactions(of: row)
        #expect(row.state == state && row.isRepetition && row.attempts == 2)
        #expect(transactions.count == 2 && Set(transactions.map(\.bytes)) == [row.outbound?.bytes])
        #expect(transactions.allSatisfy { $0.sender == row.outbound?.sender })
        #expect(transactions.map(\.isDelivered) == [true, isDelivered])
        #expect(sending.store.reopened.count == (state == .failed ? 1 : 0))
    }

    @Test func `a server that takes no null sender gets the mailbox as sender, human mail gets no second try`()
        async throws
    {
        let sending = Sending(script: { outbound, _ in
            outbound.sender == .null || outbound.recipient == Scenario.address("p1@customer.example")
                ? .refuse(Self.never, at: .sender) : .accept
        })
        let automatic = sending.enqueue(0, .automaticService)
        let human = sending.enqueue(1)
        _ = try await sending.worker().sendWhatIsDue()
        #expect(sending.store.row(automatic)?.state == .sent && sending.store.row(automatic)?.attempts == 1)
        #expect(sending.store.row(human)?.state == .failed)
        let senders = sending.office.transactions.map(\.sender)
        let own = EnvelopeSender.address(Sending.mailbox.address)
        #expect(senders == [.null, own, own])
        #expect(sending.office.transactions[0].bytes == sending.office.transactions[1].bytes)
    }

    /// A wrong password must not become one try for each mail: that locks the account.
    @Test(arguments: [MailboxFailure.loginRefused, .unreachable])
    func `a server that lets nobody in is asked once a pause, whatever waits and whoever rings`(
        failure: MailboxFailure
    ) async throws {
        let bell = OutboxBell()
        let bench = Bench(onSleep: { nth in
            bell.ring()
            if nth == 5 { bell.stop() }
        })
        let sending = Sending(bench: bench, script: { _, _ in .unavailable(failure) })
        for index in 0..<30 { sending.enqueue(index) }
        try await sending.worker(bell: bell).work()
        #expect((1...6).contains(sending.office.logins))
        #expect(sending.bench.now.timeIntervalSince(Scenario.now) >= Double(sending.office.logins - 1) * 60)
        #expect(sending.store.rows.allSatisfy { $0.state == .queued && $0.attempts == 0 && $0.run == nil })
        #expect(sending.observations.contains(.loginRefused) == (failure == .loginRefused))
        sending.bench.advance(by: .seconds(5 * 86_400))
        _ = try await sending.worker().sendWhatIsDue()
        #expect(sending.store.rows.count { $0.state == .failed } == Limits.outboxClaims)
    }

    @Test func `a ring does not make a refused worker knock again before its pause is over`() async throws {
        let bell = OutboxBell()
        let bench = Bench(sleeping: .waits)
        let sending = Sending(bench: bench, script: { _, _ in .unavailable(.loginRefused) })
        sending.enqueue()
        async let work: Void = sending.worker(bell: bell).work()
        let resting = { @Sendable (logins: Int) async -> Bool in
            for _ in 0..<100_000 where sending.office.logins < logins || bench.sleepers == 0 { await Task.yield() }
            return sending.office.logins == logins
        }
        #expect(await resting(1))
        for index in 1...5 {
            // As an agent's answer does.
            sending.enqueue(index)
            bell.ring()
            for _ in 0..<50 { await Task.yield() }
        }
        #expect(sending.office.logins == 1)
        bench.advance(by: .seconds(60))
        #expect(await resting(2))
        bell.stop()
        try await work
        #expect(sending.office.logins == 2)
    }

    @Test func `what is withdrawn, withheld or erased between claim and gate never begins`() async throws {
        let sending = Sending()
        let ids = (0..<4).map { sending.enqueue($0) }
        let isDone = Flag()
        sending.store.interrupt { [store = sending.store] moment in
            guard moment == .before(.mayBegin), isDone.raise() else { return }
            store.suppress(
                Scenario.address("p0@customer.example"),
                SuppressionRecord(scope: .everything, tickets: [:], since: Scenario.now))
            store.erase(Scenario.address("p1@customer.example"))
        }
        _ = try await sending.worker().sendWhatIsDue()
        #expect(sending.store.row(ids[0])?.state == .suppressed)
        #expect(sending.store.row(ids[0])?.reason?.hasPrefix("the person unsubscribed") == true)
        #expect(sending.store.row(ids[1]) == nil)
        #expect(ids[2...].allSatisfy { sending.store.row($0)?.state == .sent })
        #expect(sending.office.transactions.count == 2 && sending.store.violations.isEmpty)
        #expect(try await !sending.store.withdrawEntry(ids[2], now: Scenario.now))
    }

    @Test func `bytes that cannot be read any more fail without a connection`() async throws {
        let sending = Sending()
        let id = sending.enqueue { $0.outbound = nil }
        _ = try await sending.worker().sendWhatIsDue()
        #expect(sending.store.row(id)?.state == .failed && sending.office.logins == 0)
        #expect(sending.store.reopened == [Scenario.number(1)])
    }

    @Test(arguments: [true, false])
    func `stopping finishes the mail in hand and puts the others back untouched`(byBell: Bool) async throws {
        let bell = OutboxBell()
        let task = Mutex<Task<Void, any Error>?>(nil)
        let sending = Sending(script: { _, _ in
            if byBell { bell.stop() } else { task.withLock { $0?.cancel() } }
            return .slow(5, then: .accept)
        })
        let ids = (0..<5).map { sending.enqueue($0) }
        let worker = sending.worker(bell: bell)
        let work = Task { try await worker.work() }
        task.withLock { $0 = work }
        try await work.value
        // The script may have run before the task was known here; then the second mail carried the news.
        let states = ids.map { sending.store.row($0)?.state }
        #expect(states.first == .sent && states.last == .queued)
        let untouched = sending.store.rows.filter { $0.state == .queued }
        #expect(untouched.count >= 3 && untouched.allSatisfy { $0.attempts == 0 && $0.run == nil })
        #expect(sending.office.closings == 1 && sending.store.violations.isEmpty)
    }

    @Test func `a worker looks again within the hour, whatever the wall clock said`() async throws {
        let sending = Sending()
        sending.bench.setClock(Scenario.now.addingTimeInterval(20 * 365 * 86_400))
        sending.enqueue()
        sending.bench.setClock(Scenario.now)
        #expect(try await sending.worker().sendWhatIsDue() == .seconds(3600))
    }
}

/// Raised once.
final class Flag: Sendable {
    private let isUp = Mutex(false)

    var isRaised: Bool { isUp.withLock { $0 } }

    /// Whether this call was the one that raised it.
    @discardableResult
    func raise() -> Bool {
        isUp.withLock { isUp in
            defer { isUp = true }
            return !isUp
        }
    }
}
