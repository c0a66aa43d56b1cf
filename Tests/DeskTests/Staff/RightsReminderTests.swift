import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

/// Each stage of each legal clock is told once, to those who answer for it, in references and days.
struct RightsReminderTests {
    /// Received on 2026-11-24 in Germany: the target and last day are 2026-12-24.
    @Test(
        arguments: [
            ("2026-12-09", .calm), ("2026-12-10", .fortnight), ("2026-12-16", .fortnight), ("2026-12-17", .week),
            ("2026-12-21", .days), ("2026-12-23", .tomorrow), ("2026-12-24", .tomorrow), ("2026-12-25", .overdue),
        ] as [(String, RightsRequestUrgency)])
    func `the stages are fourteen, seven, three days and one, and over`(
        day: String, stage: RightsRequestUrgency
    ) throws {
        let deadline = try Self.deadline()
        let today = try #require(CalendarDay(text: day))
        #expect(deadline.urgency(on: today) == stage)
        var waiting = deadline
        waiting.isSuspended = true
        #expect(waiting.urgency(on: today) == .calm)
    }

    @Test func `a stage is due once, and again when the clock was set back and comes back to it`() throws {
        var deadline = try Self.deadline()
        let week = try #require(CalendarDay(text: "2026-12-18")).end(in: ControllerPlace.zone(ofCountry: "DE")) - 3600
        #expect(RightsReminder([deadline], now: week).due.map(\.urgency) == [.week])
        deadline.reminded = .week
        #expect(RightsReminder([deadline], now: week) == RightsReminder([], now: week))
        deadline.clock.isExtended = true
        let extended = RightsReminder([deadline], now: week)
        #expect(extended.due.isEmpty && extended.calmer.map(\.urgency) == [.calm])
    }

    @Test func `the officer and those who hear alarms are told each stage once, and content never`() async throws {
        let place = try Place()
        await place.watch.round()
        #expect(place.server.taken.isEmpty)
        place.test.clock.advance(by: .seconds(17 * 86_400))
        await place.watch.round()
        await place.watch.round()
        #expect(Set(place.server.taken.map(\.recipient.text)) == ["dpo@example.com", "ops@example.com"])
        #expect(place.server.taken.count == 2)
        let text = try #require(place.server.texts.first)
        let request = place.request
        #expect(text.contains(request.reference) && text.contains(request.clock.dueDay.text))
        for content in ["erase me", "Ann", "customer.example", "erasure"] { #expect(!text.contains(content)) }
        place.test.clock.advance(by: .seconds(30 * 86_400))
        await place.watch.round()
        #expect(place.server.taken.count == 4 && place.server.texts.last?.contains("OVERDUE") == true)
    }

    @Test func `what no server took is told later, and what is closed is not told`() async throws {
        let place = try Place()
        place.test.clock.advance(by: .seconds(17 * 86_400))
        place.server.set(isUp: false)
        await place.watch.round()
        #expect(place.test.store.snapshot.reminded.isEmpty)
        place.server.set(isUp: true)
        await place.watch.round()
        #expect(place.server.taken.count == 2)
        place.test.store.arrange { $0.requests[place.request.id]?.state = .closed }
        place.test.clock.advance(by: .seconds(30 * 86_400))
        await place.watch.round()
        #expect(place.server.taken.count == 2)
    }

    @Test func `the book of alarms shows what is due and cries when it is overdue`() async throws {
        let place = try Place()
        #expect(await place.test.desk.lookForAlarms().isEmpty)
        place.test.clock.advance(by: .seconds(17 * 86_400))
        let server = place.server
        let alarms = AlarmWatch(desk: place.test.desk, courier: { server }, command: { _ in false })
        await alarms.round()
        #expect(place.test.desk.alarms.standing.map(\.key.kind) == [.requestsDue])
        // Its mails are the reminders.
        #expect(server.taken.isEmpty)
        let ready = await place.test.desk.readiness()
        #expect(ready.remarks.contains { $0.contains("requests-due") && $0.contains("ticketd requests list") })
        place.test.clock.advance(by: .seconds(30 * 86_400))
        await alarms.round()
        #expect(place.test.desk.alarms.standing.map(\.key.kind) == [.requestsOverdue])
        #expect(server.texts.last?.contains("requests-overdue") == true)
        #expect(!AlarmKind.requestsOverdue.isMutable && !AlarmKind.requestsDue.isMutable)
        place.test.store.arrange { $0.requests[place.request.id]?.state = .closed }
        #expect(await !place.test.desk.lookForAlarms().contains { $0.key.kind == .requestsOverdue })
    }

    private static func deadline() throws -> RightsDeadline {
        let received = try #require(CalendarDay(text: "2026-11-24"))
        return RightsDeadline(
            id: RightsRequestID(ObjectID(high: 1, low: 2)), clock: LegalClock(receivedOn: received, country: "DE"))
    }

    private struct Place {
        let test: TestDesk
        let server = StaffServer()
        let request: RightsRequest

        init() throws {
            let ops = try Samples.address("ops@example.com")
            test = try TestDesk { $0.alerts = AlertPlan(recipients: [ops], noFetch: .seconds(365 * 86_400)) }
            let day = CalendarDay(TestDesk.start, in: ControllerPlace.zone(ofCountry: "DE"))
            let request = RightsRequest(
                id: RightsRequestID(from: test.desk.world), right: .erasure, channel: .phone,
                receivedAt: TestDesk.start, clock: LegalClock(receivedOn: day, country: "DE"), person: test.person,
                ticket: nil, wording: "erase me", contact: nil)
            self.request = request
            test.store.arrange { $0.requests[request.id] = request }
        }

        var watch: RightsReminderWatch { RightsReminderWatch(desk: test.desk, courier: { server }) }
    }
}
