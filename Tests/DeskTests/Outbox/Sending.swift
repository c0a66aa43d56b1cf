import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization
import Vault

/// One mailbox that sends: a real worker and a real gate between an outbox and a post office in memory.
final class Sending: Sendable {
    static let mailbox = Scenario.mailbox()
    static let policy = RetryPolicy(
        waits: [.seconds(1800), .seconds(3600), .seconds(7200), .seconds(14_400)], giveUp: .seconds(5 * 86_400))

    /// One mail of a human and one of a machine to each of some recipients; composing is what is slow.
    static let mails: [MailClass: [PreparedMail]] = {
        do {
            var mails: [MailClass: [PreparedMail]] = [:]
            for mailClass in [MailClass.humanReply, .automaticService] {
                mails[mailClass] = try (0..<30).map { index in
                    try Scenario.dispatch(bench: Bench(seed: UInt64(index + 1))).prepare(
                        Scenario.letter(mailClass) { $0.recipient = Scenario.address("p\(index)@customer.example") })
                }
            }
            return mails
        } catch {
            preconditionFailure("an ordinary letter could not be prepared")
        }
    }()

    let bench: Bench
    let store = OutboxInMemory()
    let office: PostOfficeInMemory
    let gate = SendGate()
    private let observed = Mutex<[OutboxWorker.Observation]>([])

    init(
        bench: Bench = Bench(), survives: @escaping @Sendable (PostOfficeInMemory.Moment) -> Bool = { _ in true },
        script: @escaping @Sendable (Outbound, _ attempt: Int) -> PostOfficeInMemory.Act = { _, _ in .accept }
    ) {
        self.bench = bench
        office = PostOfficeInMemory(world: bench.world, survives: survives, script: script)
    }

    var observations: [OutboxWorker.Observation] { observed.withLock { $0 } }

    static func run(_ number: UInt64) -> DaemonRun { DaemonRun(ObjectID(high: 0, low: number)) }

    func worker(run: UInt64 = 1, bell: OutboxBell = OutboxBell()) -> OutboxWorker {
        OutboxWorker(
            mailbox: Self.mailbox, run: Self.run(run), store: store, courier: office.courier(), gate: gate,
            policy: Self.policy, bell: bell, world: bench.world,
            observe: { [self] observation in observed.withLock { $0.append(observation) } })
    }

    /// Queues the mail with this index, due now.
    @discardableResult
    func enqueue(
        _ index: Int = 0, _ mailClass: MailClass = .humanReply,
        _ change: (inout OutboxInMemory.Row) -> Void = { _ in }
    ) -> OutboxEntryID {
        guard let mail = Self.mails[mailClass]?[index] else { preconditionFailure("no mail of this class is made") }
        var row = OutboxInMemory.Row(
            id: mail.entry, ticket: TicketNumber(Int64(index + 1)), mailbox: Self.mailbox.name, mailClass: mailClass,
            at: bench.now, outbound: mail.outbound)
        change(&row)
        store.enqueue(row)
        return row.id
    }

    func transactions(of row: OutboxInMemory.Row) -> [PostOfficeInMemory.Transaction] {
        office.transactions.filter { $0.recipient == row.outbound?.recipient }
    }
}
