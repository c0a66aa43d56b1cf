import Foundation
import Testing

extension ProcessTests {
    /// Merging, splitting, forwarding and copying with mail that moves through a real Dovecot.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct TicketStructureWayTests {
        private typealias JSON = DaemonProcess.JSON

        @Test func `an answer with a file and a copy arrives twice, closes, and makes the copied no reader`() throws {
            let desk = try OfficeDesk()
            let bob = try desk.office.account()
            try desk.ask("copy-1")
            try desk.daemon.start()
            _ = try desk.delivered(1)
            let file = desk.daemon.directory + "/manual.txt"
            try "Hold the button.\n".write(toFile: file, atomically: true, encoding: .utf8)
            let said = try desk.daemon.ticketd(
                "tickets", "reply", "1", "--text", "See the manual.", "--attach", file, "--cc", bob.address, "--close")
            #expect(try said.contains(desk.customer().address) && said.contains(bob.address))
            let answer = try desk.delivered(2)[1]
            let copy = try Self.first(of: bob, desk)
            for mail in [answer, copy] {
                #expect(mail.text.contains("See the manual.") && mail.text.contains("manual.txt"))
                // Nobody is shown what somebody else wrote before.
                #expect(!mail.text.contains("It burns"))
                #expect(mail.link != nil)
            }
            #expect(answer.link != copy.link && answer.header("Message-ID") != copy.header("Message-ID"))
            #expect(try desk.daemon.json("GET", "/api/v1/tickets/1")["status"] as? String == "closed")

            let address = try Self.replyAddress(of: copy)
            try desk.office.send(
                Self.mail("copy-2", from: bob, to: address, text: "Bob has a word."), from: bob, to: address)
            try desk.daemon.wait("Bob's mail is held") {
                try Self.messages(desk, 1).last?["held"] as? Bool == true
            }
            let ticket = try desk.daemon.json("GET", "/api/v1/tickets/1")
            #expect(ticket["status"] as? String == "closed" && (ticket["participants"] as? [Any])?.isEmpty == true)
            let disclosures = try #require(ticket["disclosures"] as? [JSON])
            #expect(disclosures.map { $0["to"] as? String } == [bob.address])
            #expect(disclosures.map { $0["kind"] as? String } == ["copy"])

            // Admitted, it is there; Bob still is no reader.
            _ = try desk.daemon.ticketd("tickets", "admit", "1", String(try Self.messages(desk, 1).count))
            let after = try desk.daemon.json("GET", "/api/v1/tickets/1")
            #expect(after["status"] as? String == "open" && (after["participants"] as? [Any])?.isEmpty == true)
            #expect(try Self.messages(desk, 1).allSatisfy { $0["held"] as? Bool == false })
        }

        @Test func `an answer to a merged ticket's mail lands in the ticket that is left`() throws {
            let desk = try OfficeDesk()
            try desk.ask("merge-1", subject: "Printer on fire")
            try desk.daemon.start()
            _ = try desk.delivered(1)
            try desk.ask("merge-2", subject: "Toner")
            try desk.daemon.wait("the second ticket") { try desk.daemon.tickets().count == 2 }
            _ = try desk.daemon.ticketd("tickets", "reply", "2", "--text", "Which colour?")
            let answer = try desk.delivered(2)[1]
            #expect(try desk.daemon.ticketd("tickets", "merge", "2", "1").hasPrefix("#1 "))
            let shown = try desk.daemon.ticketd("tickets", "show", "2")
            #expect(shown.hasPrefix("#1 ") && shown.contains("merged from: #2"))
            #expect(try desk.daemon.tickets().compactMap { $0["number"] as? Int } == [1])

            let address = try Self.replyAddress(of: answer)
            try desk.office.send(
                desk.mail("merge-3", to: address, subject: "Re: Toner", text: "It is cyan."), from: desk.customer(),
                to: address)
            try desk.daemon.wait("the answer is in the first ticket") {
                try Self.messages(desk, 1).contains { ($0["text"] as? String)?.contains("cyan") == true }
            }
            #expect(try Self.messages(desk, 1).allSatisfy { $0["held"] as? Bool == false })
            _ = try desk.daemon.ticketd("tickets", "reply", "2", "--text", "Cyan is on its way.")
            let reply = try desk.delivered(3)[2]
            #expect(reply.header("Subject")?.contains("[#1]") == true)
            #expect(!reply.text.contains("It burns") && !reply.text.contains("It is cyan"))

            // Taken apart again, the conversation goes on where it was moved to.
            let count = try Self.messages(desk, 1).count
            #expect(try desk.daemon.ticketd("tickets", "split", "1", String(count), "--subject", "Cyan").contains("#3"))
            let next = try Self.replyAddress(of: reply)
            try desk.office.send(
                desk.mail("merge-4", to: next, subject: "Re: Cyan", text: "Thank you."), from: desk.customer(),
                to: next)
            try desk.daemon.wait("the answer is in the new ticket") {
                try Self.messages(desk, 3).contains { ($0["text"] as? String)?.contains("Thank you") == true }
            }
            #expect(try desk.daemon.ticketd("tickets", "show", "3").contains("linked: #1"))
        }

