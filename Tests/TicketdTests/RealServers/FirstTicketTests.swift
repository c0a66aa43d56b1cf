import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// A new user's way, with the commands that README shows and no others.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct FirstTicketTests {
        @Test func `from an empty folder and a mailbox to the first answered ticket`() throws {
            let began = Date()
            let place = try FirstRunPlace()
            let daemon = place.desk.daemon
            let port = DaemonProcess.freePort()
            let names = try place.nameServer()
            defer { names.stop() }
            let environment = [
                "TICKETD_NAMESERVER": names.place, "TICKETD_SERVICE__LISTEN": "127.0.0.1:\(port)",
                "TICKETD_OUTBOX__UNDO": "0s",
            ]
            // 1. The only command that asks.
            let person = try PseudoTerminal(
                DaemonProcess.binary,
                [
                    "init", "--dir", daemon.directory, "--ca-file", try place.office.value("CA_FILE"),
                    place.account.address,
                ],
                environment: environment)
            try answer(person, place, url: "http://127.0.0.1:\(port)")
            // 2. The daemon.
            try daemon.start(environment: environment)
            // 3. The doctor.
            let option = ["--config", daemon.configurationPath]
            names.know("postoffice.test", .text("v=spf1 mx -all"))
            names.know("_dmarc.postoffice.test", .text("v=DMARC1; p=reject"))
            let check = try daemon.run(["check"] + option, environment: environment)
            #expect(check.status == 0, "\(check.output)")
            #expect(check.output.contains("it agrees with the mail server's"))
            #expect(check.output.contains("a link of it opens"))
            // A customer writes.
            let customer = try place.office.account()
            let mail = [
                "From: Clara <\(customer.address)>", "To: \(place.account.address)", "Subject: Printer on fire",
                "Message-ID: <first@postoffice.test>", "Date: Tue, 24 Nov 2026 06:00:00 +0000", "", "It burns.", "",
            ]
            try place.office.send(
                Array(mail.joined(separator: "\r\n").utf8), from: customer, to: place.account.address)
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            // 4, 5, 6. The first ticket.
            #expect(try daemon.ticketd("tickets", "list", "--status", "new").contains("Printer on fire"))
            #expect(try daemon.ticketd("tickets", "show", "1").contains("It burns."))
            _ = try daemon.ticketd("tickets", "reply", "1", "--text", "We are on it.")
            try daemon.wait("the answer") {
                try place.office.mails(of: customer).contains { $0.text.contains("We are on it.") }
            }
            print("first answered ticket: 6 commands, \(Int(Date().timeIntervalSince(began).rounded(.up))) s")
        }

        private func answer(_ person: PseudoTerminal, _ place: FirstRunPlace, url: String) throws {
            for _ in 0..<3 { try person.answer("]:", "") }
            try person.answerSecretly("Password of the mailbox:", place.account.password)
            try person.answer("Name that customers see:", "Example Support")
            try person.answer("https address", url)
            try person.answer("[postoffice.test]:", "")
            for answer in ["Example GmbH", "Musterstr. 1, Berlin", "privacy@postoffice.test", "DE"] {
                try person.answer(":", answer)
            }
            try person.answer("Legal basis for customers' mail", "contract")
            try person.answer("Legal basis for everybody else's mail", "legitimate-interest")
            try person.answer("Which interest", "answering questions")
            try person.answer("How long closed requests are kept", "365d")
            try person.answer("Who is mailed when something breaks", "ops@postoffice.test")
            try person.answer("Who is told about new mail", "")
            try person.answer("Your name as the first agent", "Anna")
            try person.answer("Your work address:", "anna@postoffice.test")
            let sheet = try InitTests.sheet(in: person)
            try InitTests.retype(sheet, to: person, wrongFirst: false)
            #expect(try person.waitForEnd() == 0)
        }
    }

    /// README's block of commands is the way that is tested above.
    struct FirstRunReadmeTests {
        @Test func `README shows six commands, each of which there is`() throws {
            let readme = PostOffice.scripts + "/../README.md"
            let text = try String(contentsOfFile: readme, encoding: .utf8)
            let section = try #require(text.components(separatedBy: "## First run\n").last)
            let block = try #require(section.components(separatedBy: "```\n").dropFirst().first)
            let commands = block.split(separator: "\n").map { line in
                line.prefix { $0 != "#" }.replacing("sudo ", with: "").trimmingCharacters(in: .whitespaces)
            }
            #expect(
                commands == [
                    "ticketd init support@example.com", "systemctl enable --now ticketd", "ticketd check",
                    "ticketd tickets list --status new", "ticketd tickets show 1",
                    "ticketd tickets reply 1 --text \"We are on it.\"",
                ])
        }
    }
}
