import Desk
import DeskTesting
import Foundation
import Mail
import Synchronization
import Testing

/// The whole way of an alarm at a desk in memory: seen, mailed or commanded, kept, repeated, cleared.
struct AlarmWatchTests {
    private struct Place {
        let test: TestDesk
        let server = StaffServer()
        let name: MailboxName

        init(_ recipients: String...) throws {
            let addresses = try recipients.map { try Samples.address($0) }
            test = try TestDesk { settings in
                settings.alerts.recipients = addresses
                // Mailboxes are silent here; that is told elsewhere.
                settings.alerts.noFetch = .seconds(30 * 86_400)
            }
            name = try Samples.mailboxName()
        }
    }

    private static func watch(_ place: Place, command: Bool? = nil) -> (AlarmWatch, Commands) {
        let commands = Commands(isWell: command)
        let server = place.server
        return (AlarmWatch(desk: place.test.desk, courier: { server }, command: { commands.run($0) }), commands)
    }

    /// The operator's command; nil is none.
    private final class Commands: Sendable {
        private let isWell: Bool?
        private let seen = Mutex([AlarmNotice]())

        init(isWell: Bool?) { self.isWell = isWell }

        var notices: [AlarmNotice] { seen.withLock { $0 } }

        func run(_ notice: AlarmNotice) -> Bool {
            guard let isWell else { return false }
            seen.withLock { $0.append(notice) }
            return isWell
        }
    }

    @Test func `the data protection officer hears of the clock of a breach, and of nothing else`() async throws {
        let place = try Place("ops@example.com")
        let (watch, _) = Self.watch(place)
        place.test.desk.board.report(.stopped(.loginRefused), of: place.name)
        await watch.round()
        #expect(place.server.taken.count == 1)
        let now = place.test.clock.now
        place.test.store.arrange { $0.figures.breachClocks = [now.addingTimeInterval(-50 * 3600)] }
        place.test.clock.advance(by: .seconds(10))
        await watch.round()
        #expect(place.server.taken.count == 3)
        #expect(place.server.texts.suffix(2).allSatisfy { $0.contains("breach-reminder-2") && $0.contains("21 hours") })
        #expect(place.server.taken.last?.recipient.text == "dpo@example.com")
    }

    @Test func `a refused login is mailed once, again after a day, and cleared`() async throws {
        let place = try Place("ops@example.com")
        let (watch, _) = Self.watch(place)
        place.test.desk.board.report(.stopped(.loginRefused), of: place.name)
        for _ in 1...5 {
            await watch.round()
            place.test.clock.advance(by: .seconds(10))
        }
        #expect(place.server.taken.count == 1)
        let first = try #require(place.server.texts.first)
        #expect(first.contains("ALARM login-refused: mailbox support: the IMAP server refuses the login, since 2026-"))
        #expect(first.contains("Do this: correct the password"))
        place.test.clock.advance(by: .seconds(86_400))
        await watch.round()
        #expect(place.server.texts.last?.contains("STILL login-refused") == true)
        place.test.desk.board.report(.waiting(idle: true), of: place.name)
        place.test.desk.board.reportSuccess(of: place.name, at: place.test.clock.now)
        await watch.round()
        place.test.clock.advance(by: .seconds(300))
        await watch.round()
        #expect(place.server.taken.count == 3)
        #expect(place.server.texts.last?.contains("OVER login-refused") == true)
        #expect(place.test.store.snapshot.alarms.isEmpty)
    }

