import Desk
import DeskTesting
import Foundation
import GRDB
import Mail
import Testing
import Vault

@testable import Store

/// Art. 18: what was kept before is withheld, what comes later is not, and neither a crash nor a backup undoes it.
@Suite struct RestrictionTests {
    private static let dpo = Principal.agent(
        AgentID(TestWorld(seed: 3).world.newObjectID()), role: .dpo, mailboxes: nil)
    private static let agent = Principal.agent(
        AgentID(TestWorld(seed: 4).world.newObjectID()), role: .agent, mailboxes: nil)

    private static func restricted(
        _ desk: ErasureDesk, _ ground: Restriction.Ground = .accuracy
    ) async throws -> PersonID {
        let person = try await desk.person().id
        let outcome = try await desk.store.restrict(person, on: ground, by: .operatorOnHost, now: desk.now)
        guard case .restricted = outcome else { throw ErasureDesk.Unplanned() }
        return person
    }

    @Test func `only the data protection officer reads an older ticket and its file, and no list shows it`()
        async throws
    {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(
            ErasureDesk.mail("one") {
                $0.subject = "Older matter"
                $0.headers = ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"]
                $0.body = """
                    --b\r\nContent-Type: text/plain\r\n\r\nIt burns.\r\n--b\r\nContent-Type: application/pdf\r
                    Content-Disposition: attachment; filename=plan.pdf\r\n\r\n%PDF\r\n--b--
                    """
            })
        _ = try await Self.restricted(desk)
        let store = desk.store
        #expect(try await store.isWithheld(number))
        let seen = try #require(try await store.ticket(number, reader: Self.dpo, now: desk.now))
        #expect(seen.ticket.subject == "Older matter" && seen.ticket.isRestricted)
        let message = try #require(seen.messages.first)
        #expect(message.text.contains("burns") && message.remarks.contains("withheld") == false)
        let file = try #require(message.attachments.first)
        #expect(try await store.attachment(file.id, of: number, reader: Self.dpo, now: desk.now) != nil)
        for reader in [Self.agent, .operatorOnHost] {
            let hidden = try #require(try await store.ticket(number, reader: reader, now: desk.now))
            #expect(hidden.ticket.subject.isEmpty)
            let first = try #require(hidden.messages.first)
            #expect(first.text.isEmpty && first.attachments.isEmpty && first.remarks == ["withheld"])
            await #expect(throws: StoreFailure.keyHeld) {
                try await store.attachment(file.id, of: number, reader: reader, now: desk.now)
            }
        }
        #expect(try await store.tickets(TicketFilter()).tickets.isEmpty)
        #expect(try await store.tickets(TicketFilter(text: "burns")).tickets.isEmpty)
        #expect(try await store.tickets(numbered: [number], visible: nil).isEmpty)
        let person = try await desk.person()
        #expect(person.address?.text == ErasureDesk.address && person.withheld == [number])
        #expect(person.restrictions.map(\.ground) == [.accuracy])
    }

    @Test func `no search finds what is withheld, and all of it is found again when it is lifted`() async throws {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("one"))
        let other = try await desk.subject.open(ErasureDesk.other("two"))
        try await desk.fixture.openSearch()
        let burning = TicketFilter(text: "burns")
        #expect(Set(try await desk.store.tickets(burning).tickets.map(\.number)) == [number, other])
        let person = try await Self.restricted(desk)
        #expect(try await desk.store.tickets(burning).tickets.map(\.number) == [other])
        _ = try await desk.store.lift(person, .accuracy, told: .phone, by: .daemon, now: desk.now)
        #expect(Set(try await desk.store.tickets(burning).tickets.map(\.number)) == [number, other])
    }

    @Test func `a new mail, also one in answer to an older ticket, opens a ticket that can be answered`() async throws {
        let desk = try await ErasureDesk()
        let old = try await desk.subject.open(ErasureDesk.mail("one"))
        _ = try await desk.subject.sendAll()
        _ = try await Self.restricted(desk)
        let outcome = try await desk.subject.receive(
            ErasureDesk.mail("two") {
                $0.subject = "Re: [#\(old.value)] The printer"
                $0.headers = ["In-Reply-To: <one@customer.example>"]
            }
        ).first
        guard case .opened(let new) = outcome else {
            Issue.record("\(String(describing: outcome))")
            return
        }
        #expect(new != old)
        let view = try #require(try await desk.store.ticket(new, reader: Self.agent, now: desk.now))
        #expect(view.ticket.isRestricted && view.possiblyRelated.isEmpty && view.linked.isEmpty)
        #expect(view.messages.first?.remarks.contains("restricted") == true)
        #expect(view.messages.first?.text.isEmpty == false)
        #expect(try await desk.store.tickets(TicketFilter()).tickets.map(\.number) == [new])
        try await desk.subject.answered(new)
        let sent = try await desk.subject.sendAll()
        #expect(sent.contains { $0.to.contains { $0.email?.text == ErasureDesk.address } })
    }

    @Test func `what waited about withheld tickets is stopped, and what the law requires still leaves`() async throws {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("one"))
        _ = try await desk.subject.sendAll()
        try await desk.subject.answered(number)
        let run = desk.subject.newRun()
        let claimed = try await desk.subject.claim(run: run)
        let person = try await Self.restricted(desk)
        let entry = try #require(claimed.first)
        #expect(
            try await desk.store.mayBegin(entry.id, run: run)
                == .withheld(reason: "the person's data is restricted"))
        let announcement = try await desk.store.announceLift(
            of: person, .accuracy, because: "It was right.", by: .operatorOnHost,
            dispatch: Dispatch(
                settings: desk.subject.settings, keys: desk.store.keys, world: desk.fixture.clock.world))
        guard case .announced(let announced) = announcement else {
            Issue.record("\(announcement)")
            return
        }
        #expect(announced.notice?.state == .queued)
        let mails = try await desk.subject.sendAll()
        #expect(mails.count == 1)
        #expect(mails.first?.subject?.contains("restriction") == true)
        #expect(try await desk.store.restrictions(of: person).first?.notice?.state == .sent)
    }

    @Test func `two grounds are two: the data comes back with the end of the last`() async throws {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("one"))
        let person = try await Self.restricted(desk)
        _ = try await desk.store.restrict(person, on: .objection, by: .operatorOnHost, now: desk.now)
        #expect(
            try await desk.store.lift(person, .accuracy, told: .phone, by: .operatorOnHost, now: desk.now))
        #expect(try await desk.store.isWithheld(number))
        #expect(
            try await desk.store.lift(person, .objection, told: .phone, by: .operatorOnHost, now: desk.now))
        #expect(try await !desk.store.lift(person, .objection, told: .phone, by: .operatorOnHost, now: desk.now))
        let view = try #require(try await desk.store.ticket(number, reader: Self.agent, now: desk.now))
        #expect(view.messages.first?.text.contains("burns") == true && !view.ticket.isRestricted)
        #expect(try await desk.store.tickets(TicketFilter()).tickets.map(\.number) == [number])
    }

    @Test func `a restricted person who is erased leaves no restriction behind`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("one"))
        let person = try await Self.restricted(desk)
        let (erasure, mails) = try await desk.erase()
        #expect(erasure.state == .done && mails.count == 1)
        #expect(try await desk.store.restrictions().isEmpty)
        #expect(try !desk.store.keys.hasKey(person.object))
        let rows = try await desk.store.engine.pool.read {
            try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM withheld_ticket")
        }
        #expect(rows == 0)
    }

    @Test func `older copies of both files keep the restriction and do not bring back a lifted one`() async throws {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("one"))
        let bert = try await desk.subject.open(ErasureDesk.other("two"))
        let other = try await desk.person("bert@other.example").id
        _ = try await desk.store.restrict(other, on: .claims, by: .operatorOnHost, now: desk.now)
        let (files, keys) = try await LedgerReplayTests.backUp(desk.fixture)
        let person = try await Self.restricted(desk)
        _ = try await desk.store.lift(other, .claims, told: .letter, by: .operatorOnHost, now: desk.now)
        try desk.store.close()
        try LedgerReplayTests.put(files, keys, desk.fixture)
        let restored = try await desk.fixture.reopen()
        #expect(try await restored.restrictions().map(\.person) == [person])
        #expect(try await restored.isWithheld(number))
        let hidden = try #require(try await restored.ticket(number, reader: Self.agent, now: desk.now))
        #expect(hidden.messages.first?.remarks == ["withheld"])
        let back = try #require(try await restored.ticket(bert, reader: Self.agent, now: desk.now))
        #expect(back.messages.first?.text.contains("burns") == true)
        #expect(try await restored.replayLedger() == 0)
        try restored.close()
    }

    @Test func `an older copy of the keys alone is held again although the database knows of the restriction`()
        async throws
    {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("one"))
        let (_, keys) = try await LedgerReplayTests.backUp(desk.fixture)
        _ = try await Self.restricted(desk)
        try desk.store.close()
        try FileManager.default.removeItem(atPath: desk.fixture.directory + "/keys.db")
        try FileManager.default.copyItem(atPath: keys, toPath: desk.fixture.directory + "/keys.db")
        let restored = try await desk.fixture.reopen()
        let hidden = try #require(try await restored.ticket(number, reader: Self.agent, now: desk.now))
        #expect(hidden.messages.first?.remarks == ["withheld"])
        try restored.close()
    }

    @Test func `the person's message in somebody else's ticket is withheld there, and moves without being opened`()
        async throws
    {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.other("one"))
        _ = try await desk.store.addParticipant(
            Samples.address(ErasureDesk.address), to: number, by: .operatorOnHost, now: desk.now)
        _ = try await desk.subject.receive(
            ErasureDesk.mail("two") {
                $0.subject = "Re: [#\(number.value)] The printer"
                $0.headers = ["In-Reply-To: <one@other.example>"]
            })
        let person = try await Self.restricted(desk)
        let view = try #require(try await desk.store.ticket(number, reader: Self.agent, now: desk.now))
        #expect(view.messages.contains { $0.remarks == ["withheld"] && $0.authorID == person })
        #expect(view.messages.contains { $0.text.contains("burns") })
        let other = try await desk.subject.open(ErasureDesk.other("three"))
        _ = try await desk.store.merge(number, into: other, ifVersion: nil, by: .operatorOnHost, now: desk.now)
        let merged = try #require(try await desk.store.ticket(other, reader: Self.agent, now: desk.now))
        #expect(merged.messages.contains { $0.remarks == ["withheld"] && $0.authorID == person })
        let read = try #require(try await desk.store.ticket(other, reader: Self.dpo, now: desk.now))
        #expect(!read.messages.contains { $0.remarks.contains("withheld") })
    }
}
