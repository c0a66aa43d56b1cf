import Desk
import DeskTesting
import Foundation
import Mail
import Testing
import Vault

@testable import Store

/// Consents, statements, notices and expiry in a copy.
@Suite struct ExportFactsTests {
    @Test func `Art 15 a copy has consents with their words, statements, who was told, and the notices given`()
        async throws
    {
        let desk = try await ExportDesk { settings in
            for index in settings.mailboxes.indices {
                settings.mailboxes[index].terms = RetentionTerms(
                    closedTickets: .seconds(365 * 86_400), attachments: .seconds(90 * 86_400),
                    importedCopies: .seconds(30 * 86_400))
            }
        }
        let number = try await desk.subject.open(ExportDesk.mail("a1"))
        try await desk.subject.sendAll()
        let purpose = try await desk.subject.purpose()
        let link = try await desk.subject.consentLink(to: purpose, for: ExportDesk.address)
        _ = try await desk.store.confirmOptIn(withToken: link.hash, now: desk.now)
        let person = try await desk.person().id
        #expect(try await desk.subject.withdraw(purpose, of: person) == 1)
        let view = try #require(
            try await desk.store.ticket(number, reader: .operatorOnHost, now: desk.now))
        let first = try #require(view.messages.first)
        _ = try await desk.store.state(
            "It was the second printer.", about: first.id, of: number, for: person, by: .operatorOnHost, now: desk.now)
        _ = try await desk.desk.change(
            number, to: TicketChanges(status: .closed), ifVersion: nil, as: .operatorOnHost)

        let (_, zip) = try await desk.made()
        let consent = try #require(try zip.list("consents").first)
        let words = try #require(consent["words"] as? [String: Any])
        #expect(consent["state"] as? String == "withdrawn" && consent["withdrawal"] is [String: Any])
        #expect(words["text"] as? String == purpose.texts[0].text)
        #expect(consent["version"] as? String == purpose.texts[0].version.text)
        let statement = try #require(try zip.list("statements").first)
        #expect(statement["text"] as? String == "It was the second printer.")
        #expect(statement["ticket"] as? Int64 == number.value && statement["position"] as? Int == 1)
        let notices = try zip.list("notices")
        #expect(notices.count == 1, "one version, however many mails carried it")
        #expect(
            notices.first?["version"] as? String
                == PrivacyNotice(desk.desk.settings.value, in: .english).version)
        #expect(try zip.list("recipientNotices").isEmpty)
        let expiry = try #require(try zip.list("tickets").first?["expiresAt"] as? String)
        #expect(expiry.hasPrefix("20"))
        let index = try zip.text("index.html")
        for text in [purpose.texts[0].title, "It was the second printer.", String(expiry.prefix(10))] {
            #expect(index.contains(text), "\(text)")
        }
    }

    @Test func `Art 20 what is taken along has none of it`() async throws {
        let desk = try await ExportDesk()
        _ = try await desk.subject.open(ExportDesk.mail("a1"))
        let (_, zip) = try await desk.made(.portability)
        let keys = Set(try zip.json().keys)
        #expect(keys.isDisjoint(with: ["consents", "statements", "notices", "recipientNotices"]))
        #expect(try !zip.text("index.html").contains("id=\"consents\""))
    }
}
