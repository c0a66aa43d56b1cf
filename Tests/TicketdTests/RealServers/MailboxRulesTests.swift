import Foundation
import Testing

extension ProcessTests {
    /// What a mailbox's settings promise about the mail on the server, on a real one.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct MailboxRulesTests {
        @Test func `start = new leaves older mail alone`() throws {
            let desk = try OfficeDesk(changes: ["start": "new"])
            try desk.ask("old-1", subject: "Before")
            try desk.daemon.start()
            try desk.waitUntilIdle()
            try desk.ask("new-1", subject: "After")
            try desk.daemon.wait("the new one is moved") {
                try desk.office.mails(of: desk.support, in: "ticketd").count == 1
            }
            #expect(try desk.daemon.tickets().compactMap { $0["subject"] as? String } == ["After"])
            let left = try desk.office.mails(of: desk.support)
            #expect(left.map { $0.header("Subject") } == ["Before"])
            #expect(left.allSatisfy { !$0.isSeen })
        }

        @Test(arguments: ["move:ticketd", "move:Bearbeitet/ticketd", "delete", "keep"])
        func `after_import decides where imported mail stays`(rule: String) throws {
            let desk = try OfficeDesk(changes: ["after_import": rule])
            try desk.ask("rule-1", subject: "First")
            try desk.daemon.start()
            try desk.daemon.wait("the ticket") { try desk.daemon.tickets().count == 1 }
            // The second one comes in a later round, so the first was told to the server before.
            try desk.ask("rule-2", subject: "Second")
            try desk.daemon.wait("the second ticket") { try desk.daemon.tickets().count == 2 }
            let folder = rule.hasPrefix("move:") ? String(rule.dropFirst(5)).replacing("/", with: ".") : "ticketd"
            let (inbox, moved) =
                switch rule {
                case "delete": (0, 0)
                case "keep": (2, 0)
                default: (0, 2)
                }
            try desk.daemon.wait("the server was told") {
                try desk.office.mails(of: desk.support).count == inbox
                    && desk.office.mails(of: desk.support, in: folder).count == moved
            }
            #expect(try desk.office.mails(of: desk.support).allSatisfy { !$0.isSeen })
            // Started again, it knows what it has.
            try desk.daemon.stop()
            try desk.daemon.start()
            try desk.waitUntilIdle()
            #expect(try desk.daemon.tickets().count == 2)
        }

        @Test func `mail over max_message_size becomes a ticket that says so and stays on the server`() throws {
            let desk = try OfficeDesk(changes: ["max_message_size": "64KiB"])
            let line = String(repeating: "all work and no play ", count: 3)
            let large = try desk.question(
                "large-1", subject: "Large one", text: Array(repeating: line, count: 2_000).joined(separator: "\r\n"))
            try desk.office.send(large, from: desk.customer(), to: desk.support.address)
            try desk.daemon.start()
            try desk.daemon.wait("the ticket") { try desk.daemon.tickets().count == 1 }
            let ticket = try desk.daemon.json("GET", "/api/v1/tickets/1")
            #expect(ticket["subject"] as? String == "Large one")
            let first = try #require((ticket["messages"] as? [DaemonProcess.JSON])?.first)
            let remarks = first["remarks"] as? [String] ?? []
            #expect(remarks.contains { $0.hasPrefix("too-large") && $0.contains("still in the mailbox") })
            #expect((first["text"] as? String)?.contains("all work and no play") == false)
            try desk.ask("small-1", subject: "Small one")
            try desk.daemon.wait("the small one is moved") {
                try desk.office.mails(of: desk.support, in: "ticketd").count == 1
            }
            // Dovecot moves by a copy and a removal, and a look can fall between the two.
            try desk.daemon.wait("only the large one is left") {
                try desk.office.mails(of: desk.support).map { $0.header("Subject") } == ["Large one"]
            }
            try desk.daemon.stop()
            try desk.daemon.start()
            try desk.waitUntilIdle()
            #expect(try desk.daemon.tickets().count == 2)
        }

        @Test func `two mailboxes are read and answered side by side, each as itself`() throws {
            let sales = try PostOffice().account()
            let desk = try OfficeDesk(others: [sales])
            try desk.daemon.start()
            try desk.waitUntilIdle()
            try desk.ask("two-1", subject: "To support")
            try desk.office.send(
                desk.mail("two-2", to: sales.address, subject: "To sales", text: "How much?"), from: desk.customer(),
                to: sales.address)
            try desk.daemon.wait("both tickets") { try desk.daemon.tickets().count == 2 }
            let mailboxes = try desk.daemon.tickets().map { "\($0["subject"] ?? ""): \($0["mailbox"] ?? "")" }
            #expect(Set(mailboxes) == ["To support: support", "To sales: \(sales.name)"])
            for ticket in [1, 2] {
                _ = try desk.daemon.json("POST", "/api/v1/tickets/\(ticket)/replies", body: ["text": "We look at it."])
            }
            // Two answers, and one acknowledgement: the second matter within an hour has none.
            let answered = try desk.delivered(3)
            for address in [desk.support.address, sales.address] {
                #expect(answered.contains { $0.header("From")?.contains(address) == true })
            }
        }
    }
}
