package import Desk
package import Foundation
package import Mail
import Synchronization
package import Vault

/// A whole desk on a `FakeDeskStore`, with a clock a test sets: one customer, one ticket, one answer on its way.
package struct TestDesk: Sendable {
    package let desk: Helpdesk
    package let store: FakeDeskStore
    package let keys: KeyRing
    package let clock: TestClock
    package let number: TicketNumber
    package let person: PersonID

    package static let customer = "ann@customer.example"
    package static let start = Date(timeIntervalSince1970: 1_790_000_000)

    package init(_ change: (inout DeskSettings) -> Void = { _ in }) throws {
        var settings = try Self.settings()
        change(&settings)
        let clock = TestClock(at: Self.start)
        let world = World(
            now: { clock.now }, monotonic: { .seconds(clock.now.timeIntervalSince1970) },
            sleep: { _ in try Task.checkCancellation() }, randomBytes: { clock.randomBytes($0) })
        let root = try SecretBytes(random: 32)
        let keys = try KeyRing.create(
            root: root, cabinet: InMemoryKeyCabinet(), instance: ObjectID(high: 1, low: 2))
        let store = FakeDeskStore(keys: keys, world: world)
        self.keys = keys
        self.store = store
        self.clock = clock
        var desk = Helpdesk(
            store: store, keys: keys, world: world, gate: SendGate(), board: MailboxBoard(),
            settings: CurrentSettings(settings), bells: OutboxBells())
        desk.rootKey = { root }
        self.desk = desk
        (number, person) = try Self.fill(store, settings, world)
    }

    /// A link as `Dispatch` makes it, for a mail about the ticket.
    package func token(_ place: LinkPlace = .body) throws -> String {
        guard let entry = store.snapshot.entries.keys.sorted().first,
            let address = EmailAddress(Self.customer),
            let hash = keys.suppressionHashes(ofAddress: address.normalized).first,
            let kind = UnsubscribeClaim.Kind(rawValue: place.rawValue),
            let claim = UnsubscribeClaim(
                kind: kind, scope: UnsubscribeScope.everything.rawValue, message: entry.object.low,
                suppression: hash.hash, suppressionVersion: hash.version)
        else { throw Absent() }
        return Base64URL.encode(try keys.sealUnsubscribe(claim))
    }

    /// A purpose people may consent to, `newsletter`.
    package func addPurpose(children: Bool = false) async throws {
        guard let code = ShortName("newsletter") else { throw Absent() }
        _ = try await desk.savePurpose(
            ConsentPurposeDraft(
                code: code, mailbox: MailboxName("support"), reviewMonths: 24, isForChildren: children,
                text: ConsentPurposeDraft.Text(
                    language: .english, title: "Newsletter",
                    text: "We send you our newsletter with news of our products once a month.", withdrawal: nil)),
            as: .operatorOnHost)
    }

    /// The customer's consent to the newsletter, on paper.
    package func addConsent() async throws {
        try await addPurpose()
        guard let code = ShortName("newsletter"), let address = EmailAddress(Self.customer) else { throw Absent() }
        _ = try await desk.recordConsent(
            ConsentDraft(
                purpose: code, version: ConsentTextVersion(language: .english, number: 1), act: .signedPaper,
                givenAt: Self.start, channel: .letter, evidence: "folder 7", age: .notAsked,
                parentalAuthorisation: nil),
            of: address, as: .operatorOnHost)
    }

    /// The token of the newest link of double opt-in.
    package func confirmationToken() throws -> String {
        guard let link = store.snapshot.optInLinks.last, let slash = link.lastIndex(of: "/") else { throw Absent() }
        return String(link[link.index(after: slash)...])
    }

    /// The link in a mail to staff.
    package func staffToken(to address: EmailAddress) throws -> String {
        guard let hash = StaffIdentity.hashes(of: address, keys: keys).first,
            let claim = UnsubscribeClaim(
                kind: .body, scope: UnsubscribeScope.notices.rawValue, message: 7, suppression: hash.hash,
                suppressionVersion: hash.version)
        else { throw Absent() }
        return Base64URL.encode(try keys.sealUnsubscribe(claim))
    }

    /// The secret of a new bearer token.
    package func bearer(_ scopes: Set<Scope>, mailboxes: Set<MailboxName>? = nil) async throws -> String {
        try await desk.addToken(
            label: "test", scopes: scopes, mailboxes: mailboxes, lifetime: .seconds(3600), as: .operatorOnHost
        ).secret
    }

    /// What the page behind a link in a body shows.
    package static func page(
        service: String, language: Language = .english, ticket: TicketNumber? = nil, isSuppressed: Bool = false
    ) -> UnsubscribePage {
        UnsubscribePage(
            kind: .body, language: language, serviceName: service, ticket: ticket, isAwaitingAnswer: ticket != nil,
            isSuppressed: isSuppressed)
    }

    /// Where in a mail a link stands, for tests that do not know tokens.
    package enum LinkPlace: UInt8, Sendable, CaseIterable {
        case header, body, mailto, undo
    }

    package struct Absent: Error {}

    private static func settings() throws -> DeskSettings {
        guard let support = MailboxName("support"), let sales = MailboxName("sales"),
            let supportAddress = EmailAddress("support@example.com"),
            let salesAddress = EmailAddress("sales@example.com")
        else { throw Absent() }
        return DeskSettings(
            serviceName: "Example Support", publicURL: "https://help.example.com", language: .english,
            controller: Controller(
                name: "Example GmbH", address: "Musterstr. 1, 10115 Berlin", email: "privacy@example.com",
                country: "DE"),
            dataProtectionOfficer: Contact(name: "D. P. Officer", email: "dpo@example.com"),
            authority: Contact(
                name: "Berlin Commissioner for Data Protection", email: "mailbox@authority.example",
                url: "https://authority.example"),
            mailboxes: [
                MailboxProfile(
                    name: support, address: supportAddress, language: .english,
                    legalBasis: "contract (Art. 6(1)(b))", retention: "365 days after closing"),
                MailboxProfile(name: sales, address: salesAddress, language: .german, suppressionGroup: "sales"),
            ],
            undo: .seconds(15), retry: [.seconds(1800)], giveUp: .seconds(5 * 86_400), sendingRefusal: nil)
    }

    private static func fill(
        _ store: FakeDeskStore, _ settings: DeskSettings, _ world: World
    ) throws -> (TicketNumber, PersonID) {
        guard let number = TicketNumber(1042), let address = EmailAddress(customer),
            let profile = settings.mailboxes.first
        else { throw Absent() }
        let person = PersonID(from: world)
        let file = AttachmentSummary(
            id: AttachmentID(from: world), filename: "fire.png", mediaType: "image/png", size: 4, isInline: false,
            contentID: nil)
        let message = TicketMessage(
            id: TicketMessageID(from: world), direction: .in, author: "Ann", authorID: person, text: "It burns.",
            fromHTML: false, at: start, messageID: MessageID("1@customer.example"), automatic: false,
            automaticReason: nil, verified: true, held: false, attachments: [file], recipients: [], remarks: [],
            replyTo: nil)
        let ticket = Ticket(
            number: number, mailbox: profile.name, requester: PersonSummary(id: person, address: address, name: "Ann"),
            subject: "Printer on fire", status: .new, assignee: nil, tags: [], createdAt: start, updatedAt: start,
            messageCount: 1, version: 1)
        let entry = OutboxEntrySummary(
            id: OutboxEntryID(from: world), ticket: number, mailbox: profile.name, mailClass: .automaticService,
            state: .queued, attempts: 0, nextAttemptAt: start, lastReply: nil, reason: nil)
        let hash = store.hash(of: address, group: profile.suppressionGroup)
        store.arrange { state in
            state.people[person] = Person(
                id: person, address: address, name: "Ann", firstSeenAt: start, tickets: [number], suppressions: [:],
                isUndeliverable: false)
            state.tickets[number] = FakeTicket(ticket: ticket, messages: [message], isAwaitingAnswer: true)
            state.files[file.id] = FakeFile(ticket: number, summary: file, bytes: [0x89, 0x50, 0x4E, 0x47])
            state.entries[entry.id] = FakeEntry(summary: entry, suppression: hash)
        }
        return (number, person)
    }
}

/// Time and chance that a test owns.
package final class TestClock: Sendable {
    private struct State {
        var now: Date
        var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    }

    private let state: Mutex<State>

    package init(at now: Date) {
        state = Mutex(State(now: now))
    }

    package var now: Date { state.withLock { $0.now } }

    package func advance(by duration: Duration) {
        state.withLock { $0.now.addTimeInterval(Double(duration.components.seconds)) }
    }

    /// xorshift64*: the same bytes in every run.
    func randomBytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state.seed ^= state.seed >> 12
                state.seed ^= state.seed << 25
                state.seed ^= state.seed >> 27
                return UInt8(truncatingIfNeeded: (state.seed &* 0x2545_F491_4F6C_DD1D) >> 32)
            }
        }
    }
}
