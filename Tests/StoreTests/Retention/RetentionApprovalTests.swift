import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization
import Testing
import Vault

@testable import Store

/// P16: no single act destroys much.
@Suite struct RetentionApprovalTests {
    @Test func `P16 an imported archive of three years is still whole after three days, and goes after approval`()
        async throws
    {
        let desk = try await RetentionDesk()
        let years = ["2023", "2024", "2025"]
        let arrivals = (0..<30).map { index in
            desk.mail("p\(index)") { $0.date = "Tue, 24 Nov \(years[index % 3]) 06:00:00 +0000" }
                .arrival(uid: desk.subject.nextUID(), at: desk.now)
        }
        let outcomes = try await desk.subject.receive(arrivals, isArchive: true)
        let numbers = outcomes.compactMap { outcome in
            if case .opened(let number) = outcome { number } else { nil }
        }
        #expect(numbers.count == 30)
        try await desk.pass(days: 3)
        for number in numbers { #expect(try await desk.exists(number)) }
        #expect(desk.mailed.isEmpty, "its time counts from the import")
        try await desk.pass(days: 363)
        for number in numbers { #expect(try await desk.exists(number), "and then it waits") }
        #expect(desk.mailed.count == 1 && desk.mailed.first?.plan.due.tickets == 30)
        let people = try await desk.people(numbers)
        try await desk.approve()
        for number in numbers { #expect(try await !desk.exists(number)) }
        for person in people { #expect(try !desk.store.keys.hasKey(person.object)) }
        #expect(try await desk.record().waiting == nil)
    }

    @Test func `P16 a run over one ticket in twenty waits, a smaller one does not`() async throws {
        let desk = try await RetentionDesk()
        _ = try await desk.closed(desk.mail("first"))
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.confirmed()
        try await desk.approve()
        // Forty are there, of which one is due, and later three.
        for index in 0..<36 { _ = try await desk.subject.open(desk.mail("open\(index)")) }
        let one = try await desk.closed(desk.mail("one"))
        try await desk.pass(days: 2)
        var three: [TicketNumber] = []
        for index in 0..<3 { three.append(try await desk.closed(desk.mail("three\(index)"))) }
        try await desk.pass(days: 364)
        #expect(try await !desk.exists(one), "one of forty is an ordinary day")
        try await desk.pass(days: 2)
        for number in three { #expect(try await desk.exists(number)) }
        #expect(try await desk.record().waiting?.plan.due.tickets == 3)
        try await desk.approve()
        for number in three { #expect(try await !desk.exists(number)) }
    }

    @Test func `P16 an approval is for what was mailed: it waits for the mail, and not for what expires later`()
        async throws
    {
        let desk = try await RetentionDesk()
        let early = try await desk.closed(desk.mail("early"))
        try await desk.pass(days: 5)
        let late = try await desk.closed(desk.mail("late"))
        desk.takesMail.withLock { $0 = false }
        desk.fixture.clock.advance(by: .seconds(361 * 86_400))
        try await desk.confirmed()
        await #expect(throws: DeskRefusal.self) { try await desk.approve() }
        desk.takesMail.withLock { $0 = true }
        try await desk.pass(days: 6)
        #expect(desk.mailed.count == 1)
        try await desk.approve()
        #expect(try await desk.existing(early, late) == [late])
        #expect(try await desk.store.auditEntries(after: 0, limit: 100).contains { $0.event == "retention.approved" })
    }

    @Test func `with other periods a run is counted and mailed anew`() async throws {
        let desk = try await RetentionDesk()
        _ = try await desk.closed(desk.mail("ada"))
        desk.fixture.clock.advance(by: .seconds(366 * 86_400))
        try await desk.confirmed()
        #expect(desk.mailed.count == 1)
        var settings = desk.desk.settings.value
        settings.mailboxes[0].terms?.closedTickets = .seconds(730 * 86_400)
        desk.desk.settings.replace(by: settings)
        try await desk.look()
        #expect(try await desk.record().waiting == nil)
        settings.mailboxes[0].terms?.closedTickets = .seconds(30 * 86_400)
        desk.desk.settings.replace(by: settings)
        try await desk.desk.runRetention(of: nil, as: .operatorOnHost)
        try await desk.look()
        #expect(desk.mailed.count == 2)
    }

    @Test func `nothing is deleted while a question about the mailbox is open`() async throws {
        let desk = try await RetentionDesk(answered: false)
        let number = try await desk.closed(desk.mail("ada"))
        desk.fixture.clock.advance(by: .seconds(1_000 * 86_400))
        try await desk.confirmed()
        #expect(try await desk.exists(number))
        #expect(desk.mailed.isEmpty)
        #expect(try await desk.desk.ticket(number, as: .operatorOnHost).ticket.expiresAt == nil)
        await #expect(throws: DeskRefusal.self) { try await desk.approve() }
        #expect(try await desk.desk.retentionDryRun(of: nil, as: .operatorOnHost).isEmpty)
    }

    @Test func `a clock that goes forward by more than a day pauses everything until somebody confirms it`()
        async throws
    {
        let desk = try await RetentionDesk()
        let number = try await desk.closed(desk.mail("ada"))
        try await desk.pass(days: 1)
        desk.fixture.clock.setClock(to: desk.now.addingTimeInterval(400 * 86_400))
        try await desk.pass(days: 2)
        #expect(try await desk.exists(number))
        #expect(desk.mailed.isEmpty)
        #expect(try await desk.store.alarmFigures(now: desk.now).isRetentionPaused)
        #expect(try await desk.desk.confirmRetentionClock(as: .operatorOnHost))
        #expect(try await !desk.desk.confirmRetentionClock(as: .operatorOnHost))
        try await desk.look()
        #expect(desk.mailed.count == 1)
        #expect(try await !desk.store.alarmFigures(now: desk.now).isRetentionPaused)
    }
}
