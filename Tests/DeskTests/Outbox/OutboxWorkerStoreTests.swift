import Desk
import DeskTesting
import Foundation
import Synchronization
import Testing

/// What a worker does when the store fails: wait, stop, or go on without one entry.
struct OutboxWorkerStoreTests {
    typealias Verb = OutboxInMemory.Verb

    static let verbs: [Verb] = [.claimDue, .mayBegin, .markHanding, .settle, .nextDue]

    /// Stops when nothing waits any more.
    private static func sending(
        _ bell: OutboxBell, script: @escaping @Sendable (PostOfficeInMemory.Moment) -> Bool = { _ in true }
    ) -> Sending {
        let store = Mutex<OutboxInMemory?>(nil)
        let bench = Bench(onSleep: { nth in
            let isDone = store.withLock { $0?.rows.allSatisfy { $0.state.isTerminal } } ?? false
            if isDone || nth > 100 { bell.stop() }
        })
        let sending = Sending(bench: bench, survives: script)
        store.withLock { $0 = sending.store }
        return sending
    }

    /// P9: a disk that is full for a while strands nothing and doubles nothing.
    @Test(arguments: verbs, [StoreFailure.notWritable, .busy])
    func `a store that cannot write for a while is asked again until it can`(
        verb: Verb, failure: StoreFailure
    ) async throws {
        let bell = OutboxBell()
        let sending = Self.sending(bell)
        for index in 0..<3 { sending.enqueue(index) }
        let calls = Mutex(0)
        sending.store.interrupt { moment throws(StoreFailure) in
            guard moment == .before(verb) else { return }
            let nth = calls.withLock { calls in
                calls += 1
                return calls
            }
            // The second call and three more in a row.
            if (2...5).contains(nth) { throw failure }
        }
        try await sending.worker(bell: bell).work()
        #expect(sending.store.rows.allSatisfy { $0.state == .sent && $0.run == nil })
        #expect(sending.store.violations.isEmpty && sending.bench.sleeps < 100)
        let delivered = sending.office.transactions.filter(\.isDelivered)
        #expect(delivered.count == 3 && Set(delivered.map(\.recipient)).count == 3)
    }

    /// The process ends, and what it leaves is what the next run begins with.
    @Test(arguments: verbs, [StoreFailure.ioFailed, .damaged])
    func `a store that failed for good ends the worker, and the next run loses nothing`(
        verb: Verb, failure: StoreFailure
    ) async throws {
        for isCommitted in [false, true] {
            let bell = OutboxBell()
            let sending = Self.sending(bell)
            for index in 0..<3 { sending.enqueue(index) }
            let isBroken = Flag()
            sending.store.interrupt { moment throws(StoreFailure) in
                if moment == (isCommitted ? .after(verb) : .before(verb)) { isBroken.raise() }
                if isBroken.isRaised { throw failure }
            }
            await #expect(throws: failure) { try await sending.worker(bell: bell).work() }
            #expect(sending.office.closings == 1 && sending.observations.contains(.storeFailed(failure)))
            sending.store.interrupt(nil)
            let counts = try await sending.store.recoverClaims(run: Sending.run(2), now: sending.bench.now)
            #expect(sending.store.rows.allSatisfy { $0.run == nil })
            #expect(counts.unknown == sending.store.rows.count { $0.state == .unknown })
            try await sending.worker(run: 2, bell: bell).work()
            for row in sending.store.rows {
                let delivered = sending.transactions(of: row).count { $0.isDelivered }
                #expect(row.state == .sent && (delivered == 1 || delivered == 2 && row.isRepetition))
            }
            #expect(sending.store.violations.isEmpty)
        }
    }

    @Test(arguments: [Verb.mayBegin, .markHanding], [StoreFailure.notFound, .keyDestroyed])
    func `an entry whose person was erased stops neither the worker nor the others`(
        verb: Verb, failure: StoreFailure
    ) async throws {
        let sending = Sending()
        let ids = (0..<3).map { sending.enqueue($0) }
        let isDone = Flag()
        sending.store.interrupt { moment throws(StoreFailure) in
            if moment == .before(verb), isDone.raise() { throw failure }
        }
        _ = try await sending.worker().sendWhatIsDue()
        #expect(ids.map { sending.store.row($0)?.state } == [.suppressed, .sent, .sent])
        #expect(sending.office.transactions.count { $0.isDotSent } == 2 && sending.store.violations.isEmpty)
    }
}
