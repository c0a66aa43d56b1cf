import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

@testable import Store

/// When a ticket goes, what goes with it, and what stays.
@Suite struct RetentionTests {
    @Test func `a closed ticket goes after its time and with it a person who has no other`() async throws {
        let desk = try await RetentionDesk()
        let old = try await desk.closed(desk.mail("ada"))
        let open = try await desk.subject.open(desk.mail("bert"))
        let ada = try #require(try await desk.person("ada"))
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.confirmed()
        #expect(try await desk.exists(old), "the first run waits")
        try await desk.approve()
        #expect(try await desk.existing(old, open) == [open])
        #expect(try await desk.person("ada") == nil)
        #expect(try await desk.person("bert") != nil)
        #expect(try desk.store.keys.hasKey(ada.id.object) == false, "the key is destroyed")
        let removed = try await desk.record().removed
        #expect(removed.tickets == 1 && removed.messages == 2 && removed.people == 1)
        let line = try #require(try desk.store.ledger.entries(after: 0).last)
        guard case .erased(let person, _, let mails) = line.act else {
            Issue.record("\(line.act)")
            return
        }
        #expect(person == ada.id && mails.count == 1, "a restored backup forgets again, and knows the mail again")
    }

    @Test func `a wish not to be written to outlives the person`() async throws {
        let desk = try await RetentionDesk()
        _ = try await desk.closed(desk.mail("ada"))
        try await desk.store.suppress(desk.subject.suppression(), by: .daemon)
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.confirmed()
        try await desk.approve()
        #expect(try await desk.person("ada") == nil)
        _ = try await desk.subject.open(desk.mail("ada"))
        #expect(try await desk.person("ada")?.suppressions.isEmpty == false)
    }

    @Test func `a person with another ticket stays, and the key with them`() async throws {
        let desk = try await RetentionDesk()
        let old = try await desk.closed(desk.mail("ada"))
        try await desk.pass(days: 1)
        let other = try await desk.subject.open(desk.mail("ada"))
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.confirmed()
        try await desk.approve()
        #expect(try await !desk.exists(old))
        #expect(try await desk.subject.view(other).messages.first?.text.contains("burns") == true)
        #expect(try await desk.person("ada")?.tickets == [other])
    }

    @Test func `an open ticket never goes, and a reopened one counts anew`() async throws {
        let desk = try await RetentionDesk()
        let open = try await desk.subject.open(desk.mail("ada"))
        let reopened = try await desk.closed(desk.mail("bert"))
        desk.fixture.clock.advance(by: .seconds(300 * 86_400))
        try await desk.confirmed()
        _ = try await desk.store.change(
            reopened, to: TicketChanges(status: .open), ifVersion: nil, by: .operatorOnHost, now: desk.now)
        #expect(try await desk.subject.view(reopened).ticket.keptFrom == nil)
        try await desk.close(reopened)
        desk.fixture.clock.advance(by: .seconds(300 * 86_400))
        try await desk.confirmed()
        #expect(try await desk.record().waiting == nil)
        #expect(try await desk.existing(open, reopened) == [open, reopened])
    }

    @Test func `a label of Art. 9 or 10 makes the time short`() async throws {
        let desk = try await RetentionDesk()
        let ill = try await desk.closed(desk.mail("ada"))
        _ = try await desk.store.change(
            ill, to: TicketChanges(labels: [.art9]), ifVersion: nil, by: .operatorOnHost, now: desk.now)
        let child = try await desk.closed(desk.mail("bert"))
        _ = try await desk.store.change(
            child, to: TicketChanges(labels: [.minor]), ifVersion: nil, by: .operatorOnHost, now: desk.now)
        let shown = try await desk.desk.ticket(ill, as: .operatorOnHost).ticket
        let closed = try #require(shown.keptFrom)
        #expect(shown.expiresAt == closed.addingTimeInterval(30 * 86_400))
        try await desk.pass(days: 31)
        try await desk.approve()
        #expect(try await desk.existing(ill, child) == [child])
    }

    @Test func `files go before their ticket, and the ticket says so`() async throws {
        let desk = try await RetentionDesk()
        let number = try await desk.closed(desk.mail("ada").withFile())
        try await desk.pass(days: 91)
        #expect(try await desk.record().waiting?.plan.due == RetentionCounts(strippedTickets: 1, files: 1))
        try await desk.approve()
        let message = try #require(try await desk.subject.view(number).messages.first)
        #expect(message.attachments.isEmpty && message.remarks.contains("files-expired:1"))
        #expect(message.text.contains("burns"))
        try await desk.pass(days: 2)
        #expect(try await desk.record().waiting == nil)
    }

    @Test func `what is not over stays though its time is`() async throws {
        let desk = try await RetentionDesk()
        let waiting = try await desk.closed(desk.mail("ada"))
        let asked = try await desk.closed(desk.mail("bert"))
        let person = try #require(try await desk.person("bert"))
        try await desk.ask(.access, of: person.id)
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.confirmed()
        // Written a year late, and it has not left yet.
        _ = try await desk.subject.answered(waiting)
        try await desk.close(waiting)
        let plan = try await desk.plan()
        #expect(plan.due.tickets == 0 && plan.held == 1, "\(plan)")
        #expect(try await desk.exists(asked))
    }

    @Test func `what is withheld stays until it no longer is`() async throws {
        let desk = try await RetentionDesk()
        let number = try await desk.closed(desk.mail("ada"))
        let person = try #require(try await desk.person("ada"))
        _ = try await desk.desk.askForRestriction(of: person.id, on: .accuracy)
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.confirmed()
        #expect(try await desk.exists(number))
        let plan = try await desk.plan()
        #expect(plan.due.tickets == 0 && plan.held == 1)
    }

    @Test func `numbers stay when tickets go`() async throws {
        let desk = try await RetentionDesk()
        for index in 0..<3 { _ = try await desk.closed(desk.mail("p\(index)")) }
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.confirmed()
        try await desk.approve()
        let counted = try await desk.statistics()
        #expect(counted["opened"] == 3 && counted["closed"] == 3 && counted["expired"] == 3)
        #expect(counted["received"] == 3 && counted["sent"] == 3)
    }
}
