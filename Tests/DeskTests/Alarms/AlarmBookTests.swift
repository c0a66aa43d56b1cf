import Desk
import DeskTesting
import Foundation
import Testing

/// Raised once, repeated after the period, cleared with an all-clear.
struct AlarmBookTests {
    private static let day = Duration.seconds(86_400)

    /// A book and a clock.
    private struct Desk {
        var book = AlarmBook()
        var now = TestWorld.beginning
        let key: AlarmKey

        init() throws {
            key = AlarmKey(.loginRefused, of: try Samples.mailboxName())
        }

        mutating func look(_ isThere: Bool, after seconds: Double = 0) -> [AlarmNotice] {
            now += seconds
            var reading = AlarmReading()
            if isThere { reading.find(key) }
            book.see(reading, now: now)
            return book.due(now: now, repeatAfter: AlarmBookTests.day)
        }

        /// Looks, and tells what is due.
        mutating func round(
            _ isThere: Bool, after seconds: Double = 0, _ telling: AlarmTelling = .mailed
        ) -> [AlarmNotice.Occasion] {
            let due = look(isThere, after: seconds)
            for notice in due { book.note(telling, of: notice, now: now) }
            return due.map(\.occasion)
        }
    }

    @Test func `an alarm is told once, again after the period, and once when it is over`() throws {
        var desk = try Desk()
        #expect(desk.round(true) == [.raised])
        for _ in 1...50 { #expect(desk.round(true, after: 60) == []) }
        #expect(desk.round(true, after: 86_400 - 3000) == [.repeated])
        #expect(desk.round(true, after: 86_399) == [])
        #expect(desk.round(true, after: 1) == [.repeated])
        #expect(desk.round(false, after: 10) == [])
        #expect(desk.book.standing.isEmpty)
        #expect(desk.round(false, after: 300) == [.over])
        #expect(desk.book.all.isEmpty)
        #expect(desk.round(false, after: 86_400) == [])
        #expect(desk.round(true, after: 10) == [.raised])
    }

    @Test func `a cause that comes and goes is one alarm`() throws {
        var desk = try Desk()
        #expect(desk.round(true) == [.raised])
        let since = desk.book.standing.first?.since
        for _ in 1...20 {
            #expect(desk.round(false, after: 60) == [])
            #expect(desk.round(true, after: 200) == [])
        }
        #expect(desk.book.standing.first?.since == since)
    }

    @Test func `what was over before anybody heard needs no all-clear`() throws {
        var desk = try Desk()
        #expect(desk.round(true, .unheard) == [.raised])
        #expect(desk.round(false, after: 600) == [])
        #expect(desk.round(false, after: 600) == [])
        #expect(desk.book.all.isEmpty)
    }

    @Test func `what nobody heard is tried again soon, and counts as unmailed until a server takes it`() throws {
        var desk = try Desk()
        #expect(desk.round(true, .unheard) == [.raised])
        #expect(desk.book.standing.first?.isUnmailed == true)
        #expect(desk.round(true, after: 299, .unheard) == [])
        #expect(desk.round(true, after: 1, .unheard) == [.raised])
        #expect(desk.round(true, after: 300, .mailed) == [.raised])
        #expect(desk.book.standing.first?.isUnmailed == false)
        #expect(desk.round(true, after: 300) == [])
    }

    @Test func `the command runs once for a notice while the mail is tried again`() throws {
        var desk = try Desk()
        let first = desk.look(true)
        #expect(first.map(\.mayCommand) == [true])
        desk.book.note(.commanded, of: first[0], now: desk.now)
        let second = desk.look(true, after: 300)
        #expect(second.map(\.mayCommand) == [false])
        desk.book.note(.unheard, of: second[0], now: desk.now)
        let repeated = desk.look(true, after: 86_400)
        #expect(repeated.map(\.occasion) == [.repeated])
        #expect(repeated.map(\.mayCommand) == [true])
    }

    @Test func `an all-clear that nobody hears is forgotten after a day`() throws {
        var desk = try Desk()
        _ = desk.round(true)
        _ = desk.round(false, after: 10)
        #expect(desk.round(false, after: 300, .unheard) == [.over])
        #expect(desk.round(false, after: 300, .unheard) == [.over])
        _ = desk.look(false, after: 86_400)
        #expect(desk.book.all.isEmpty)
    }

    @Test func `what a look cannot tell stays as it is`() throws {
        var desk = try Desk()
        _ = desk.round(true)
        var open = AlarmReading()
        open.leaveOpen(desk.key)
        desk.book.see(open, now: desk.now + 3600)
        #expect(desk.book.standing.map(\.key) == [desk.key])
        var fresh = AlarmBook()
        fresh.see(open, now: desk.now)
        #expect(fresh.all.isEmpty)
    }

    @Test func `a clock set back by years neither floods nor silences`() throws {
        var desk = try Desk()
        _ = desk.round(true)
        #expect(desk.round(true, after: -10 * 365 * 86_400) == [.repeated])
        #expect(desk.round(true, after: 10) == [])
        #expect(desk.round(true, after: 86_400) == [.repeated])
    }

    @Test func `a book kept and opened again tells nothing twice`() throws {
        var desk = try Desk()
        _ = desk.round(true)
        desk.book = AlarmBook(desk.book.all)
        #expect(desk.round(true, after: 60) == [])
        #expect(desk.round(true, after: 86_400) == [.repeated])
    }

    @Test func `what keeps the desk from working comes first`() throws {
        let name = try Samples.mailboxName()
        var reading = AlarmReading()
        for key in [AlarmKey(.clockJump), AlarmKey(.storeNotWritable), AlarmKey(.quarantine, of: name)] {
            reading.find(key)
        }
        var book = AlarmBook()
        book.see(reading, now: TestWorld.beginning)
        #expect(book.standing.map(\.key.kind) == [.storeNotWritable, .clockJump, .quarantine])
    }
}
