package import Foundation
package import Vault

/// The desk itself: every verb that a person or a program can ask for. Each takes a `Principal` and decides by it.
///
/// It owns no state but what it was given; two desks on one store would only compete for the lock.
package struct Helpdesk: Sendable {
    package let store: any DeskStore
    package let keys: KeyRing
    package let world: World
    package let gate: SendGate
    package let board: MailboxBoard
    package let settings: CurrentSettings
    package let bells: OutboxBells
    package let sightings = Sightings()
    /// Who keeps the tokens of mailboxes that sign in with one.
    package let signIns = SignInBoard()
    /// Attempts to log in, and the threads that hash passwords.
    let logins = LoginWatch()
    let passwords = PasswordExecutor()
    package let alarms: AlarmBoard
    /// When this life of the daemon began.
    package let startedAt: Date
    /// Reads the root key anew, for a rotation; it is kept by nobody. Whoever wires the desk says from where.
    package var rootKey: @Sendable () throws(StoreFailure) -> SecretBytes = { () throws(StoreFailure) in
        throw .notFound
    }
    /// What the machine does for the store, read anew. Whoever wires the desk says how.
    package var hostFacts: @Sendable () -> HostFacts = { HostFacts() }

    package init(
        store: any DeskStore, keys: KeyRing, world: World, gate: SendGate, board: MailboxBoard,
        settings: CurrentSettings, bells: OutboxBells, alarms: AlarmBoard = AlarmBoard()
    ) {
        self.store = store
        self.keys = keys
        self.world = world
        self.gate = gate
        self.board = board
        self.settings = settings
        self.bells = bells
        self.alarms = alarms
        self.startedAt = world.now()
    }

    func storage<Value: Sendable>(
        _ body: @Sendable () async throws(StoreFailure) -> Value
    ) async throws(DeskRefusal) -> Value {
        do throws(StoreFailure) {
            return try await body()
        } catch {
            throw .storage(error)
        }
    }

    /// A ticket the principal may not see does not exist for it.
    func requireSight(of number: TicketNumber, by principal: Principal) async throws(DeskRefusal) {
        guard try await isSeen(number, by: principal) else { throw .notFound(.ticket) }
    }

    func isSeen(_ number: TicketNumber, by principal: Principal) async throws(DeskRefusal) -> Bool {
        let mailbox = try await storage { () async throws(StoreFailure) -> MailboxName? in
            try await store.mailbox(ofTicket: number)
        }
        guard let mailbox, sees(mailbox, by: principal) else { return false }
        // Art. 18(2): what is restricted is there for the data protection officer alone.
        if principal.has(.dpo) { return true }
        return try await storage { () async throws(StoreFailure) -> Bool in try await !store.isWithheld(number) }
    }
}
