import Desk
import DeskTesting
import Foundation
import Mail
import Testing

/// Who may erase, and what the answer promises.
struct ErasureVerbsTests {
    private let verification = ErasureVerification(how: .phone, by: "Otto")

    private func token(_ desk: TestDesk, _ scopes: Set<Scope>, _ mailboxes: Set<MailboxName>? = nil) -> Principal {
        .token(AccessTokenID(from: desk.desk.world), scopes: scopes, mailboxes: mailboxes)
    }

    @Test func `when the verb answers, the person is gone and nothing waits for them`() async throws {
        let desk = try TestDesk()
        let erasure = try await desk.desk.erase(desk.person, verified: verification, as: .operatorOnHost)
        #expect(erasure.state == .forgotten)
        #expect(desk.store.snapshot.people.isEmpty && desk.store.snapshot.entries.isEmpty)
        #expect(try await desk.desk.erasures(limit: 10, as: .operatorOnHost).map(\.id) == [erasure.id])
    }

    @Test func `only the scope for it erases, and nobody who is bound to some mailboxes`() async throws {
        let desk = try TestDesk()
        let support = try #require(MailboxName("support"))
        let writes = desk.store.snapshot.writes
        for principal in [
            token(desk, [.ticketsWrite, .peopleRead, .privacyExport, .dpo]), token(desk, [.privacyErase], [support]),
            .unmappedLocalUser,
        ] {
            await #expect(throws: DeskRefusal.forbidden(.privacyErase)) {
                try await desk.desk.erase(desk.person, verified: verification, as: principal)
            }
            await #expect(throws: DeskRefusal.forbidden(.privacyErase)) {
                _ = try await desk.desk.erasurePreview(of: desk.person, as: principal)
            }
        }
        #expect(desk.store.snapshot.writes == writes)
        _ = try await desk.desk.erase(desk.person, verified: verification, as: token(desk, [.privacyErase]))
    }

    @Test(arguments: ["", " ", "two\nlines"])
    func `nobody is erased without a name to answer for it`(name: String) async throws {
        let desk = try TestDesk()
        await #expect(throws: DeskRefusal.self) {
            try await desk.desk.erase(
                desk.person, verified: ErasureVerification(how: .phone, by: name), as: .operatorOnHost)
        }
        #expect(desk.store.snapshot.people.count == 1)
    }

    @Test func `P16 beyond the limit only the data protection officer lets it go on`() async throws {
        let desk = try TestDesk { $0.erasure.limit = 0 }
        let held = try await desk.desk.erase(desk.person, verified: verification, as: .operatorOnHost)
        #expect(held.state == .held && desk.store.snapshot.people.count == 1)
        await #expect(throws: DeskRefusal.forbidden(.dpo)) {
            try await desk.desk.approveErasure(held.id, as: .operatorOnHost)
        }
        // Said again, it is the same one and still waits.
        #expect(
            try await desk.desk.erase(desk.person, verified: verification, as: .operatorOnHost).id == held.id)
        let approved = try await desk.desk.approveErasure(held.id, as: token(desk, [.dpo]))
        #expect(approved.state == .forgotten && desk.store.snapshot.people.isEmpty)
    }

    @Test func `what the portal asks for waits and is carried out when its time has come`() async throws {
        let desk = try TestDesk()
        let asked = try await desk.desk.askForErasure(of: desk.person)
        #expect(asked.state == .waiting)
        try await desk.desk.resumeErasures()
        #expect(desk.store.snapshot.people.count == 1)
        desk.clock.advance(by: .seconds(86_400))
        try await desk.desk.resumeErasures()
        #expect(desk.store.snapshot.people.isEmpty)
    }

    @Test func `the worker takes an erasure to its end`() async throws {
        let desk = try TestDesk()
        let erasure = try await desk.desk.erase(desk.person, verified: verification, as: .operatorOnHost)
        let worker = ErasureWorker(desk: desk.desk, folder: { _, _ in nil })
        #expect(try await worker.advance(erasure))
        #expect(try await desk.desk.erasure(erasure.id, as: .operatorOnHost).0.state == .done)
    }

    @Test func `a message is redacted by those who may erase, with words`() async throws {
        let desk = try TestDesk()
        let message = try #require(desk.store.snapshot.tickets[desk.number]?.messages.first?.id)
        await #expect(throws: DeskRefusal.forbidden(.privacyErase)) {
            try await desk.desk.redact(
                message, of: desk.number, text: "x", as: token(desk, [.ticketsWrite, .ticketsRead]))
        }
        await #expect(throws: DeskRefusal.self) {
            try await desk.desk.redact(message, of: desk.number, text: " \n", as: .operatorOnHost)
        }
        let redacted = try await desk.desk.redact(message, of: desk.number, text: "[…]", as: .operatorOnHost)
        #expect(redacted.text == "[…]")
    }
}
