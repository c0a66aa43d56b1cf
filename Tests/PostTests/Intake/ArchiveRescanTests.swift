import Desk
import DeskTesting
import Foundation
import Testing

@testable import Post

/// What a restore looks for in the folder that imported mail is moved to.
@Suite struct ArchiveRescanTests {
    /// Servers count in whole seconds (RFC 9051 §2.3.3), the desk in milliseconds.
    @Test func `mail of the second of the first contact is ours, and older mail stays alone`() async throws {
        let scene = try MailboxWatcherTests.Scene()
        scene.arrive(1...1)
        scene.world.advance(by: .seconds(1))
        scene.arrive(2...3)
        scene.world.advance(by: .milliseconds(600))
        scene.ledger.change { $0.owesRescan = true }
        try await ArchiveRescan(
            profile: scene.profile, mailbox: scene.box, store: scene.ledger, board: scene.board,
            settings: CurrentSettings(try .make(mailboxes: [scene.profile])), world: scene.world.world,
            observe: { _ in }
        ).look()
        #expect(scene.ledger.now.accepted == ["2", "3"])
        #expect(!scene.ledger.now.owesRescan)
    }
}
