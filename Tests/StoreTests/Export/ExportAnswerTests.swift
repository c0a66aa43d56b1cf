import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

@testable import Store

/// A copy as the answer to a request: decided, handed over and linked in one step, or not at all.
@Suite struct ExportAnswerTests {
    private struct Scene {
        let desk: ExportDesk
        let export: Export
        let request: RightsRequest

        init(proved: Bool = true, right: RightsRequest.Right = .access) async throws {
            desk = try await ExportDesk()
            _ = try await desk.subject.open(ExportDesk.mail("a1"))
            try await desk.subject.sendAll()
            export = try await desk.made().0
            let opened = try await desk.desk.openRequest(
                RightsRequestDraft(
                    right: right, channel: .phone, person: desk.person().id, wording: "Everything",
                    acknowledges: false),
                as: .operatorOnHost)
            let proof = RightsRequest.Identity.byStaff(how: "called back", by: "operator", at: desk.now)
            request =
                proved ? try await desk.desk.move(opened.id, by: .prove(proof), as: .operatorOnHost) : opened
        }

        /// The secrets in the mails that leave now.
        func links() async throws -> [LinkToken] {
            try await desk.subject.sendAll().compactMap { mail in
                mail.readableText().text.firstMatch(of: /\/my\/link\/([A-Za-z0-9_-]{43})/)
                    .flatMap { LinkToken(String($0.1)) }
            }
        }

        var dispatch: Dispatch {
            Dispatch(settings: desk.subject.settings, keys: desk.store.keys, world: desk.fixture.clock.world)
        }
    }

    @Test func `a request is closed by its copy, and one mail brings a link that works once`() async throws {
        let scene = try await Scene()
        let (store, now) = (scene.desk.store, scene.desk.now)
        let closed = try await scene.desk.desk.answer(scene.request.id, with: scene.export.id, as: .operatorOnHost)
        #expect(closed.decision == .fulfilled && closed.state == .closed)
        let kept = try #require(try await store.export(scene.export.id))
        #expect(kept.request == scene.request.id && kept.handedAt != nil && kept.isShownToPerson)
        let links = try await scene.links()
        #expect(links.count == 1, "the letter on the ticket holds no link")
        let link = try #require(links.first)
        let first = [UInt8](repeating: 1, count: 32)
        #expect(try await store.portalLink(link.hash, now: now)?.purpose == .export(scene.export.id))
        let used = try await store.useLink(link.hash, beginning: first, replacing: nil, dispatch: scene.dispatch)
        #expect(used?.person == scene.export.person)
        #expect(try await store.person(ofPortalSession: first, now: now) == scene.export.person)
        let again = try await store.useLink(
            link.hash, beginning: [UInt8](repeating: 2, count: 32), replacing: nil, dispatch: scene.dispatch)
        #expect(again == nil, "it was used")
        #expect(try await store.portalLink(link.hash, now: now) == nil)
    }

    @Test func `the link lives as long as the copy, and the key is gone with it`() async throws {
        let scene = try await Scene()
        let store = scene.desk.store
        _ = try await scene.desk.desk.answer(scene.request.id, with: scene.export.id, as: .operatorOnHost)
        let link = try #require(try await scene.links().first)
        let sixth = scene.desk.now.addingTimeInterval(6 * 86_400)
        try await store.endOldLinks(now: sixth)
        #expect(try await store.portalLink(link.hash, now: sixth) != nil)
        let eighth = scene.desk.now.addingTimeInterval(8 * 86_400)
        #expect(try await store.portalLink(link.hash, now: eighth) == nil)
        #expect(try await store.sweepExports(now: eighth) == 1)
        #expect(try !store.keys.hasKey(scene.export.id.object))
        #expect(try scene.desk.files().isEmpty)
        #expect(try await store.exportPiece(scene.export.id, at: 0, now: scene.desk.now) == nil)
        try await store.endOldLinks(now: eighth)
        #expect(try await store.portalLink(link.hash, now: scene.desk.now) == nil)
    }

    @Test func `a copy that was ended takes its link along`() async throws {
        let scene = try await Scene()
        _ = try await scene.desk.desk.answer(scene.request.id, with: scene.export.id, as: .operatorOnHost)
        let link = try #require(try await scene.links().first)
        try await scene.desk.desk.withdrawExport(scene.export.id, as: .operatorOnHost)
        #expect(try await scene.desk.store.portalLink(link.hash, now: scene.desk.now) == nil)
    }

    @Test(arguments: [
        (false, RightsRequest.Right.access), (true, .portability), (true, .erasure),
    ])
    func `a request that nobody proved, or for something else, takes no copy and leaves no trace`(
        isProved: Bool, right: RightsRequest.Right
    ) async throws {
        let scene = try await Scene(proved: isProved, right: right)
        await #expect(throws: DeskRefusal.self) {
            _ = try await scene.desk.desk.answer(scene.request.id, with: scene.export.id, as: .operatorOnHost)
        }
        #expect(try await scene.links().isEmpty)
        let kept = try #require(try await scene.desk.store.export(scene.export.id))
        #expect(kept.request == nil && kept.handedAt == nil && !kept.isShownToPerson)
        #expect(try await scene.desk.store.rightsRequest(scene.request.id)?.isOpen == true)
    }

    @Test func `somebody else's copy answers nothing`() async throws {
        let scene = try await Scene()
        _ = try await scene.desk.subject.open(ExportDesk.mail("b1") { $0.from = "Bert <bert@other.example>" })
        let (other, _) = try await scene.desk.made(.access, of: "bert@other.example")
        await #expect(throws: DeskRefusal.self) {
            _ = try await scene.desk.desk.answer(scene.request.id, with: other.id, as: .operatorOnHost)
        }
        #expect(try await scene.desk.store.export(other.id)?.handedAt == nil)
    }

    @Test func `what a person asks for on their page is handed to them when it is ready, once`() async throws {
        let scene = try await Scene()
        let person = try await scene.desk.person().id
        let desk = scene.desk
        let planned = try await desk.desk.askForOwnExport(.portability, as: .person(person))
        #expect(try await desk.worker.hand() == 0, "nothing is ready")
        #expect(try await desk.worker.make(planned))
        #expect(try await desk.worker.hand() == 1)
        #expect(try await desk.worker.hand() == 0)
        #expect(try await scene.links().count == 1)
        let request = try #require(planned.request)
        #expect(try await desk.store.rightsRequest(request)?.decision == .fulfilled)
    }
}
