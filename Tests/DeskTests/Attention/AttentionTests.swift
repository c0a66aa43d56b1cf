import Desk
import DeskTesting
import Foundation
import Testing
import Vault

/// Two agents on one ticket, one desk.
struct AttentionTests {
    private let desk: TestDesk
    private let ann = Principal.operatorOnHost
    private let bob = Principal.token(
        AccessTokenID(ObjectID(high: 11, low: 11)), scopes: [.ticketsRead, .ticketsWrite], mailboxes: nil)

    init() throws {
        desk = try TestDesk()
    }

    @Test func `colleagues who looked lately see each other, and nobody sees themselves`() async throws {
        #expect(try await desk.desk.ticket(desk.number, as: ann).colleagues.isEmpty)
        #expect(try await desk.desk.ticket(desk.number, as: ann).colleagues.isEmpty)
        let seen = try await desk.desk.ticket(desk.number, as: bob).colleagues
        #expect(seen.map(\.name) == ["operator"])
        #expect(seen.first?.seenAt?.timeIntervalSince1970.truncatingRemainder(dividingBy: 60) == 0)
        desk.clock.advance(by: Limits.sightingsShown)
        #expect(try await desk.desk.ticket(desk.number, as: bob).colleagues.isEmpty)
    }

    @Test func `a draft is seen by colleagues, its text is not`() async throws {
        let mine = try await desk.desk.saveDraft("Use water.", on: desk.number, as: ann)
        #expect(mine.draft.text == "Use water." && mine.colleagues.isEmpty && mine.currentVersion == mine.draft.version)
        let others = try await desk.desk.ticket(desk.number, as: bob).colleagues
        #expect(others.map(\.draftingSince) == [desk.clock.now])
        await #expect(throws: DeskRefusal.notFound(.draft)) { try await desk.desk.draft(on: desk.number, as: bob) }
        let his = try await desk.desk.saveDraft("Use foam.", on: desk.number, as: bob)
        #expect(his.colleagues.map(\.name) == ["operator"] && his.colleagues.allSatisfy { $0.draftingSince != nil })
        #expect(try await desk.desk.draft(on: desk.number, as: ann).draft.text == "Use water.")
    }

    @Test func `a draft tells that the ticket changed since, and goes with the answer`() async throws {
        _ = try await desk.desk.saveDraft("Use water.", on: desk.number, as: ann)
        _ = try await desk.desk.note("Called.", on: desk.number, as: bob)
        let view = try await desk.desk.draft(on: desk.number, as: ann)
        #expect(view.currentVersion == view.draft.version + 1)
        _ = try await desk.desk.reply(to: desk.number, with: ReplyDraft(text: "Use water."), as: ann)
        await #expect(throws: DeskRefusal.notFound(.draft)) { try await desk.desk.draft(on: desk.number, as: ann) }
    }

    @Test func `of two who looked at one state, the second to answer is told`() async throws {
        for reader in [ann, bob] { _ = try await desk.desk.ticket(desk.number, as: reader) }
        var draft = ReplyDraft(text: "Use water.")
        draft.ifUnanswered = true
        let guarded = draft
        _ = try await desk.desk.reply(to: desk.number, with: guarded, as: ann)
        await #expect(throws: DeskRefusal.conflict(currentVersion: 2)) {
            try await desk.desk.reply(to: desk.number, with: guarded, as: bob)
        }
        #expect(desk.store.snapshot.entries.count == 2)
        // Whoever answered goes on; whoever looked again knows.
        _ = try await desk.desk.reply(to: desk.number, with: guarded, as: ann)
        _ = try await desk.desk.ticket(desk.number, as: bob)
        _ = try await desk.desk.reply(to: desk.number, with: guarded, as: bob)
    }

    @Test func `what is not an answer does not keep anybody from answering`() async throws {
        _ = try await desk.desk.ticket(desk.number, as: bob)
        _ = try await desk.desk.note("Called.", on: desk.number, as: ann)
        var draft = ReplyDraft(text: "Use water.")
        draft.ifUnanswered = true
        _ = try await desk.desk.reply(to: desk.number, with: draft, as: bob)
    }

    @Test func `sightings are bounded`() {
        let sightings = Sightings()
        let number = desk.number
        for index in 0..<(Limits.sightings + 10) {
            let look = Sightings.Look(name: "x", at: TestDesk.start, messageCount: 1)
            sightings.note(look, by: "reader\(index)", on: number)
        }
        #expect(sightings.others(than: "", on: number, now: TestDesk.start).count == 10)
    }
}