        @Test func `a forwarded message reaches the vendor, is on record, and the vendor's answer is held`() throws {
            let desk = try OfficeDesk()
            let vendor = try desk.office.account()
            try desk.ask("forward-1")
            try desk.daemon.start()
            _ = try desk.delivered(1)
            let refused = try desk.daemon.run([
                "tickets", "forward", "1", "1", "--to", vendor.address, "--config", desk.daemon.configurationPath,
            ])
            #expect(refused.status == 64 && refused.error.contains("no reason was given"))
            let said = try desk.daemon.ticketd(
                "tickets", "forward", "1", "1", "--to", "-", "--reason", "the printer is under warranty", "--basis",
                "Art. 6(1)(b)", "--text", "Please advise.", input: vendor.address + "\n")
            #expect(said.contains(vendor.address))
            let mail = try Self.first(of: vendor, desk)
            #expect(mail.text.contains("Please advise.") && mail.text.contains("It burns."))
            // Soft line ends of quoted-printable taken out, by hand.
            #expect(mail.text.replacing("=\n", with: "").contains("hands you a message on") && mail.link != nil)
            #expect(mail.header("Auto-Submitted") == nil)
            let customer = try desk.customer()
            #expect(!mail.text.contains(customer.address) && !mail.text.contains("Clara"))
            #expect(!mail.text.contains("warranty"))

            let line = "disclosed: forwarded to \(vendor.address)"
            let shown = try desk.daemon.ticketd("tickets", "show", "1")
            #expect(shown.contains(line) && shown.contains("Art. 6(1)(b): the printer is under warranty"))
            let person = try desk.daemon.ticketd("people", "show", "-", input: customer.address + "\n")
            #expect(person.contains("#1 " + line))

            let address = try Self.replyAddress(of: mail)
            try desk.office.send(
                Self.mail("forward-2", from: vendor, to: address, text: "Replace the fuser."), from: vendor,
                to: address)
            try desk.daemon.wait("the vendor's answer is held") {
                try Self.messages(desk, 1).last?["held"] as? Bool == true
            }
            let ticket = try desk.daemon.json("GET", "/api/v1/tickets/1")
            #expect((ticket["participants"] as? [Any])?.isEmpty == true)
            #expect(try desk.daemon.tickets().count == 1)
            let audit = try desk.daemon.ticketd("audit", "show")
            #expect(audit.contains("message.forwarded") && !audit.contains(vendor.address))

            // One click of the vendor's, and the next one is withheld.
            let site = try Site(desk.daemon)
            #expect(try site.post(try #require(mail.link), "List-Unsubscribe=One-Click") == 200)
            let again = try desk.daemon.ticketd(
                "tickets", "forward", "1", "1", "--to", vendor.address, "--reason", "once more")
            #expect(again.contains("suppressed"))
        }

        private static func messages(_ desk: OfficeDesk, _ number: Int) throws -> [JSON] {
            try desk.daemon.json("GET", "/api/v1/tickets/\(number)")["messages"] as? [JSON] ?? []
        }

        private static func first(of account: PostOffice.Account, _ desk: OfficeDesk) throws -> ReceivedMail {
            try desk.daemon.wait("a mail to \(account.name)") { try !desk.office.mails(of: account).isEmpty }
            return try desk.office.mails(of: account)[0]
        }

        private static func replyAddress(of mail: ReceivedMail) throws -> String {
            let header = try #require(mail.header("Reply-To"))
            return try #require(header.split(separator: "<").last.map { String($0.prefix { $0 != ">" }) })
        }

        private static func mail(
            _ id: String, from account: PostOffice.Account, to recipient: String, text: String
        ) -> [UInt8] {
            let lines = [
                "From: <\(account.address)>", "To: \(recipient)", "Subject: A word",
                "Message-ID: <\(id)@postoffice.test>", "Date: Tue, 24 Nov 2026 06:00:00 +0000", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "", text, "",
            ]
            return Array(lines.joined(separator: "\r\n").utf8)
        }
    }
}
