import Desk
import DeskTesting
import GRDB
import Testing
import Vault

@testable import Store

@Suite struct DamageTests {
    @Test func `a damaged message is shown as such and the rest of the ticket is read`() async throws {
        let fixture = try await StoreFixture()
        let number = try await fixture.subject().open()
        try await change(fixture, "UPDATE message SET content = zeroblob(length(content)) WHERE position = 1")
        let view = try await fixture.store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
        #expect(view?.messages.map(\.remarks).first == ["damaged"])
        #expect(view?.messages.last?.text.isEmpty == false)
    }

    @Test func `a row that was copied over another does not open in its place`() async throws {
        let fixture = try await StoreFixture()
        let numbers = try await fixture.subject().openMany(2)
        try await change(
            fixture,
            """
            UPDATE message SET (owner, cek, content) = (
                SELECT owner, cek, content FROM message other WHERE other.ticket = 2 AND other.position = 1)
            WHERE ticket = 1 AND position = 1
            """)
        var remarks: [[String]?] = []
        for number in numbers {
            let view = try await fixture.store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
            remarks.append(view?.messages.first?.remarks)
        }
        #expect(remarks == [["damaged"], []])
    }

    @Test func `a mail whose bytes were damaged is claimed without them, and the others leave`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        _ = try await subject.openMany(2)
        try await change(
            fixture, "UPDATE outbox_mail SET wire = zeroblob(99) WHERE entry = (SELECT MIN(id) FROM outbox)")
        let claimed = try await subject.claim(run: subject.newRun())
        #expect(claimed.map { $0.outbound != nil } == [false, true])
    }

    @Test func `when the person's key is destroyed nothing of them can be read, and the desk goes on`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        let subject = try fixture.subject()
        let (number, _) = try await subject.openAcknowledged()
        try await subject.answered(number)
        let person = try #require(try await fixture.store.person(withAddress: Samples.address("ada@customer.example")))
        #expect(try await fixture.store.tickets(TicketFilter(text: "burns")).tickets.count == 1)
        try fixture.store.keys.destroyKeys(of: person.id.object)
        let view = try #require(
            try await fixture.store.ticket(number, reader: .operatorOnHost, now: fixture.clock.now))
        #expect(view.ticket.requester.address == nil && view.ticket.subject.isEmpty)
        #expect(view.messages.allSatisfy { $0.remarks == ["erased"] && $0.text.isEmpty })
        #expect(try await fixture.store.tickets(TicketFilter(text: "burns")).tickets.isEmpty)
        let run = subject.newRun()
        let claimed = try await subject.claim(run: run)
        #expect(claimed.map { $0.outbound == nil } == [true])
        for entry in claimed {
            try await fixture.store.settle(
                entry.id, as: .failed(reason: "its bytes cannot be read any more", reply: nil), run: run,
                now: fixture.clock.now)
        }
        #expect(try await subject.states().contains(.failed))
        guard case .nobodyToAnswer = try await subject.answer(number) else {
            Issue.record("an erased person was answered")
            return
        }
    }

    @Test func `one mail that cannot be stored fails alone and is tried again`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        _ = try await subject.open()
        let person = try #require(try await fixture.store.person(withAddress: Samples.address("ada@customer.example")))
        // The middle of an erasure: the key is gone, the row is not yet.
        try fixture.store.keys.destroyKeys(of: person.id.object)
        let outcomes = try await subject.receive(
            .make { $0.messageID = "again@customer.example" },
            .make {
                $0.from = "Bob <bob@customer.example>"
                $0.messageID = "bob@customer.example"
            })
        #expect(outcomes.first == .failed)
        guard case .opened? = outcomes.last else {
            Issue.record("the healthy mail was lost: \(outcomes)")
            return
        }
        #expect(try await subject.state().unsettled.map(\.state).contains(.attempting))
    }

    private func change(_ fixture: StoreFixture, _ sql: String) async throws {
        try await fixture.store.engine.pool.write { try $0.execute(sql: sql) }
    }
}
