import Synchronization

/// The bells of the workers that run now. A reload replaces them with those of the new workers.
package final class OutboxBells: Sendable {
    private let bells: Mutex<[MailboxName: OutboxBell]>

    package init(_ bells: [MailboxName: OutboxBell] = [:]) {
        self.bells = Mutex(bells)
    }

    package func replace(by bells: [MailboxName: OutboxBell]) {
        self.bells.withLock { $0 = bells }
    }

    package func ringAll() {
        for bell in bells.withLock({ $0.values.map { $0 } }) { bell.ring() }
    }
}
