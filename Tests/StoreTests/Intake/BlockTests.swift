import Desk
import DeskTesting
import Mail
import Testing

@testable import Store

/// Blocked senders: what their mail does, and what a block must not take away.
@Suite struct BlockTests {
    /// The block, who writes, and whether it stops them.
    static let rows: [(String, String, Bool)] = [
        ("eve@evil.example", "Eve <eve@evil.example>", true),
        ("eve@evil.example", "Eve <EVE+news@Evil.example>", true),
        ("eve@evil.example", "Bob <bob@evil.example>", false),
        ("evil.example", "Bob <bob@evil.example>", true),
        ("@evil.example", "Bob <bob@mail.evil.example>", true),
        ("evil.example", "Bob <bob@\(String(repeating: "a.", count: 40))evil.example>", true),
        ("mail.evil.example", "Bob <bob@evil.example>", false),
        ("evil.example", "Bob <bob@notevil.example>", false),
        ("EVIL.example", "Bob <bob@evil.example>", true),
    ]

    @Test(arguments: rows)
    func `a blocked sender's mail opens no ticket and makes nobody a person`(
        blocked: String, sender: String, isStopped: Bool
    ) async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let target = try #require(BlockTarget(blocked))
        #expect(try await fixture.store.block(target, by: .operatorOnHost, now: fixture.clock.now))
        let mail = SampleMail.make {
            $0.from = sender
            $0.messageID = "one@evil.example"
        }
        let outcome = try await subject.receive(mail).first
        #expect((outcome == .ignored(.blockedSender)) == isStopped, "\(String(describing: outcome))")
        #expect(try await subject.sendAll().isEmpty == isStopped)
        #expect(try await subject.ticketCount() == (isStopped ? 0 : 1))
        #expect(try await fixture.store.blocks().map(\.stopped) == [isStopped ? 1 : 0])
        let author = try #require(MessageParser().parse(mail.bytes).from.first?.email)
        #expect((try await fixture.store.person(withAddress: author) == nil) == isStopped)
    }

    @Test func `a block takes no right away, and ends when it is taken back`() async throws {
        let desk = try await AttackedDesk()
        let (store, now) = (desk.fixture.store, desk.fixture.clock.now)
        let target = try #require(BlockTarget("customer.example"))
        _ = try await store.block(target, by: .operatorOnHost, now: now)
        _ = try await store.block(target, by: .operatorOnHost, now: now)
        #expect(try await store.blocks().count == 1, "said twice it is one")
        let join = try await desk.receive([.answering(desk.answer)])
        #expect(join == [.appended(desk.number)], "an answer joins its ticket")
        let wish = try #require(desk.answer.unsubscribeSubject)
        let unsubscribing = try await desk.receive([
            .make {
                $0.messageID = "wish@customer.example"
                $0.subject = wish
            }
        ])
        #expect(unsubscribing == [.unsubscribed])
        let request = try await desk.receive([
            .make {
                $0.from = "Bea <bea@customer.example>"
                $0.messageID = "right@customer.example"
                $0.subject = "Please delete all my personal data"
                $0.body = "Please erase all personal data you hold about me under Article 17 GDPR."
            }
        ])
        guard case .opened(let number)? = request.first else { return #expect(Bool(false), "\(request)") }
        let remarks = try await desk.subject.view(number).messages.first?.remarks ?? []
        #expect(remarks.contains("not-acknowledged:blocked"), "\(remarks)")
        #expect(try await store.unblock(target, by: .operatorOnHost, now: now))
        #expect(try await !store.unblock(target, by: .operatorOnHost, now: now))
        let free = try await desk.receive([
            .make {
                $0.from = "Cy <cy@customer.example>"
                $0.messageID = "free@customer.example"
            }
        ])
        guard case .opened? = free.first else { return #expect(Bool(false), "\(free)") }
        #expect(try await store.auditEntries(after: 0, limit: 500).count { "\($0)".contains("sender.") } == 2)
    }

    @Test(arguments: ["", "example", "@", "a b.example", "-a.example", "a..example", ".example", "*.example"])
    func `what is neither an address nor a domain cannot be blocked`(text: String) {
        #expect(BlockTarget(text) == nil)
    }
}
