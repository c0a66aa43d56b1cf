import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

@testable import Store

/// When an erasure begins, and that each of its steps can be said again.
@Suite struct ErasureStepsTests {
    @Test func `P16 beyond the daily limit an erasure waits for a signature`() async throws {
        var desk = try await ErasureDesk()
        desk.policy.limit = 2
        var states: [ErasureState] = []
        for index in 1...3 {
            _ = try await desk.subject.open(ErasureDesk.other("p\(index)") { $0.from = "p\(index)@other.example" })
            let erasure = try await desk.plan(of: desk.person("p\(index)@other.example"))
            states.append(erasure.state)
        }
        #expect(states == [.planned, .planned, .held])
        let held = try #require(try await desk.store.erasures(limit: 10).first { $0.state == .held })
        try await desk.store.forget(held.id, now: desk.now)
        #expect(try await desk.store.person(withAddress: Samples.address("p3@other.example")) != nil)
        #expect(try await desk.store.approveErasure(held.id, by: .operatorOnHost, now: desk.now))
        try await desk.store.forget(held.id, now: desk.now)
        #expect(try await desk.store.person(withAddress: Samples.address("p3@other.example")) == nil)
        #expect(try await desk.store.approveErasure(held.id, by: .operatorOnHost, now: desk.now) == false)
        desk.fixture.clock.advance(by: .seconds(2 * 86_400))
        _ = try await desk.subject.open(ErasureDesk.other("p9") { $0.from = "p9@other.example" })
        #expect(try await desk.plan(of: desk.person("p9@other.example")).state == .planned)
    }

    @Test func `what the portal asks for waits, and can be taken back`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("first"))
        let erasure = try await desk.plan(.portal)
        #expect(erasure.state == .waiting && erasure.notBefore == desk.now.addingTimeInterval(86_400))
        #expect(try await desk.store.unfinishedErasures(now: desk.now).isEmpty)
        #expect(try await desk.store.unfinishedErasures(now: erasure.notBefore).map(\.id) == [erasure.id])
        #expect(try await desk.plan().id == erasure.id)
        #expect(try await desk.store.cancelErasure(erasure.id, by: .daemon, now: desk.now))
        #expect(try await desk.store.cancelErasure(erasure.id, by: .daemon, now: desk.now) == false)
        #expect(try desk.store.keys.hasKey(erasure.id.object) == false)
        try await desk.store.forget(erasure.id, now: erasure.notBefore)
        #expect(try await desk.person().tickets.count == 1)
        #expect(try await desk.plan().id != erasure.id)
    }

    @Test func `nobody and the stand-in for senders without an address are not erased`() async throws {
        let desk = try await ErasureDesk()
        let order = ErasureOrder(
            person: PersonID(from: desk.fixture.clock.world),
            verification: ErasureVerification(how: .letter, by: "Otto"), author: .operatorOnHost)
        #expect(try await desk.store.planErasure(order, under: desk.policy, now: desk.now) == .nobody)
        _ = try await desk.subject.receive([
            Arrival(
                uid: 90, receivedAt: desk.now,
                content: .unreadable(bytes: Array("From: x".utf8), reason: .couldNotBeStored))
        ])
        let standIn = try await desk.person(ArrivalReading.missingAuthor)
        let planning = try await desk.store.planErasure(
            desk.order(of: standIn), under: desk.policy, now: desk.now)
        #expect(planning == .standIn)
    }

    @Test func `keys that were destroyed before a crash are followed by the rows`() async throws {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("first"))
        let person = try await desk.person()
        let erasure = try await desk.plan()
        try desk.store.keys.destroyKeys(of: person.id.object)
        try desk.store.close()
        let store = try await desk.fixture.reopen()
        try await store.forget(erasure.id, now: desk.now)
        #expect(try await store.person(person.id) == nil)
        #expect(try await store.erasure(erasure.id)?.erased?.messages == 2)
        // Said again, it changes nothing.
        let before = try await store.erasure(erasure.id)
        try await store.forget(erasure.id, now: desk.now)
        #expect(try await store.erasure(erasure.id) == before)
    }

    @Test func `the ledger has the person before the key is gone, and the mails that must not come back`() async throws
    {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("first"))
        let person = try await desk.person()
        let erasure = try await desk.forget()
        let entry = try #require(try desk.store.ledger.entries(after: 0).last)
        guard case .erased(let erased, let id, let mails) = entry.act else {
            Issue.record("\(entry.act)")
            return
        }
        #expect(erased == person.id && id == erasure.id.object && mails.count == 1)
    }
}
