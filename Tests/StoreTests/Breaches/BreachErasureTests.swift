import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// What a breach keeps of somebody who was erased, and what a key lost to a thief concerns.
@Suite struct BreachErasureTests {
    @Test func `an erased person is counted and not named any more`() async throws {
        let desk = try await ErasureDesk()
        let own = try await desk.subject.open(ErasureDesk.mail("own"))
        let others = try await desk.subject.open(ErasureDesk.other("others"))
        let number = try await Self.opened(desk).number
        for tickets in [[own], [own, others]] {
            _ = try await desk.store.addAffected(.tickets(tickets), to: number, by: .operatorOnHost, now: desk.now)
        }
        let before = try #require(try await desk.store.breach(number))
        #expect(before.affected == AffectedCounts(people: 2, records: 4))
        try await desk.forget()
        let after = try #require(try await desk.store.breach(number))
        #expect(after.affected == before.affected)
        #expect(after.erased == AffectedCounts(people: 1, records: 2))
        let left = try await desk.store.affected(by: number, after: nil, limit: 9)
        #expect(left.compactMap(\.address?.text) == ["bert@other.example"])
    }

    @Test func `an epoch of keys concerns whoever was there while it wrapped them`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("own"))
        desk.fixture.clock.advance(by: .seconds(60))
        _ = try await desk.store.beginKeyRotation(root: desk.fixture.root, by: .operatorOnHost, now: desk.now)
        desk.fixture.clock.advance(by: .seconds(60))
        _ = try await desk.subject.open(ErasureDesk.other("others"))
        #expect(try await desk.store.countAffected(.keyEpoch(1))?.people == 1)
        #expect(try await desk.store.countAffected(.keyEpoch(2))?.people == 2)
        #expect(try await desk.store.countAffected(.keyEpoch(3)) == nil)
    }

    private static func opened(_ desk: ErasureDesk) async throws -> Breach {
        try await desk.store.openBreach(
            BreachDraft(detectedAt: desk.now, awareAt: desk.now, decidedBy: "B. Muster", kinds: [.confidentiality]),
            by: .operatorOnHost, now: desk.now)
    }
}
