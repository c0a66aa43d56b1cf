import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// Finding tickets by words, in a store of its own.
@Suite struct SearchTests {
    private static let mail = SampleMail.make {
        $0.from = "Zoë Größe <zoe.g@customer.example>"
        $0.subject = "=?utf-8?Q?Drucker_in_M=C3=BCnchen?="
        $0.messageID = "one@customer.example"
        $0.headers = ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"]
        $0.body = [
            "--b", "Content-Type: text/plain; charset=utf-8", "",
            "The naïve printer burns. Straße 7. 東京都の天気 ภาษาไทย. नमस्ते दुनिया", "",
            "> An older sentence about kangaroos", "",
            "--b", "Content-Type: application/pdf; name=\"Invoice-2026.pdf\"",
            "Content-Disposition: attachment; filename=\"Invoice-2026.pdf\"", "", "File.", "--b--",
        ].joined(separator: "\r\n")
    }

    @Test(arguments: [
        ("printer", true), ("PRINT", true), ("rinter", false), ("naive", true), ("naïve", true),
        ("munchen drucker", true), ("München", true), ("strasse", true), ("STRASSE 7", true), ("zoe größe", true),
        ("zoe.g@customer.example", true), ("customer.example", true), ("invoice-2026.pdf", true), ("2026", true),
        ("\"printer burns\"", true), ("\"burns printer\"", false), ("burns printer", true), ("東京", true),
        ("京都", true), ("天", true), ("気", true), ("都の", true), ("東都", false), ("ไทย", true), ("नमस्ते", true),
        ("printer 東京", true), ("printer nowhere", false), ("kangaroos", false), ("ｐｒｉｎｔｅｒ", true),
    ])
    func `words are found whatever their case and signs, whole or begun`(_ words: String, _ isFound: Bool) async throws
    {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        let number = try await subject.open(Self.mail)
        try await fixture.openSearch()
        let page = try await fixture.store.tickets(TicketFilter(text: words))
        #expect(page.tickets.map(\.number) == (isFound ? [number] : []))
        #expect(page.coverage?.isComplete == true)
    }

    @Test func `whatever a stranger's text is, it is only text`() async throws {
        let fixture = try await StoreFixture()
        let subject = try fixture.subject()
        _ = try await subject.open()
        try await fixture.openSearch()
        let hostile = [
            "\"", "\"\"", "\"\"\"", "*", "**", "^", "-", ":", "(", ")", "{head}:", "head : burns", "burns AND", "NOT",
            "burns NOT it", "OR", "NEAR(burns it, 2)", "burns*it", "^burns", "+burns", "' OR 1=1 --", ";", "%", "_",
            "\u{0}", "burns\u{0}it", "\u{202E}burns", "🔥", "e\u{301}", "\u{FFFD}", String(repeating: "(", count: 5_000),
            String(repeating: "\"a ", count: 5_000), String(repeating: "東", count: 5_000), "\u{1F3F4}\u{E0067}", "\\",
            "burns\\",
        ]
        for text in hostile {
            for order in SearchOrder.allCases {
                _ = try await fixture.store.tickets(TicketFilter(text: text, order: order))
            }
        }
        for (text, count) in [("burns AND it", 0), ("head:burns", 0), ("^burns", 1), ("-burns", 1), ("burns\"", 1)] {
            #expect(try await fixture.store.tickets(TicketFilter(text: text)).tickets.count == count, "\(text)")
        }
    }

    @Test func `words may stand in different messages, and each change is found at once`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        let (subject, store) = (try fixture.subject(), fixture.store)
        let number = try await subject.open()
        let other = try await subject.openMany(1)[0]
        try await subject.answered(number, ReplyDraft(text: "Pour sand."))
        _ = try await store.note(number, text: "Told the brigade.", by: .operatorOnHost, now: subject.clock.now)
        #expect(try await Self.found("fire sand brigade", store) == [number])
        _ = try await subject.changed(number, TicketChanges(tags: ["wildfire"]))
        #expect(try await Self.found("wildfire", store) == [number])
        // What ticketd itself wrote stands in every ticket and says nothing.
        #expect(try await Self.found("received", store).isEmpty)

