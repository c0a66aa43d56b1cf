import DeskTesting
import Foundation
import Testing

@testable import Desk

/// The moves a request may make, and those it may not.
struct RightsRequestTests {
    @Test func `erasing needs to know who asks`() throws {
        let request = try Self.request(.erasure, on: "2026-03-05")
        #expect(throws: DeskRefusal.self) { try Self.decide(request, .fulfilled) }
        let proved = try request.proving(.link(at: Self.now), on: Self.day("2026-03-06"))
        #expect(proved.state == .verified)
        #expect(try Self.decide(proved, .fulfilled).state == .closed)
    }

    @Test func `an objection to advertising needs no proof`() throws {
        let request = try Self.request(.marketingObjection, on: "2026-03-05")
        #expect(try Self.decide(request, .fulfilled).decision == .fulfilled)
    }

    @Test func `a refusal is signed by a DPO`() throws {
        let request = try Self.request(.access, on: "2026-03-05")
        let refusal = RightsRequest.Decision.refused(.excessive, reasons: "The hundredth this week.")
        #expect(throws: DeskRefusal.self) { try Self.decide(request, refusal) }
        let refused = try request.deciding(
            refusal, signedOffBy: "agent:1", at: Self.now, on: Self.day("2026-03-06"))
        #expect(refused.signedOffBy == "agent:1")
        #expect(refused.decision?.ground == .excessive)
    }

    @Test func `the clock stands still while we wait for the person, once`() throws {
        let request = try Self.request(.access, on: "2026-03-05")
        let waiting = try request.suspending(on: Self.day("2026-03-07"))
        #expect(waiting.state == .suspended)
        let answered = try waiting.resuming(on: Self.day("2026-03-17"))
        #expect(answered.clock.targetDay.text == "2026-04-15")
        #expect(throws: DeskRefusal.self) { try answered.suspending(on: Self.day("2026-03-08")) }
        // Proof ends the waiting too.
        let proved = try waiting.proving(.link(at: Self.now), on: Self.day("2026-03-09"))
        #expect(proved.clock.suspendedDays == 2)
        #expect(proved.suspendedOn == nil)
    }

    @Test func `asking late does not stop the clock`() throws {
        let request = try Self.request(.access, on: "2026-03-05")
        #expect(throws: DeskRefusal.self) { try request.suspending(on: Self.day("2026-03-13")) }
    }

    @Test func `an extension is told within the first month, once`() throws {
        let request = try Self.request(.access, on: "2026-03-05")
        let extended = try request.extending(because: "Four thousand mails.", on: Self.day("2026-04-07"))
        #expect(extended.clock.dueDay.text == "2026-06-05")
        #expect(throws: DeskRefusal.self) { try extended.extending(because: "More.", on: Self.day("2026-04-07")) }
        #expect(throws: DeskRefusal.self) { try request.extending(because: "Late.", on: Self.day("2026-04-08")) }
    }

    @Test func `nothing moves a closed request`() throws {
        let closed = try Self.decide(try Self.request(.access, on: "2026-03-05"), .withdrawn)
        let day = try Self.day("2026-03-06")
        #expect(throws: DeskRefusal.self) { try closed.proving(.link(at: Self.now), on: day) }
        #expect(throws: DeskRefusal.self) { try closed.suspending(on: day) }
        #expect(throws: DeskRefusal.self) { try closed.extending(because: "x", on: day) }
        #expect(throws: DeskRefusal.self) { try Self.decide(closed, .fulfilled) }
    }

    @Test(
        arguments: zip(
            ["2026-03-20", "2026-03-22", "2026-03-29", "2026-04-02", "2026-04-04", "2026-04-07", "2026-04-08"],
            [RightsRequestUrgency.calm, .fortnight, .week, .days, .tomorrow, .tomorrow, .overdue]))
    func `urgency grows with the day`(today: String, urgency: RightsRequestUrgency) throws {
        let request = try Self.request(.access, on: "2026-03-05")
        #expect(RightsRequestUrgency(of: request, on: try Self.day(today)) == urgency)
    }

    static let now = Date(timeIntervalSince1970: 1_772_700_000)

    static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text: text)) }

    static func request(_ right: RightsRequest.Right, on day: String) throws -> RightsRequest {
        RightsRequest(
            id: RightsRequestID(from: TestWorld().world), right: right, channel: .phone, receivedAt: now,
            clock: LegalClock(receivedOn: try Self.day(day), country: "DE"), person: nil, ticket: nil,
            wording: "Please.", contact: nil)
    }

    private static func decide(
        _ request: RightsRequest, _ decision: RightsRequest.Decision
    ) throws -> RightsRequest {
        try request.deciding(decision, signedOffBy: nil, at: now, on: day("2026-03-06"))
    }
}
