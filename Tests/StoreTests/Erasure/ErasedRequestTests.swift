import Desk
import DeskTesting
import Foundation
import Testing

@testable import Store

/// The request that asked for an erasure is closed by it, though nothing leads from it to the person any more.
@Suite struct ErasedRequestTests {
    private static func scene() async throws -> (ErasureDesk, RightsRequest) {
        let desk = try await ErasureDesk()
        _ = try await desk.subject.open(ErasureDesk.mail("a1"))
        try await desk.subject.sendAll()
        let helpdesk = Helpdesk(
            store: desk.store, keys: desk.store.keys, world: desk.fixture.clock.world, gate: SendGate(),
            board: MailboxBoard(), settings: CurrentSettings(desk.subject.settings), bells: OutboxBells())
        let person = try await desk.person().id
        let request = try await helpdesk.openOwnRequest(.erasure, wording: "", as: .person(person))
        try await desk.subject.sendAll()
        return (desk, request)
    }

    @Test func `a request of the portal is fulfilled when its erasure is certified, and not before`() async throws {
        let (desk, request) = try await Self.scene()
        let erasure = try await desk.forget()
        #expect(try await desk.store.rightsRequest(request.id)?.isOpen == true)
        try await desk.store.noteExpunged(erasure.id, removed: 0, left: 0)
        try await desk.certify(erasure.id)
        let closed = try #require(try await desk.store.rightsRequest(request.id))
        #expect(closed.decision == .fulfilled && closed.person == nil && closed.answeredAt != nil)
        #expect(try await desk.store.rightsDeadlines(limit: 10).isEmpty)
        try await desk.certify(erasure.id)
        #expect(try await desk.store.rightsRequest(request.id)?.version == closed.version, "once")
    }

    @Test func `with copies left on a server the request stays open, and somebody looks`() async throws {
        let (desk, request) = try await Self.scene()
        let erasure = try await desk.forget()
        try await desk.store.noteExpunged(erasure.id, removed: 0, left: 2)
        try await desk.certify(erasure.id)
        #expect(try await desk.store.rightsRequest(request.id)?.isOpen == true)
    }
}
