import Foundation
import Testing

extension ProcessTests {
    /// The whole way of a conversation on a real Dovecot, with TLS on both sides.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct WholeWayTests {
        @Test(arguments: PostOffice.Security.allCases)
        func `a customer's mail becomes a ticket and the answer arrives, over TLS`(security: PostOffice.Security) throws
        {
            let desk = try OfficeDesk(security)
            try desk.ask("q-\(security.imap)")
            try desk.daemon.start()
            try desk.daemon.wait("the ticket") { try desk.daemon.tickets().count == 1 }
            let acknowledgement = try desk.delivered(1)[0]
            #expect(acknowledgement.header("Subject")?.contains("[#1]") == true)
            #expect(acknowledgement.header("Auto-Submitted")?.hasPrefix("auto-") == true)

            let file = desk.daemon.directory + "/manual.txt"
            let content = "Hold the red button for ten seconds.\n"
            try content.write(toFile: file, atomically: true, encoding: .utf8)
            let said = try desk.daemon.ticketd(
                "tickets", "reply", "1", "--text", "See the manual.", "--attach", file)
            #expect(said.contains("queued") || said.contains("sen"))
            let answer = try desk.delivered(2)[1]
            #expect(try answer.header("To")?.contains(desk.customer().address) == true)
            #expect(answer.header("From")?.contains(desk.support.address) == true)
            #expect(answer.header("In-Reply-To") == "<q-\(security.imap)@postoffice.test>")
            #expect(answer.header("Auto-Submitted") == nil)
            #expect(answer.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
            #expect(answer.link?.hasPrefix("http://127.0.0.1:\(desk.port)/u/") == true)
            #expect(answer.text.contains("See the manual."))
            #expect(answer.text.contains("manual.txt"))
            #expect(answer.text.contains(content) || answer.text.contains(Data(content.utf8).base64EncodedString()))
            try desk.daemon.wait("the outbox says so") { try desk.daemon.outbox("sent").count == 2 }
        }

        @Test func `the customer's answer joins its ticket by the token alone, verified`() throws {
            let desk = try OfficeDesk()
            try desk.ask("token-1")
            try desk.daemon.start()
            _ = try desk.delivered(1)
            _ = try desk.daemon.ticketd("tickets", "reply", "1", "--text", "Did that help?")
            let reply = try #require(try desk.delivered(2)[1].header("Reply-To"))
            let address = reply.split(separator: "<").last.map { String($0.prefix { $0 != ">" }) } ?? ""
            let parts = address.split(separator: "@")
            #expect(address.hasPrefix(desk.support.name + "+t.") && parts.count == 2)

            // No References, another subject: only the address can tell where it belongs.
            try desk.office.send(
                desk.mail("token-2", to: address, subject: "Yes", text: "It did."), from: desk.customer(), to: address)
            try desk.daemon.wait("the answer is in the ticket") {
                try (desk.daemon.json("GET", "/api/v1/tickets/1")["messages"] as? [DaemonProcess.JSON] ?? []).contains {
                    ($0["text"] as? String)?.contains("It did.") == true
                }
            }
            #expect(try desk.daemon.tickets().count == 1)
            let messages = try desk.daemon.json("GET", "/api/v1/tickets/1")["messages"] as? [DaemonProcess.JSON] ?? []
            let last = try #require(messages.last { $0["direction"] as? String == "in" })
            #expect(last["verified"] as? Bool == true)
            #expect(last["held"] as? Bool == false)
        }

        @Test func `new mail is there by IDLE long before the next poll`() throws {
            let desk = try OfficeDesk()
            try desk.daemon.start()
            try desk.waitUntilIdle()
            try desk.ask("idle-1")
            // The poll comes after ten minutes.
            try desk.daemon.wait("the ticket", seconds: 10) { try desk.daemon.tickets().count == 1 }
        }

        @Test func `one click unsubscribes, and the next answer is withheld`() throws {
            let desk = try OfficeDesk()
            let site = try Site(desk.daemon)
            try desk.ask("click-1")
            try desk.daemon.start()
            _ = try desk.delivered(1)
            _ = try desk.daemon.ticketd("tickets", "reply", "1", "--text", "The answer.")
            let link = try #require(try desk.delivered(2)[1].link)
            #expect(try site.ask("GET", link) == 200)
            #expect(try desk.daemon.people(desk.customer().address).suppressions.isEmpty)
            #expect(try site.post(link, "List-Unsubscribe=One-Click") == 200)
            #expect(try desk.daemon.people(desk.customer().address).suppressions.count == 1)
            let said = try desk.daemon.ticketd("tickets", "reply", "1", "--text", "One more thing.")
            #expect(said.contains("suppressed"))
            // A later mail to somebody else has gone the whole way: what was withheld would have been there before.
            _ = try desk.delivered(2)
        }
    }
}
