import Desk
import DeskTesting
import Foundation
import Mail
import Testing

@testable import Store

/// What a person finds in the copy of their data, and what they do not.
@Suite struct ExportTests {
    /// Ada's ticket: her mail with Bert in copy, an answer, a note about others, a mail of Bert's, and a ticket of
    /// Carla's in which Ada is copied.
    private static func filled() async throws -> (ExportDesk, TicketNumber) {
        let desk = try await ExportDesk()
        let number = try await desk.subject.open(
            ExportDesk.mail("a1") {
                $0.subject = "Drucker brennt – schon wieder"
                $0.body = "Bitte auch an Bert. Grüße, Ada"
                $0.headers.append("Cc: Bert Brecht <bert@other.example>")
            })
        try await desk.subject.sendAll()
        try await desk.subject.answered(number)
        try await desk.subject.sendAll()
        try await desk.note(
            "Ada is angry. Ask Dora Stranger (dora@third.example), not bert@other.example.", on: number)
        return (desk, number)
    }

    @Test func `Art 15 a copy has everything said by and to the person and about them`() async throws {
        let (desk, number) = try await Self.filled()
        let (export, zip) = try await desk.made()
        let parts = try zip.list("messages").compactMap { $0["part"] as? String }
        #expect(parts == ["yours", "to-you", "to-you", "about-you"])
        #expect(export.contents?.messages == 4)
        let person = try #require(try zip.json()["person"] as? [String: Any])
        #expect(person["address"] as? String == ExportDesk.address)
        #expect(person["name"] as? String == ExportDesk.name)
        let ticket = try #require(try zip.list("tickets").first)
        #expect(ticket["subject"] as? String == "Drucker brennt – schon wieder")
        #expect(try zip.list("reads").count <= 1)
        let information = try #require(try zip.json()["information"] as? [[String: Any]])
        #expect(information.count == 14)
        let index = try zip.text("index.html")
        #expect(index.contains("Drucker brennt – schon wieder") && index.contains(ExportDesk.address))
        #expect(try zip.text("tickets/000001.html").contains("Grüße, Ada"))
        let mail = MessageParser().parse(try #require(zip.entries["messages/000001-0001.eml"]))
        #expect(mail.subject == "Drucker brennt – schon wieder")
        #expect(mail.header("X-Ticketd-Reconstructed") == "yes")
        #expect(mail.header("Comments")?.contains("not the original") == true)
        #expect(mail.cc.compactMap(\.address) == ["bert@other.example"])
        #expect(try zip.text("tickets.csv").contains("\(number.value),Drucker brennt – schon wieder"))
    }

    @Test func `Art 15(4) others are covered where the person did not hear of them, and the list says so`() async throws
    {
        let (desk, _) = try await Self.filled()
        let (export, zip) = try await desk.made()
        let note = try #require(try zip.list("messages").last)
        let text = try #require(note["text"] as? String)
        // Bert was in copy of her own mail; of Dora she never heard.
        #expect(text == "Ada is angry. Ask Dora Stranger ([address 1]), not bert@other.example.")
        let redactions = try zip.list("redactions")
        #expect(redactions.count == 1 && redactions[0]["what"] as? String == "others")
        #expect(export.contents?.covered == 1)
        for (name, bytes) in zip.entries {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("dora@third.example"), "\(name)")
        }
    }

    @Test func `a name is covered where somebody bears it who is not known to the person`() async throws {
        let (desk, number) = try await Self.filled()
        _ = try await desk.subject.open(
            ExportDesk.mail("d1") { $0.from = "Dora Stranger <dora@third.example>" })
        _ = try await desk.store.addParticipant(
            try Samples.address("dora@third.example"), to: number, by: .operatorOnHost, now: desk.now)
        let (_, zip) = try await desk.made()
        let note = try #require(try zip.list("messages").first { ($0["text"] as? String)?.contains("angry") == true })
        let text = try #require(note["text"] as? String)
        #expect(text.contains("Ask [person 1] ([address 1])"), "\(text)")
        #expect(try !zip.text("data.json").contains("Dora Stranger"))
    }

    @Test func `Art 20 what is taken along is what the person provided`() async throws {
        let (desk, _) = try await Self.filled()
        let (_, zip) = try await desk.made(.portability)
        #expect(try zip.list("messages").compactMap { $0["part"] as? String } == ["yours"])
        let keys = Set(try zip.json().keys)
        #expect(keys.isDisjoint(with: ["reads", "disclosures", "information", "drafts", "unsubscribes"]))
        #expect(zip.entries["messages/000001-0002.eml"] == nil)
        #expect(try !zip.text("index.html").contains("angry"))
    }

    @Test func `a mail between others in somebody else's ticket is counted, not shown`() async throws {
        let desk = try await ExportDesk()
        let number = try await desk.subject.open(
            ExportDesk.mail("c1") {
                $0.from = "Carla <carla@other.example>"
                $0.subject = "Carla's own matter"
                $0.headers.append("Cc: \(ExportDesk.name) <\(ExportDesk.address)>")
            })
        _ = try await desk.store.addParticipant(
            try Samples.address(ExportDesk.address), to: number, by: .operatorOnHost, now: desk.now)
        try await desk.note("Carla is difficult.", on: number)
        let (_, zip) = try await desk.made()
        let messages = try zip.list("messages")
        #expect(messages.compactMap { $0["part"] as? String } == ["to-you"])
        let ticket = try #require(try zip.list("tickets").first)
        #expect(ticket["yours"] as? Bool == false && ticket["subject"] == nil)
        #expect(try zip.list("redactions").contains { $0["what"] as? String == "messages" })
        #expect(try !zip.text("data.json").contains("difficult"))
    }

    @Test func `attachments come out as they came in, as files and inside the mails`() async throws {
        let desk = try await ExportDesk()
        _ = try await desk.subject.open(
            ExportDesk.mail("f1") {
                $0.headers.append("MIME-Version: 1.0")
                $0.headers.append("Content-Type: multipart/mixed; boundary=b")
                $0.body = """
                    --b
                    Content-Type: text/plain; charset=utf-8

                    See the file.
                    --b
                    Content-Type: application/pdf; name="=?utf-8?Q?Rechnung_=C3=9Cbersicht.pdf?="
                    Content-Disposition: attachment; filename="=?utf-8?Q?Rechnung_=C3=9Cbersicht.pdf?="
                    Content-Transfer-Encoding: base64

                    JVBERi0xLjQKJSVFT0YK
                    --b--
                    """
            })
        let (export, zip) = try await desk.made()
        #expect(export.contents?.attachments == 1)
        #expect(try zip.text("attachments/000001-0001-1-Rechnung Übersicht.pdf") == "%PDF-1.4\n%%EOF\n")
        let mail = MessageParser().parse(try #require(zip.entries["messages/000001-0001.eml"]))
        #expect(mail.attachments.map(\.filename) == ["Rechnung Übersicht.pdf"])
        #expect(mail.attachments.map(\.size) == [15])
    }
}
