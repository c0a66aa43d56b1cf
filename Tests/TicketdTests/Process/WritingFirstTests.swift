import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Writing first with the real binary: from the command line to the addressee and back into the ticket.
    struct WritingFirstTests {
        private static let address = "ann@customer.example"

        @Test func `whoever is written to first learns why, and answers into the ticket`() throws {
            let daemon = try DaemonProcess()
            try daemon.start()
            let file = daemon.directory + "/bill.txt"
            try Data("12 EUR".utf8).write(to: URL(fileURLWithPath: file))
            let printed = try daemon.ticketd(
                "tickets", "open", "--to", "-", "--subject", "Your order", "--reason", "the parcel came back",
                "--basis", "Art. 6(1)(b)", "--attach", file, "--json",
                input: "\(Self.address)\nWhere shall it go?\nIt came back.\n")
            let ticket = try #require(
                try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? DaemonProcess.JSON)
            #expect(ticket["number"] as? Int == 1 && ticket["status"] as? String == "pending")
            #expect((ticket["person"] as? DaemonProcess.JSON)?["address"] as? String == Self.address)
            try daemon.wait("the mail") { daemon.smtp.captured.count == 1 }

            let mail = daemon.smtp.captured[0]
            #expect(mail.recipients == [Self.address])
            let text = Self.text(of: mail.bytes)
            #expect(text.contains("Subject: Your order [#1]"))
            #expect(text.contains("Where shall it go?") && text.contains("filename=\"bill.txt\""))
            #expect(text.contains("writes to you about the matter above; you did not write to us first."))
            #expect(!text.contains("because you wrote") && text.contains("/privacy"))
            #expect(text.contains("right to object"))
            #expect(!text.contains("the parcel came back") && !text.contains("Auto-Submitted"))
            let link = try #require(Links(in: mail.bytes).header)
            let site = try Site(daemon)
            #expect(try site.ask("GET", link) == 200)

            let replyTo = try #require(Self.header("Reply-To", of: text))
            #expect(replyTo.contains("support+t."))
            daemon.imap.deliverNow(
                CustomerMail.bytes("m1", to: replyTo, subject: "To my neighbour", text: "Next door, please."))
            try daemon.wait("her answer") { try Self.messages(daemon, 1).count == 2 }
            let answer = try #require(try Self.messages(daemon, 1).last)
            #expect(answer["verified"] as? Bool == true && answer["held"] as? Bool == false)
            #expect((answer["text"] as? String)?.contains("Next door") == true)
            let shown = try daemon.json("GET", "/api/v1/tickets/1")
            #expect(shown["status"] as? String == "open")
            #expect(answer["authorId"] as? String == (shown["person"] as? DaemonProcess.JSON)?["id"] as? String)
            #expect(try daemon.tickets().count == 1)

            // It is a request now: the answer is the ordinary one, and nothing automatic went out meanwhile.
            _ = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "It goes next door."])
            try daemon.wait("the answer to it") { daemon.smtp.captured.count == 2 }
            #expect(Self.text(of: daemon.smtp.captured[1].bytes).contains("because you wrote to support@example.com"))
        }

        @Test func `P5 an unsubscribed person is written to first only by reason and basis, and both are kept`() throws
        {
            let daemon = try DaemonProcess()
            try daemon.start()
            let site = try Site(daemon)
            let body = [
                "to": Self.address, "subject": "Your order", "text": "Where shall it go?",
                "reason": "recall of the device", "basis": "Art. 6(1)(c)",
            ]
            for missing in ["reason", "basis"] {
                let refused = try daemon.request("POST", "/api/v1/tickets", body: body.filter { $0.key != missing })
                #expect(refused.status == 422)
            }
            _ = try daemon.json("POST", "/api/v1/tickets", body: body)
            try daemon.wait("the first mail") { daemon.smtp.captured.count == 1 }
            let link = try #require(Links(in: daemon.smtp.captured[0].bytes).header)
            #expect(try site.post(link, "List-Unsubscribe=One-Click") == 200)

            // What follows in the ticket is withheld; a new matter with its reason and basis leaves.
            let reply = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "Are you there?"])
            #expect((reply["delivery"] as? DaemonProcess.JSON)?["state"] as? String == "suppressed")
            let second = try daemon.json("POST", "/api/v1/tickets", body: body)
            #expect(second["number"] as? Int == 2)
            try daemon.wait("the overriding mail") { daemon.smtp.captured.count == 2 }
            let remarks = try Self.messages(daemon, 2).first?["remarks"] as? [String]
            #expect(
                remarks == [
                    "written-first: Art. 6(1)(c): recall of the device", "override: Art. 6(1)(c): recall of the device",
                ])
            #expect(
                try Self.messages(daemon, 1).first?["remarks"] as? [String] == [
                    "written-first: Art. 6(1)(c): recall of the device"
                ])
            #expect(try !daemon.people(Self.address).suppressions.isEmpty)
        }

        private static func messages(_ daemon: DaemonProcess, _ number: Int) throws -> [DaemonProcess.JSON] {
            try daemon.json("GET", "/api/v1/tickets/\(number)")["messages"] as? [DaemonProcess.JSON] ?? []
        }

        /// Headers unfolded and the soft line ends of quoted-printable taken out, by hand: not with the parser that
        /// wrote them.
        private static func text(of bytes: [UInt8]) -> String {
            String(decoding: bytes, as: UTF8.self).replacing("=\r\n", with: "").replacing("\r\n ", with: " ")
        }

        private static func header(_ name: String, of text: String) -> String? {
            text.split(separator: "\r\n").first { $0.hasPrefix(name + ": ") }.map {
                String($0.dropFirst(name.count + 2)).trimmingCharacters(in: CharacterSet(charactersIn: "<> "))
            }
        }
    }
}
