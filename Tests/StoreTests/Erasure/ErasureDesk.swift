import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// A store with a person to be erased, and short ways to take an erasure through its steps.
struct ErasureDesk {
    let fixture: StoreFixture
    let subject: StoreSubject
    var policy = ErasurePolicy(
        limit: 20, delay: .seconds(86_400), keysKept: .seconds(7 * 86_400),
        unreachableCopies: ["snapshots of the machine, 14 days"])

    static let address = "ada@customer.example"
    static let name = "Ada Zqlovelace"

    init() async throws {
        fixture = try await StoreFixture()
        subject = try fixture.subject()
    }

    struct Unplanned: Error {}

    var store: Store { fixture.store }
    var now: Date { fixture.clock.now }

    /// A mail of the person who is to be erased.
    static func mail(_ id: String, _ change: (inout SampleMail) -> Void = { _ in }) -> SampleMail {
        .make {
            $0.from = "\(name) <\(address)>"
            $0.messageID = "\(id)@customer.example"
            change(&$0)
        }
    }

    static func other(_ id: String, _ change: (inout SampleMail) -> Void = { _ in }) -> SampleMail {
        .make {
            $0.from = "Bert <bert@other.example>"
            $0.messageID = "\(id)@other.example"
            change(&$0)
        }
    }

    func person(_ address: String = ErasureDesk.address) async throws -> Person {
        try #require(try await store.person(withAddress: Samples.address(address)))
    }

    func order(_ origin: ErasureOrder.Origin = .agent, of person: Person? = nil) async throws -> ErasureOrder {
        let id: PersonID
        if let person { id = person.id } else { id = try await self.person().id }
        return ErasureOrder(
            person: id, verification: ErasureVerification(how: .phone, by: "Otto Operator"), origin: origin,
            author: .operatorOnHost)
    }

    func plan(_ origin: ErasureOrder.Origin = .agent, of person: Person? = nil) async throws -> Erasure {
        let planning = try await store.planErasure(order(origin, of: person), under: policy, now: now)
        guard case .planned(let erasure) = planning else {
            Issue.record("not planned but \(planning)")
            throw Unplanned()
        }
        return erasure
    }

    /// Plans and takes the step that cannot be taken back.
    @discardableResult
    func forget() async throws -> Erasure {
        let erasure = try await plan()
        try await store.forget(erasure.id, now: now)
        return try #require(try await store.erasure(erasure.id))
    }

    /// All steps, with no mail server; answers the certificate and the mails that left after it.
    func erase() async throws -> (Erasure, [Message]) {
        let id = try await forget().id
        try await store.noteExpunged(id, removed: 0, left: 0)
        _ = try await store.findMentions(of: id)
        try await certify(id)
        let mails = try await subject.sendAll()
        #expect(try await store.finishErasure(id, under: policy, now: now))
        return (try #require(try await store.erasure(id)), mails)
    }

    func certify(_ id: ErasureID) async throws {
        try await store.certify(
            id, under: policy,
            by: Dispatch(settings: subject.settings, keys: store.keys, world: fixture.clock.world))
    }

    /// How many of these bytes lie in the files of the store.
    func marks(_ marks: [UInt8]...) throws -> Int {
        try ByteSearch(marks).search(folder: fixture.directory, except: [StateFiles.ledgerName]).found
    }
}
