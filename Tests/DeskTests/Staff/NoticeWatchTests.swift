import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization
import Testing

/// `[notify]`: numbers and counts in the staff's rhythm, and nothing when there is nothing new.
struct NoticeWatchTests {
    private static let zone = TimeZone(secondsFromGMT: 3600)

    @Test(arguments: [
        (NoticeRhythm.each, 0.0, true), (.every(.seconds(900)), 899, false), (.every(.seconds(900)), 900, true),
        (.every(.seconds(900)), -900, true), (.daily, 3600, false),
    ])
    func `a rhythm says when it is time`(rhythm: NoticeRhythm, after seconds: Double, isDue: Bool) throws {
        // 09:13 in this zone.
        let last = Date(timeIntervalSince1970: 1_789_978_400)
        let zone = try #require(Self.zone)
        #expect(rhythm.isDue(last: last, now: last + seconds, zone: zone) == isDue)
        #expect(rhythm.isDue(last: nil, now: last, zone: zone))
    }

    @Test func `daily is from eight o'clock of the machine on`() throws {
        let zone = try #require(Self.zone)
        let midnight = Date(timeIntervalSince1970: 1_789_945_200)
        let last = midnight - 8 * 3600
        #expect(!NoticeRhythm.daily.isDue(last: last, now: midnight + 8 * 3600 - 1, zone: zone))
        #expect(NoticeRhythm.daily.isDue(last: last, now: midnight + 8 * 3600, zone: zone))
        #expect(!NoticeRhythm.daily.isDue(last: midnight + 8 * 3600, now: midnight + 31 * 3600, zone: zone))
    }

    @Test func `nothing new, nothing sent`() async throws {
        let place = try Place("team@example.com")
        await place.watch().round()
        #expect(place.server.taken.isEmpty)
        #expect(place.test.store.snapshot.writes == 0)
    }

    @Test func `new mail is told in numbers, once, and content never`() async throws {
        let place = try Place("team@example.com")
        try place.arrive((1042, 2, false), (1043, 1, true))
        await place.watch().round()
        await place.watch().round()
        let mail = try #require(place.server.taken.first)
        #expect(place.server.taken.count == 1)
        let message = MessageParser().parse(mail.bytes)
        #expect(message.subject == "Example Support: new messages: 3")
        let text = message.readableText().text
        #expect(text.contains("Mailbox support: new messages: 3, new tickets: 1. Tickets: #1042, #1043"))
        // P14: the ticket's subject, its person and what was said.
        for content in ["Printer", "Ann", "burns", "customer.example"] { #expect(!text.contains(content)) }
        #expect(UnsubscribeProof(of: mail.bytes)?.link == mail.unsubscribe)
    }

    @Test func `within the period nothing more is said, and then everything`() async throws {
        let place = try Place("team@example.com")
        let watch = place.watch()
        try place.arrive((1042, 1, true))
        await watch.round()
        try place.arrive((1042, 1, false))
        await watch.round()
        #expect(place.server.taken.count == 1)
        try place.arrive((1050, 4, true))
        place.test.clock.advance(by: .seconds(900))
        await watch.round()
        #expect(place.server.texts.last?.contains("new messages: 5, new tickets: 1. Tickets: #1042, #1050") == true)
        #expect(place.server.taken.count == 2)
    }

    @Test func `what no server took is told with what comes later`() async throws {
        let place = try Place("team@example.com")
        place.server.set(isUp: false)
        try place.arrive((1042, 1, true))
        await place.watch().round()
        place.server.set(isUp: true)
        try place.arrive((1043, 1, true))
        await place.watch().round()
        #expect(place.server.texts.map { $0.contains("#1042, #1043") } == [true])
    }

    @Test func `who muted notices hears none, and with nobody to hear nothing is kept`() async throws {
        let place = try Place("team@example.com", "boss@example.com")
        let token = try place.test.staffToken(to: Samples.address("team@example.com"))
        _ = try await place.test.desk.muteNotices(token: token, source: .page)
        try place.arrive((1042, 1, true))
        await place.watch(.each).round()
        #expect(place.server.taken.map(\.recipient.text) == ["boss@example.com"])
        let other = try place.test.staffToken(to: Samples.address("boss@example.com"))
        _ = try await place.test.desk.muteNotices(token: other, source: .page)
        try place.arrive((1043, 1, true))
        await place.watch(.each).round()
        #expect(place.server.taken.count == 1)
        #expect(place.test.store.snapshot.news.isEmpty)
    }

    @Test func `a flood is cut to fifty numbers and its count is whole`() async throws {
        let place = try Place("team@example.com")
        for number in 2000..<2060 { try place.arrive((Int64(number), 2, true)) }
        await place.watch().round()
        let text = try #require(place.server.texts.first)
        #expect(text.contains("new messages: 120, new tickets: 60") && text.contains("#2049 and 10 more"))
        #expect(!text.contains("#2050"))
    }

    @Test func `a German desk writes German`() async throws {
        let place = try Place("team@example.com")
        var settings = place.test.desk.settings.value
        settings.language = .german
        place.test.desk.settings.replace(by: settings)
        try place.arrive((1042, 1, true))
        await place.watch().round()
        #expect(place.server.texts.first?.contains("Postfach support: neue Nachrichten: 1") == true)
    }

    private struct Place {
        let test: TestDesk
        let server = StaffServer()

        init(_ recipients: String...) throws {
            let addresses = try recipients.map { try Samples.address($0) }
            test = try TestDesk { $0.alerts.noticeRecipients = addresses }
        }

        func watch(_ rhythm: NoticeRhythm = .every(.seconds(900))) -> NoticeWatch {
            let server = server
            return NoticeWatch(
                desk: test.desk, rhythm: rhythm, zone: NoticeWatchTests.zone ?? .current, courier: { server })
        }

        func arrive(_ news: (ticket: Int64, messages: Int, isNew: Bool)...) throws {
            let mailbox = try Samples.mailboxName()
            let arrived = try news.map { news in
                TicketNews(
                    ticket: try #require(TicketNumber(news.ticket)), mailbox: mailbox, messages: news.messages,
                    isNew: news.isNew)
            }
            test.store.arrange { $0.note(arrived) }
        }
    }
}
