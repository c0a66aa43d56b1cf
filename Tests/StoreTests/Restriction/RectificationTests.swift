import Desk
import DeskTesting
import Foundation
import GRDB
import Mail
import Testing
import Vault

@testable import Store

/// Art. 16 and 19: corrected, stated, told.
@Suite struct RectificationTests {
    private static func dispatch(_ desk: ErasureDesk) -> Dispatch {
        Dispatch(settings: desk.subject.settings, keys: desk.store.keys, world: desk.fixture.clock.world)
    }

    /// A ticket of the person, forwarded to a vendor.
    private static func forwarded(_ desk: ErasureDesk) async throws -> TicketNumber {
        let number = try await desk.subject.open(ErasureDesk.mail("one"))
        let message = try #require(try await desk.subject.view(number).messages.first?.id)
        let draft = ForwardDraft(
            to: try Samples.address("vendor@parts.example"), reason: "warranty", basis: "contract")
        let outcome = try await desk.store.forward(
            message, of: number, with: draft, by: .operatorOnHost, dispatch: dispatch(desk))
        guard case .forwarded = outcome else {
            Issue.record("\(outcome)")
            throw ErasureDesk.Unplanned()
        }
        _ = try await desk.subject.sendAll()
        return number
    }

    @Test func `a corrected address is found, an unsubscribe goes along, and one that is taken is refused`()
        async throws
    {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("one"))
        _ = try await desk.subject.open(ErasureDesk.other("two"))
        try await desk.store.suppress(try desk.subject.suppression(), by: .daemon)
        let person = try await desk.person()
        let taken = Rectification(address: try Samples.address("bert@other.example"))
        #expect(
            try await desk.store.rectify(person.id, by: taken, author: .daemon, now: desk.now) == .addressTaken)
        let right = Rectification(name: "Ada Right", address: try Samples.address("ada@right.example"))
        #expect(try await desk.store.rectify(person.id, by: right, author: .daemon, now: desk.now) == .rectified)
        let found = try await desk.person("ada@right.example")
        #expect(found.id == person.id && found.name == "Ada Right")
        #expect(found.suppressions["default"]?.scope.isSuperset(of: .everything) == true)
        #expect(try await desk.store.person(withAddress: Samples.address(ErasureDesk.address)) == nil)
    }

    @Test func `a statement stands beside the message, and only beside a message of the person`() async throws {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("one"))
        _ = try await desk.subject.open(ErasureDesk.other("two"))
        let message = try #require(try await desk.subject.view(number).messages.first?.id)
        let person = try await desk.person().id
        let outcome = try await desk.store.state(
            "It did not burn.", about: message, of: number, for: person, by: .daemon, now: desk.now)
        guard case .stated(let stated) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(stated.statements.map(\.text) == ["It did not burn."] && stated.text.contains("burns"))
        let shown = try await desk.subject.view(number).messages.first { $0.id == message }
        #expect(shown?.statements.map(\.text) == ["It did not burn."])
        let bert = try await desk.person("bert@other.example").id
        #expect(
            try await desk.store.state("x", about: message, of: number, for: bert, by: .daemon, now: desk.now)
                == .notTheirs)
    }

    @Test func `each recipient is told once, or the reason is kept`() async throws {
        let desk = try await ErasureDesk()
        _ = try await Self.forwarded(desk)
        let person = try await desk.person().id
        _ = try await desk.store.restrict(person, on: .accuracy, by: .daemon, now: desk.now)
        let told = try await desk.store.tellRecipients(
            of: person, .restricted, correction: nil, unless: nil, by: .daemon, dispatch: Self.dispatch(desk))
        #expect(told.map(\.recipient?.text) == ["vendor@parts.example"] && told.first?.state == .queued)
        let mail = try #require(try await desk.subject.sendAll().first)
        #expect(mail.to.first?.email?.text == "vendor@parts.example")
        let text = String(decoding: mail.bytes, as: UTF8.self)
        #expect(!text.contains(ErasureDesk.address) && !text.contains("Zqlovelace"))
        desk.fixture.clock.advance(by: .seconds(60))
        _ = try await desk.store.tellRecipients(
            of: person, .rectified, correction: "x", unless: "the firm is gone", by: .daemon,
            dispatch: Self.dispatch(desk))
        let notices = try await desk.store.recipientNotices(of: person)
        #expect(notices.map(\.act) == [.restricted, .rectified])
        #expect(notices.map(\.state) == [.sent, nil])
        #expect(notices.last?.reason == "the firm is gone")
    }

    @Test func `recipients hear of an erasure, and nothing of them is left when it is over`() async throws {
        let desk = try await ErasureDesk()
        _ = try await Self.forwarded(desk)
        let (erasure, mails) = try await desk.erase()
        #expect(erasure.state == .done && erasure.recipientsTold == 1 && erasure.recipientsUntold == 0)
        #expect(
            Set(mails.flatMap(\.to).compactMap { $0.email?.text }) == [ErasureDesk.address, "vendor@parts.example"])
        #expect(try desk.marks(Array("vendor@parts.example".utf8)) == 0)
        let letters = try await desk.store.engine.pool.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM letter")
        }
        #expect(letters == 0)
    }
}
