import Desk
import DeskTesting
import Foundation
import GRDB
import Mail
import Synchronization
import Testing

@testable import Store

/// What the index takes of the memory, and what is left in it of what was deleted.
@Suite struct SearchMemoryTests {
    private static let memory = 1 << 20

    /// A letter of which no two have many words in common.
    private static func letter(_ index: Int) -> SampleMail {
        .make {
            $0.from = "Customer \(index) <customer\(index)@x.example>"
            $0.messageID = "letter\(index)@x.example"
            $0.subject = "Letter\(index)"
            $0.body = (0..<800).map { "w\(($0 &* 7919 &+ index &* 104_729) % 65_536)" }.joined(separator: " ")
        }
    }

    @Test func `what does not fit is the oldest, and new mail makes room for itself`() async throws {
        let fixture = try await StoreFixture()
        let (subject, store) = (try fixture.subject(), fixture.store)
        for index in 1...200 {
            subject.clock.advance(by: .seconds(60))
            _ = try await subject.open(Self.letter(index))
        }
        try await fixture.openSearch(memory: Self.memory)
        let coverage = await store.searchCoverage()
        #expect(coverage.state == .partial && coverage.bytes <= Self.memory)
        let reaches = try #require(coverage.reaches)
        let found = try await store.tickets(TicketFilter(text: "letter", limit: 500))
        let listed = try await store.tickets(TicketFilter(limit: 500)).tickets
        #expect(found.coverage == coverage && found.tickets.count > 20)
        // All that is newer than it says, and nothing is missing in between.
        #expect(found.tickets.map(\.number) == listed.prefix(found.tickets.count).map(\.number))
        #expect(listed.filter { $0.updatedAt > reaches }.allSatisfy { found.tickets.map(\.number).contains($0.number) })
        #expect(try await Self.found("\"letter1\"", store).isEmpty)

        for index in 201...400 {
            subject.clock.advance(by: .seconds(60))
            _ = try await subject.open(Self.letter(index))
            #expect(try await Self.found("letter\(index)", store).count == 1)
            var clock = Duration.seconds(index * 60)
            while try await store.continueSearch(at: clock) == .goesOn { clock += .milliseconds(1) }
            let pages = try await store.search.withLock { $0 }?.perform { entries throws(StoreFailure) in
                try entries.session.first("PRAGMA page_count", []) { row throws(StoreFailure) in row.integer(0) }
            }
            #expect(Int(try #require(pages ?? nil)) * Limits.searchPageSize <= Self.memory / 2 * 3)
        }
        let later = await store.searchCoverage()
        #expect(later.state == .partial && later.reaches.map { $0 > reaches } == true && later.bytes <= Self.memory)
        #expect(try await store.tickets(TicketFilter(text: "letter", limit: 500)).tickets.count > 20)
    }

    @Test func `one mail that fits nowhere keeps nothing else from being found`() async throws {
        let fixture = try await StoreFixture()
        let (subject, store) = (try fixture.subject(), fixture.store)
        try await fixture.openSearch(memory: Limits.searchLeastBytes)
        _ = try await subject.open(
            .make {
                $0.messageID = "huge@x.example"
                $0.body = (0..<9_000).map { "huge\($0)" }.joined(separator: " ")
            })
        for index in 1...20 {
            subject.clock.advance(by: .seconds(60))
            _ = try await subject.open(Self.letter(index))
        }
        #expect(try await Self.found("letter20", store).count == 1)
        #expect(await store.searchCoverage().state == .partial)
    }

    @Test func `P8 an erased person's words are not found, and after a while not in the memory either`() async throws {
        let desk = try await ErasureDesk()
        try await desk.fixture.openSearch()
        let store = desk.store
        let marker = "zqxjkvbsecret"
        let number = try await desk.subject.open(
            ErasureDesk.mail("old") { ($0.subject, $0.body) = ("About \(marker)", "I am \(marker).") })
        try await desk.subject.answered(number, ReplyDraft(text: "Dear \(marker)."))
        let (kept, gone) = try await desk.subject.openTwo()
        _ = try await desk.subject.merged(gone, into: kept)
        let quoting = try await desk.subject.open(
            ErasureDesk.other("quoting") { $0.body = "He lies.\r\n\r\nAda wrote:\r\n> I am \(marker)." })
        #expect(try await Self.found(marker, store) == [number])
        #expect(try await Self.found("burns", store) == [kept])
        #expect(try await Self.traces(of: marker, in: store) > 0)

        try await desk.forget()
        #expect(try await Self.found(marker, store).isEmpty)
        #expect(try await Self.found("burns", store).isEmpty)
        #expect(try await Self.found("zqlovelace", store).isEmpty)
        #expect(try await Self.found("lies", store) == [quoting])
        while try await store.continueSearch(at: .seconds(600)) == .goesOn {}
        #expect(try await Self.traces(of: marker, in: store) == 0)
    }

    @Test func `P8 somebody's words about the erased person are found until they are replaced`() async throws {
        let desk = try await ErasureDesk()
        try await desk.fixture.openSearch()
        let other = try await desk.subject.open(ErasureDesk.other("gossip") { $0.body = "Zqlovelace drinks." })
        #expect(try await Self.found("zqlovelace", desk.store) == [other])
        let message = try #require(try await desk.subject.view(other).messages.first { $0.direction == .in })
        _ = try await desk.store.redact(message.id, of: other, text: "[redacted]", by: .operatorOnHost, now: desk.now)
        #expect(try await Self.found("zqlovelace", desk.store).isEmpty)
    }

    @Test func `when more changed than can be remembered, everything is looked at again`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        let (subject, store) = (try fixture.subject(), fixture.store)
        let number = try await subject.open()
        let watch = try #require(store.search.withLock { $0 }?.watch)
        _ = watch.take(10)
        watch.note(tickets: Array(1...Int64(Limits.watchedTickets + 1)), people: [])
        #expect(try await store.tickets(TicketFilter(text: "burns")).coverage?.state == .filling)
        while try await store.continueSearch(at: .zero) == .goesOn {}
        #expect(try await Self.found("burns", store) == [number])
    }

    @Test func `what is rolled back is not told`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        let subject = try fixture.subject()
        let number = try await subject.open()
        let watch = try #require(fixture.store.search.withLock { $0 }?.watch)
        _ = watch.take(10)
        do throws(StoreFailure) {
            try await fixture.store.engine.write { session throws(StoreFailure) in
                try session.run("UPDATE ticket SET version = 9 WHERE number = ?", [.integer(number.value)])
                throw .notFound
            }
        } catch {
            #expect(error == .notFound)
        }
        #expect(watch.isQuiet)
    }

    /// Rows of the index, its own included, in which these letters stand.
    private static func traces(of marker: String, in store: Store) async throws -> Int64 {
        let count = try await store.search.withLock { $0 }?.perform { entries throws(StoreFailure) in
            try entries.session.first(
                """
                SELECT (SELECT COUNT(*) FROM words_data WHERE INSTR(block, ?) > 0)
                + (SELECT COUNT(*) FROM words_content WHERE INSTR(c0 || c1, ?) > 0)
                """, [.blob(Array(marker.utf8)), .text(marker)]
            ) { row throws(StoreFailure) in row.integer(0) }
        }
        return try #require(count ?? nil)
    }

    private static func found(_ words: String, _ store: Store) async throws -> [TicketNumber] {
        try await store.tickets(TicketFilter(text: words)).tickets.map(\.number)
    }
}
