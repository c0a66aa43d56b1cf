import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization
import Vault

/// Time and chance of one test: a `TestWorld` in which somebody may act whenever the desk sleeps.
final class Bench: Sendable {
    /// One installation for all tests of outgoing mail: making keys is what is slow.
    static let keys: KeyRing = {
        do {
            return try KeyRing.create(
                root: SecretBytes(random: 32), cabinet: InMemoryKeyCabinet(), instance: ObjectID(high: 7, low: 9))
        } catch {
            preconditionFailure("an empty cabinet refused to be filled")
        }
    }()

    private let time: TestWorld
    private let slept = Mutex(0)
    private let onSleep: @Sendable (_ nth: Int) async -> Void

    init(
        seed: UInt64 = 1, sleeping: TestWorld.Sleeping = .passes,
        onSleep: @escaping @Sendable (_ nth: Int) async -> Void = { _ in }
    ) {
        time = TestWorld(seed: seed, now: Scenario.now, sleeping: sleeping)
        self.onSleep = onSleep
    }

    var now: Date { time.now }
    var sleeps: Int { slept.withLock { $0 } }
    var sleepers: Int { time.sleepers }

    var world: World {
        World(
            now: { [time] in time.now }, monotonic: { [time] in time.monotonic },
            sleep: { [self] duration in try await sleep(duration) },
            randomBytes: { [time] count in time.randomBytes(count) })
    }

    func advance(by duration: Duration) { time.advance(by: duration) }

    /// The wall clock alone is set to another time.
    func setClock(_ now: Date) { time.setClock(to: now) }

    func number(below bound: Int) -> Int {
        time.randomBytes(4).reduce(0) { $0 << 8 | Int($1) } % bound
    }

    private func sleep(_ duration: Duration) async throws {
        try await time.world.sleep(duration)
        let nth = slept.withLock { slept in
            slept += 1
            return slept
        }
        await onSleep(nth)
    }
}

extension Scenario {
    static let customer = address("ann@customer.example")

    static func dispatch(_ mailbox: MailboxProfile = mailbox(), bench: Bench = Bench()) -> Dispatch {
        Dispatch(settings: settings(mailbox), keys: Bench.keys, world: bench.world)
    }

    static func letter(_ mailClass: MailClass = .humanReply, _ change: (inout Letter) -> Void = { _ in }) -> Letter {
        var letter = Letter(
            mailClass: mailClass, mailbox: mailbox(), ticket: number(1042), recipient: customer, recipientName: "Ann",
            subject: "Printer", text: "Pull the plug.", isFirstContact: false, language: .english)
        change(&letter)
        return letter
    }
}