    @Test func `P6 an alarm is a staff mail with a link that opens settings, and an automatic one`() async throws {
        let place = try Place("ops@example.com")
        place.test.desk.board.report(.stopped(.tlsRefused), of: place.name)
        await Self.watch(place).0.round()
        let mail = try #require(place.server.taken.first)
        #expect(UnsubscribeProof(of: mail.bytes)?.link == mail.unsubscribe)
        let message = MessageParser().parse(mail.bytes)
        #expect(message.rawHeaders("Auto-Submitted") == ["auto-generated"])
        #expect(message.rawHeaders("Reply-To").isEmpty)
        let token = try #require(mail.unsubscribe.bodyURL.split(separator: "/").last.map(String.init))
        #expect(try await place.test.desk.noticePage(token: token)?.isMuted == false)
        // The same link is none of a customer.
        await #expect(throws: DeskRefusal.notFound(.link)) {
            try await place.test.desk.unsubscribe(token: token, scope: .everything, source: .oneClick)
        }
    }

    @Test func `alarms of one look are one mail to each recipient`() async throws {
        let place = try Place("ops@example.com", "boss@example.com")
        place.test.desk.board.report(.stopped(.loginRefused), of: place.name)
        place.test.store.arrange { $0.figures.courtesies.toEverybodyLastHour = 100 }
        await Self.watch(place).0.round()
        #expect(place.server.taken.map(\.recipient.text) == ["ops@example.com", "boss@example.com"])
        for text in place.server.texts {
            #expect(text.contains("login-refused") && text.contains("automatic-mail-limit"))
        }
    }

    @Test func `a restart neither repeats nor forgets`() async throws {
        let place = try Place("ops@example.com")
        place.test.desk.board.report(.stopped(.loginRefused), of: place.name)
        await Self.watch(place).0.round()
        #expect(place.server.taken.count == 1)
        // The next life: an empty board of mailboxes, and the book from the disk.
        let next = Helpdesk(
            store: place.test.store, keys: place.test.keys, world: place.test.desk.world, gate: SendGate(),
            board: MailboxBoard(), settings: place.test.desk.settings, bells: OutboxBells())
        next.alarms.restore(try await place.test.store.alarms())
        let server = place.server
        let watch = AlarmWatch(desk: next, courier: { server }, command: { _ in false })
        await watch.round()
        #expect(next.alarms.standing.map(\.key.kind) == [.loginRefused])
        next.board.report(.stopped(.loginRefused), of: place.name)
        await watch.round()
        #expect(place.server.taken.count == 1)
        place.test.clock.advance(by: .seconds(86_400))
        await watch.round()
        #expect(place.server.texts.last?.contains("STILL login-refused") == true)
    }

    @Test func `a store that cannot be written silences nothing`() async throws {
        let place = try Place("ops@example.com")
        let (watch, _) = Self.watch(place)
        place.test.store.fail(writing: .notWritable)
        await watch.round()
        #expect(place.server.texts.first?.contains("ALARM store-not-writable") == true)
        place.test.clock.advance(by: .seconds(60))
        await watch.round()
        #expect(place.server.taken.count == 1)
        place.test.store.fail(reading: .damaged, writing: .damaged)
        await watch.round()
        #expect(place.server.texts.last?.contains("ALARM store-unreadable") == true)
    }

    @Test func `a disk that fails is told before it ends the process`() async throws {
        let place = try Place("ops@example.com")
        place.test.store.fail(reading: .ioFailed, writing: .ioFailed)
        await #expect(throws: StoreFailure.ioFailed) { try await Self.watch(place).0.watch() }
        #expect(place.server.texts.first?.contains("ALARM store-unreadable") == true)
    }

    @Test func `an alarm that cannot be mailed runs the command once and turns readiness red`() async throws {
        let place = try Place("ops@example.com")
        let (watch, commands) = Self.watch(place, command: true)
        place.server.set(isUp: false)
        place.test.store.arrange { $0.figures.courtesies.toEverybodyLastHour = 100 }
        await watch.round()
        #expect(commands.notices.map(\.occasion) == [.raised])
        let readiness = await place.test.desk.readiness()
        #expect(!readiness.isReady)
        #expect(readiness.problems.first?.contains("automatic-mail-limit") == true)
        place.test.clock.advance(by: .seconds(300))
        await watch.round()
        #expect(commands.notices.count == 1)
        place.server.set(isUp: true)
        place.test.clock.advance(by: .seconds(300))
        await watch.round()
        #expect(place.server.taken.count == 1)
        let after = await place.test.desk.readiness()
        #expect(after.isReady && after.remarks.count == 1)
    }

    @Test func `without an address the command is told, and again until it says that it did`() async throws {
        let place = try Place()
        let (watch, commands) = Self.watch(place, command: false)
        place.test.desk.board.report(.stopped(.loginRefused), of: place.name)
        await watch.round()
        await watch.round()
        #expect(commands.notices.count == 1)
        place.test.clock.advance(by: .seconds(300))
        await watch.round()
        #expect(commands.notices.count == 2)
        #expect(place.server.taken.isEmpty)
    }

    @Test func `nothing is mailed without a link that works`() async throws {
        let place = try Place("ops@example.com")
        var settings = place.test.desk.settings.value
        settings.sendingRefusal = "no public_url"
        place.test.desk.settings.replace(by: settings)
        place.test.desk.board.report(.stopped(.loginRefused), of: place.name)
        await Self.watch(place).0.round()
        #expect(place.server.taken.isEmpty)
        #expect(await place.test.desk.readiness().problems.first?.contains("nobody could be mailed") == true)
    }

    @Test func `a mute spares warnings and never delivery, and the last recipient keeps hearing`() async throws {
        let place = try Place("ops@example.com", "boss@example.com")
        let (watch, _) = Self.watch(place)
        place.test.store.arrange { $0.figures.courtesies.toEverybodyLastHour = 100 }
        await watch.round()
        let tokens = try place.server.taken.map { mail in
            try #require(mail.unsubscribe.headerURL.split(separator: "/").last.map(String.init))
        }
        #expect(try await place.test.desk.muteNotices(token: tokens[0], source: .oneClick).isLast == false)
        place.test.clock.advance(by: .seconds(86_400))
        await watch.round()
        #expect(place.server.taken.dropFirst(2).map(\.recipient.text) == ["boss@example.com"])
        // The last one may ask and goes on hearing.
        #expect(try await place.test.desk.muteNotices(token: tokens[1], source: .page).isLast)
        place.test.desk.board.report(.stopped(.loginRefused), of: place.name)
        place.test.clock.advance(by: .seconds(86_400))
        await watch.round()
        let last = place.server.taken.dropFirst(3)
        #expect(last.map(\.recipient.text) == ["ops@example.com", "boss@example.com"])
        #expect(place.server.texts[3].contains("login-refused"))
        #expect(!place.server.texts[3].contains("automatic-mail-limit"))
        #expect(place.server.texts[4].contains("automatic-mail-limit"))
    }

    @Test func `a courier of its own says where the alarm comes from`() async throws {
        let place = try Place("ops@example.com")
        var settings = place.test.desk.settings.value
        settings.alerts.sender = try Samples.address("alerts@elsewhere.example")
        place.test.desk.settings.replace(by: settings)
        place.test.desk.board.report(.stopped(.loginRefused), of: place.name)
        await Self.watch(place).0.round()
        let mail = try #require(place.server.taken.first)
        let message = MessageParser().parse(mail.bytes)
        #expect(message.rawHeaders("From").first?.contains("alerts@elsewhere.example") == true)
        #expect(mail.unsubscribe.mailto.text == "support@example.com")
    }
}
