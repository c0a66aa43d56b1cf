import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization
import Vault

/// Time and chance of one test. The clock moves when somebody sleeps, at once, and when the test says so; the bytes come
/// from a seed.
final class Bench: Sendable {
    private struct State {
        var now = Scenario.now
        var elapsed = Duration.zero
        var seed: UInt64
        var sleeps = 0
    }

    /// One installation for all tests of outgoing mail: making keys is what is slow.
    static let keys: KeyRing = {
        do {
            return try KeyRing.create(
                root: SecretBytes(random: 32), cabinet: InMemoryKeyCabinet(), instance: ObjectID(high: 7, low: 9))
        } catch {
            preconditionFailure("an empty cabinet refused to be filled")
        }
    }()

    private let state: Mutex<State>
    private let onSleep: @Sendable (_ nth: Int) async -> Void

    init(seed: UInt64 = 1, onSleep: @escaping @Sendable (_ nth: Int) async -> Void = { _ in }) {
        state = Mutex(State(seed: seed))
        self.onSleep = onSleep
    }

    var now: Date { state.withLock { $0.now } }
    var sleeps: Int { state.withLock { $0.sleeps } }

    var world: World {
        World(
            now: { [self] in now }, monotonic: { [self] in state.withLock { $0.elapsed } },
            sleep: { [self] duration in try await sleep(duration) },
            randomBytes: { [self] count in (0..<count).map { _ in UInt8(truncatingIfNeeded: next() >> 32) } })
    }

    func advance(by duration: Duration) {
        state.withLock { state in
            state.now.addTimeInterval(duration.seconds)
            state.elapsed += duration
        }
    }

    /// The wall clock alone is set to another time.
    func setClock(_ now: Date) {
        state.withLock { $0.now = now }
    }

    func number(below bound: Int) -> Int { Int(next() >> 33) % bound }

    private func sleep(_ duration: Duration) async throws {
        try Task.checkCancellation()
        advance(by: duration)
        let nth = state.withLock { state in
            state.sleeps += 1
            return state.sleeps
        }
        await onSleep(nth)
    }

    /// SplitMix64.
    private func next() -> UInt64 {
        state.withLock { state in
            state.seed &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state.seed
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
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
