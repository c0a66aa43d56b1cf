import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

@testable import Store

/// Art. 17(3): what must not be destroyed yet is restricted, and erased when nothing keeps it any more.
@Suite struct HoldTests {
    private static func hold(_ desk: ErasureDesk) async throws -> LegalHold {
        let today = CalendarDay(desk.now, in: .gmt)
        let hold = LegalHold(
            id: LegalHoldID(from: desk.fixture.clock.world), person: try await desk.person().id,
            matter: "Case zqmatter7", ground: .legalClaims, setAt: desk.now, setBy: "agent:7",
            reviewOn: today.adding(months: 1))
        #expect(try await desk.store.add(hold, by: .daemon))
        return hold
    }

    private static func state(_ desk: ErasureDesk, _ id: ErasureID) async throws -> ErasureState? {
        try await desk.store.erasure(id)?.state
    }

    @Test func `an erasure of a held person destroys nothing, and goes on when the hold is lifted`() async throws {
        let desk = try await ErasureDesk()
        let number = try await desk.subject.open(ErasureDesk.mail("one"))
        let hold = try await Self.hold(desk)
        let erasure = try await desk.plan()
        #expect(erasure.state == .onHold)
        try await desk.store.forget(erasure.id, now: desk.now)
        #expect(try await Self.state(desk, erasure.id) == .onHold)
        #expect(try await desk.subject.view(number).messages.first?.text.contains("burns") == true)
        let lifted = try #require(try await desk.store.liftHold(hold.id, by: .daemon, now: desk.now))
        #expect(lifted.matter == "Case zqmatter7" && !lifted.isStanding)
        #expect(try await desk.store.liftHold(hold.id, by: .daemon, now: desk.now) == nil)
        #expect(try await desk.store.takeUpErasure(erasure.id, under: desk.policy, now: desk.now) == .planned)
        try await desk.store.forget(erasure.id, now: desk.now)
        #expect(try await Self.state(desk, erasure.id) == .forgotten)
        // What is left of the hold names nobody.
        let rest = try #require(try await desk.store.holds().first)
        #expect(rest.person == nil && rest.matter.isEmpty)
        #expect(try desk.marks(Array("zqmatter7".utf8)) == 0)
    }

    @Test func `a hold that comes between the order and its time stops the erasure`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("one"))
        let erasure = try await desk.plan(.portal)
        #expect(erasure.state == .waiting)
        _ = try await Self.hold(desk)
        desk.fixture.clock.advance(by: .seconds(86_400))
        #expect(try await desk.store.takeUpErasure(erasure.id, under: desk.policy, now: desk.now) == .onHold)
        let waits = try await desk.store.waitingErasures()
        #expect(waits.map(\.erasure.id) == [erasure.id] && waits.allSatisfy(\.isOnHold))
        let person = try await desk.person().id
        #expect(waits.first?.person == person && waits.first?.ground == .hold)
    }

    @Test func `erasures of the portal that come due count against the daily limit`() async throws {
        var desk = try await ErasureDesk()
        desk.policy.limit = 1
        _ = try await desk.subject.open(ErasureDesk.mail("one"))
        _ = try await desk.subject.open(ErasureDesk.other("two"))
        let first = try await desk.plan(.portal)
        let second = try await desk.plan(.portal, of: try await desk.person("bert@other.example"))
        #expect(first.state == .waiting && second.state == .waiting)
        desk.fixture.clock.advance(by: .seconds(86_400))
        #expect(try await desk.store.takeUpErasure(first.id, under: desk.policy, now: desk.now) == .planned)
        try await desk.store.forget(first.id, now: desk.now)
        #expect(try await desk.store.takeUpErasure(second.id, under: desk.policy, now: desk.now) == .held)
        let figures = try await desk.store.alarmFigures(now: desk.now)
        #expect(figures.heldErasures == 1 && figures.dueHolds == 0)
    }

    @Test func `a hold is due on its day of review until it is lifted`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("one"))
        let hold = try await Self.hold(desk)
        #expect(try await desk.store.alarmFigures(now: desk.now).dueHolds == 0)
        desk.fixture.clock.advance(by: .seconds(32 * 86_400))
        #expect(try await desk.store.alarmFigures(now: desk.now).dueHolds == 1)
        _ = try await desk.store.liftHold(hold.id, by: .daemon, now: desk.now)
        #expect(try await desk.store.alarmFigures(now: desk.now).dueHolds == 0)
    }

    @Test func `an older copy of the desk gets the hold back, without its matter`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("one"))
        let (files, keys) = try await LedgerReplayTests.backUp(desk.fixture)
        let hold = try await Self.hold(desk)
        try desk.store.close()
        try LedgerReplayTests.put(files, keys, desk.fixture)
        let restored = try await desk.fixture.reopen()
        let back = try #require(try await restored.holds().first)
        #expect(back.id == hold.id && back.person == hold.person && back.reviewOn == hold.reviewOn)
        #expect(back.isStanding && back.matter.isEmpty)
        try restored.close()
    }
}
