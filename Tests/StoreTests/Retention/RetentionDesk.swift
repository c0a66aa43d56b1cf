import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization
import Testing

@testable import Store

/// A store under retention, and short ways to let days pass.
final class RetentionDesk: Sendable {
    let fixture: StoreFixture
    let subject: StoreSubject
    let desk: Helpdesk
    private let told = Mutex<[RetentionRecord.Waiting]>([])
    private let memory = Mutex(RetentionWorker.Memory())
    /// What lies in the folder that imported mail was moved to.
    let copies: PostOfficeInMemory.Box
    /// Whether a server takes the mailed dry run.
    let takesMail = Mutex(true)

    static let terms = RetentionTerms(
        closedTickets: .seconds(365 * 86_400), attachments: .seconds(90 * 86_400),
        importedCopies: .seconds(30 * 86_400))

    init(answered: Bool = true) async throws {
        fixture = try await StoreFixture()
        subject = try fixture.subject()
        copies = try PostOfficeInMemory(world: fixture.clock.world).box(of: Samples.address("copies@desk.example"))
        var settings = subject.settings
        settings.mailboxes[0].terms = answered ? Self.terms : nil
        desk = Helpdesk(
            store: fixture.store, keys: fixture.store.keys, world: fixture.clock.world, gate: SendGate(),
            board: MailboxBoard(), settings: CurrentSettings(settings), bells: OutboxBells())
    }

    var store: Store { fixture.store }
    var now: Date { fixture.clock.now }
    var mailbox: MailboxName { subject.profile.name }
    var mailed: [RetentionRecord.Waiting] { told.withLock { $0 } }

    /// One look of the worker.
    func look() async throws {
        let worker = RetentionWorker(
            desk: desk,
            tell: { [self] _, waiting in
                guard takesMail.withLock({ $0 }) else { return false }
                told.withLock { $0.append(waiting) }
                return true
            }, folder: { [copies] _, name in name == "ticketd" ? copies : nil })
        var memory = memory.withLock { $0 }
        try await worker.look(&memory)
        let kept = memory
        self.memory.withLock { $0 = kept }
    }

    /// Days of a daemon that looks every hour.
    func pass(days: Int) async throws {
        for _ in 0..<days * 4 {
            fixture.clock.advance(by: .seconds(6 * 3600))
            try await look()
        }
    }

    func approve() async throws {
        _ = try await desk.approveRetention(of: mailbox, as: .operatorOnHost)
        try await look()
    }

    /// Opens a ticket and closes it.
    func closed(_ mail: SampleMail) async throws -> TicketNumber {
        let number = try await subject.open(mail)
        try await subject.sendAll()
        try await close(number)
        return number
    }

    func close(_ number: TicketNumber) async throws {
        _ = try await store.change(
            number, to: TicketChanges(status: .closed), ifVersion: nil, by: .operatorOnHost, now: now)
    }

    func exists(_ number: TicketNumber) async throws -> Bool {
        try await store.mailbox(ofTicket: number) != nil
    }

    func existing(_ numbers: TicketNumber...) async throws -> [TicketNumber] {
        var existing: [TicketNumber] = []
        for number in numbers where try await exists(number) { existing.append(number) }
        return existing
    }

    func record() async throws -> RetentionRecord { try await store.retentionRecord(of: mailbox) }

    func mail(_ name: String, _ change: (inout SampleMail) -> Void = { _ in }) -> SampleMail {
        .make {
            $0.from = "\(name.capitalized) <\(name)@customer.example>"
            $0.messageID = "\(name)-\(subject.nextUID())@customer.example"
            change(&$0)
        }
    }

    func person(_ name: String) async throws -> Person? {
        try await store.person(withAddress: Samples.address("\(name)@customer.example"))
    }
}

extension RetentionDesk {
    /// A look after the clock was set far ahead by the test, whose time is right.
    func confirmed() async throws {
        try await look()
        if try await desk.confirmRetentionClock(as: .operatorOnHost) { try await look() }
    }

    func plan() async throws -> RetentionPlan {
        try await store.retentionPlan(of: mailbox, under: Self.terms, horizon: now)
    }

    func people(_ numbers: [TicketNumber]) async throws -> [PersonID] {
        var people: [PersonID] = []
        for number in numbers { people.append(try await subject.view(number).ticket.requester.id) }
        return people
    }

    func ask(_ right: RightsRequest.Right, of person: PersonID) async throws {
        let draft = RightsRequestDraft(
            right: right, channel: .phone, receivedAt: nil, person: person, ticket: nil, mailbox: mailbox,
            wording: "What do you have?", contact: nil, acknowledges: false)
        _ = try await desk.openRequest(draft, as: .operatorOnHost)
    }

    /// All days together, by kind.
    func statistics() async throws -> [String: Int] {
        try await store.engine.read { session throws(StoreFailure) in
            var sums: [String: Int] = [:]
            try session.look("SELECT kind, SUM(amount) FROM statistic GROUP BY kind", []) { row throws(StoreFailure) in
                sums[row.text(0)] = Int(clamping: row.integer(1))
                return .goOn
            }
            return sums
        }
    }
}

extension SampleMail {
    /// With one attached file.
    func withFile() -> SampleMail {
        var mail = self
        mail.headers += ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"]
        mail.body = """
            --b\r
            Content-Type: text/plain\r
            \r
            It burns.\r
            --b\r
            Content-Type: application/pdf\r
            Content-Disposition: attachment; filename=fire.pdf\r
            \r
            PDF
            \r
            --b--\r

            """
        return mail
    }
}