        let note = try #require(try await subject.view(number).messages.last)
        _ = try await store.redact(note.id, of: number, text: "Told them.", by: .operatorOnHost, now: subject.clock.now)
        #expect(try await Self.found("brigade", store).isEmpty)
        _ = try await store.split(
            [note.id], from: number, subject: "Calls", ifVersion: nil, by: .operatorOnHost, now: subject.clock.now)
        let split = try await Self.found("told", store)
        #expect(split.count == 1 && split != [number])
        #expect(try await Self.found("matter", store) == [other])
    }

    @Test func `a merged ticket is found where its words went`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        let (subject, store) = (try fixture.subject(), fixture.store)
        let (first, second) = try await subject.openTwo()
        _ = try await store.note(second, text: "Halibut.", by: .operatorOnHost, now: subject.clock.now)
        #expect(try await Self.found("halibut", store) == [second])
        _ = try await subject.merged(second, into: first)
        #expect(try await Self.found("halibut", store) == [first])
    }

    @Test func `what may not be seen is neither found nor counted, and lists are narrowed as ever`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        let (subject, store) = (try fixture.subject(), fixture.store)
        let numbers = try await subject.openMany(3)
        _ = try await subject.changed(numbers[0], TicketChanges(status: .closed))
        let none = try await store.tickets(TicketFilter(visible: [], text: "burns", limit: 1))
        #expect(none.tickets.isEmpty && none.next == nil)
        let closed = try await store.tickets(TicketFilter(status: .closed, text: "burns")).tickets.map(\.number)
        #expect(closed == [numbers[0]])
        var seen: [TicketNumber] = []
        var after: PageKey?
        repeat {
            let page = try await store.tickets(TicketFilter(text: "matter", after: after, limit: 1))
            seen += page.tickets.map(\.number)
            after = page.next
        } while after != nil && seen.count < 9
        #expect(seen.count == 3 && Set(seen) == Set(numbers))
    }

    @Test func `by relevance, what has the word in its subject comes before what mentions it`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        let (subject, store) = (try fixture.subject(), fixture.store)
        let first = try await subject.open(.make { ($0.subject, $0.messageID) = ("Toner", "toner@customer.example") })
        subject.clock.advance(by: .seconds(60))
        let second = try await subject.open(
            .make {
                $0.messageID = "aside@customer.example"
                $0.body = "A long story in which, among many other things, toner is mentioned once and never again."
            })
        #expect(try await Self.found("toner", store) == [second, first])
        let page = try await store.tickets(TicketFilter(text: "toner", order: .relevance))
        #expect(page.tickets.map(\.number) == [first, second] && page.next == nil)
    }

    @Test func `tickets of special categories are not searched while they are labelled so`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        let (subject, store) = (try fixture.subject(), fixture.store)
        let number = try await subject.open()
        _ = try await subject.changed(number, TicketChanges(labels: [.art9]))
        #expect(try await Self.found("burns", store).isEmpty)
        _ = try await subject.changed(number, TicketChanges(labels: [.minor]))
        #expect(try await Self.found("burns", store) == [number])
    }

    @Test func `while it fills, the newest are found first and the answer says how far it reaches`() async throws {
        let fixture = try await StoreFixture()
        let (subject, store) = (try fixture.subject(), fixture.store)
        let numbers = try await subject.openMany(Limits.searchTickets + 5)
        try await store.openSearch(memoryLimit: 64 << 20)
        let before = try await store.tickets(TicketFilter(text: "burns"))
        #expect(before.tickets.isEmpty && before.coverage?.state == .filling && before.coverage?.reaches == nil)
        #expect(try await store.continueSearch(at: .zero) == .goesOn)
        let during = try await store.tickets(TicketFilter(text: "burns", limit: 500))
        #expect(during.tickets.map(\.number) == numbers.suffix(Limits.searchTickets).reversed())
        #expect(during.coverage?.state == .filling && during.coverage?.reaches == during.tickets.last?.updatedAt)
        // An old one that changes meanwhile is new.
        subject.clock.advance(by: .seconds(60))
        _ = try await subject.changed(numbers[0], TicketChanges(priority: .high))
        #expect(try await Self.found("matter", store).contains(numbers[0]))
        while try await store.continueSearch(at: .zero) != .idle {}
        let after = try await store.tickets(TicketFilter(text: "burns", limit: 500))
        #expect(after.tickets.count == numbers.count && after.coverage?.isComplete == true)
        #expect(after.coverage?.percent == 100)
    }

    @Test func `without memory nothing is searched, and the answer says so`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.store.openSearch(memoryLimit: 0)
        let subject = try fixture.subject()
        _ = try await subject.open()
        let page = try await fixture.store.tickets(TicketFilter(text: "burns"))
        #expect(page.tickets.isEmpty && page.coverage == .off)
        #expect(try await fixture.store.continueSearch(at: .zero) == .off)
    }

    private static func found(_ words: String, _ store: Store) async throws -> [TicketNumber] {
        try await store.tickets(TicketFilter(text: words)).tickets.map(\.number)
    }
}
