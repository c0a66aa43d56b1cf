import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// P7: a marker in whatever a person can write is found in no file the store leaves.
@Suite struct NoPlaintextTests {
    private static let marker = "zqxjkvbmarker"

    @Test func `P7 no plaintext on disk`() async throws {
        let fixture = try await StoreFixture()
        try await fixture.openSearch()
        let subject = try fixture.subject()
        let marker = Self.marker
        let mail = SampleMail.make {
            $0.from = "Name\(marker) <\(marker)@\(marker).example>"
            $0.subject = "Subject \(marker)"
            $0.messageID = "\(marker)@host.example"
            $0.headers = [
                "Cc: Copy \(marker) <copy@\(marker).example>", "Reply-To: other@\(marker).example",
                "Thread-Topic: \(marker)", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b",
            ]
            $0.body = [
                "--b", "Content-Type: text/plain", "", "Body \(marker).", "--b",
                "Content-Type: application/x-\(marker); name=\"\(marker).bin\"",
                "Content-Disposition: attachment; filename=\"\(marker).bin\"", "", "File \(marker).", "--b--",
            ].joined(separator: "\r\n")
        }
        let number = try await subject.open(mail)
        try await subject.answered(
            number,
            ReplyDraft(
                text: "Answer \(marker)", carbonCopies: [Samples.address("cc@\(marker).example")],
                override: SuppressionOverride(reason: "Reason \(marker)", basis: "Basis \(marker)")))
        try await writeFirst(subject)
        try await handOn(number, subject)
        try await keepComforts(subject, on: number)
        let store = fixture.store
        _ = try await store.note(number, text: "Note \(marker)", by: .operatorOnHost, now: fixture.clock.now)
        _ = try await store.change(
            number, to: TicketChanges(assignee: "Assignee \(marker)", tags: [marker]), ifVersion: nil,
            by: .operatorOnHost, now: fixture.clock.now)
        let poison = Arrival(
            uid: 90, receivedAt: fixture.clock.now,
            content: .unreadable(bytes: Array("poison \(marker)".utf8), reason: .couldNotBeStored))
        _ = try await subject.receive([poison])
        let wish = try subject.suppression(of: "\(marker)@\(marker).example")
        try await store.suppress(wish, by: .daemon)
        try await store.liftSuppression(
            hash: wish.hash, evidence: "Evidence \(marker)", by: .operatorOnHost, now: fixture.clock.now)
        try await store.addToken(
            AccessTokenRecord(
                id: AccessTokenID(from: fixture.clock.world), label: "Label \(marker)",
                hash: [UInt8](repeating: 1, count: 32), scopes: [.admin], mailboxes: nil,
                createdAt: fixture.clock.now, expiresAt: fixture.clock.now), by: .operatorOnHost)
        for set in BackupSet.allCases {
            _ = try await store.backUp(set, to: fixture.directory + "/backups", by: .daemon, now: fixture.clock.now)
        }
        #expect(try await store.tickets(TicketFilter(text: marker)).tickets.count >= 2)
        try expectNothing(in: fixture.directory)
        try await subject.sendAll()
        try store.close()
        try expectNothing(in: fixture.directory)
        // The test would pass on an empty store as well: what was hidden must be there.
        let view = try await fixture.reopen().ticket(number, reader: .operatorOnHost, now: fixture.clock.now)
        #expect(view?.messages.first?.text.contains(marker) == true)
    }

    private func handOn(_ number: TicketNumber, _ subject: StoreSubject) async throws {
        let marker = Self.marker
        let asked = try #require(try await subject.view(number).messages.first?.id)
        try await subject.forwarded(asked, of: number) {
            $0.to = try Samples.address("vendor@\(marker).example")
            ($0.reason, $0.basis, $0.text) = ("Reason \(marker)", "Basis \(marker)", "Words \(marker)")
            $0.files = .all
        }
        try await subject.takesPart(Samples.address("guest@\(marker).example"), in: number)
    }

    private func writeFirst(_ subject: StoreSubject) async throws {
        let marker = Self.marker
        _ = try await subject.opened(
            .sample {
                $0.to = try Samples.address("\(marker)@first.\(marker).example")
                $0.subject = "Opening \(marker)"
                $0.text = "Opening \(marker)"
                $0.reason = "Reason \(marker)"
                $0.basis = "Basis \(marker)"
                $0.attachments = [
                    ComposedAttachment(filename: "\(marker).txt", mediaType: "text/plain", bytes: Array(marker.utf8))
                ]
                $0.idempotencyKey = marker
            })
    }

    /// What agents write for themselves and each other, and where other programs are.
    private func keepComforts(_ subject: StoreSubject, on number: TicketNumber) async throws {
        let (marker, store, world) = (Self.marker, subject.store, subject.clock.world)
        let name = try #require(ShortName("Name-\(marker)"))
        _ = try await store.saveDraft("Draft \(marker)", on: number, by: .operatorOnHost, now: subject.clock.now)
        _ = try await store.addFilter(
            SavedFilter(
                id: SavedFilterID(from: world), name: name, owner: nil,
                criteria: TicketCriteria(assignee: .named("Assignee \(marker)"), tag: marker)))
        for kind in Wording.Kind.allCases {
            _ = try await store.saveWording(
                Wording(id: WordingID(from: world), kind: kind, name: name, mailbox: nil, text: "Text \(marker)"))
        }
        let hook = Webhook(
            id: WebhookID(from: world), url: try #require(WebhookURL("https://\(marker).example/in")),
            topics: [.ticketClosed], createdAt: subject.clock.now)
        _ = try await store.addWebhook(hook, secret: Array("whsec_\(marker)".utf8), by: .operatorOnHost)
    }

    /// Looks for the marker as it was written, in the encodings a mail may give it, and in UTF-16.
    private func expectNothing(in directory: String) throws {
        let marker = Self.marker
        let needles = [
            Data(marker.utf8), Data(marker.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] }),
            Data(Data(marker.utf8).base64EncodedString().prefix(16).utf8), Data(marker.uppercased().utf8),
        ]
        let files = try FileManager.default.subpathsOfDirectory(atPath: directory)
        #expect(files.contains { $0.hasSuffix("desk.db") } && files.contains { $0.contains("backups/keys-") })
        for file in files where !file.hasSuffix("backups") {
            let data = try Data(contentsOf: URL(fileURLWithPath: directory + "/" + file))
            for (index, needle) in needles.enumerated() {
                #expect(data.range(of: needle) == nil, "\(file) holds form \(index) of the marker")
            }
        }
    }
}
