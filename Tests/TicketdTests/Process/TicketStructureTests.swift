import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// The structure of tickets from the command line, with the real binary.
    struct TicketStructureTests {
        @Test func `priority and privacy labels are set, listed and shown`() throws {
            let daemon = try DaemonProcess()
            daemon.imap.deliverNow(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            _ = try daemon.ticketd("tickets", "priority", "1", "urgent")
            _ = try daemon.ticketd("tickets", "label", "1", "minor")
            #expect(try daemon.ticketd("tickets", "label", "1", "art9", "art10").contains("[art9] [art10] [minor]"))
            #expect(try daemon.ticketd("tickets", "label", "1", "art10", "--remove").contains("[art9] [minor]"))
            let shown = try daemon.ticketd("tickets", "show", "1")
            #expect(shown.contains("priority urgent") && shown.contains("privacy labels art9, minor"))
            #expect(try daemon.ticketd("tickets", "list", "--priority", "urgent").contains("#1"))
            #expect(try daemon.ticketd("tickets", "list", "--priority", "low") == "No tickets.\n")
            let refused = try daemon.run(["tickets", "priority", "1", "soon", "--config", daemon.configurationPath])
            #expect(refused.status == 64 && refused.error.contains("low, normal, high, urgent"))
        }

        @Test func `reopen_within decides between reopening and a new, linked ticket`() throws {
            let daemon = try DaemonProcess(mailbox: "reopen_within = \"0s\"")
            daemon.imap.deliverNow(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            _ = try daemon.ticketd("tickets", "close", "1")
            daemon.imap.deliverNow(
                CustomerMail.bytes("m2", subject: "Re: Printer on fire [#1]", text: "It burns again."))
            try daemon.wait("the second ticket") { try daemon.tickets().count == 2 }
            #expect(try daemon.json("GET", "/api/v1/tickets/1")["status"] as? String == "closed")
            #expect(try daemon.json("GET", "/api/v1/tickets/2")["linked"] as? [Int] == [1])
        }

        /// Merging and splitting are one transaction each: a kill leaves the tickets as they were or as they become.
        @Test(arguments: ["m1", "m2"])
        func `P1 a kill leaves a merge and a split whole or not begun`(point: String) throws {
            let daemon = try DaemonProcess(mailbox: "auto_reply = false")
            daemon.imap.deliverNow(CustomerMail.bytes("m1", text: "The first."))
            daemon.imap.deliverNow(CustomerMail.bytes("m2", text: "The second."))
            try daemon.start()
            try daemon.wait("both tickets") { try daemon.tickets().count == 2 }
            try daemon.stop()

            try daemon.start(fault: point)
            #expect(try daemon.run(["tickets", "merge", "2", "1", "--config", daemon.configurationPath]).status != 0)
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            #expect(try Self.texts(daemon, 1) == (point == "m1" ? ["The first."] : ["The first.", "The second."]))
            #expect(try Self.texts(daemon, 2) == (point == "m1" ? ["The second."] : ["The first.", "The second."]))
            _ = try daemon.ticketd("tickets", "merge", "2", "1")
            #expect(try daemon.tickets().count == 1)
            let second = try #require(try Self.messages(daemon, 1).last?["id"] as? String)
            try daemon.stop()

            try daemon.start(fault: point)
            let split = ["tickets", "split", "1", second, "--config", daemon.configurationPath]
            #expect(try daemon.run(split).status != 0)
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            let left = try Self.texts(daemon, 1)
            #expect(left == (point == "m1" ? ["The first.", "The second."] : ["The first."]))
            #expect(try daemon.tickets().count == (point == "m1" ? 1 : 2))
            #expect(try daemon.ticketd("audit", "verify").contains("intact"))
        }

        private static func messages(_ daemon: DaemonProcess, _ number: Int) throws -> [DaemonProcess.JSON] {
            let all = try daemon.json("GET", "/api/v1/tickets/\(number)")["messages"] as? [DaemonProcess.JSON]
            return try #require(all).filter { $0["direction"] as? String == "in" }
        }

        private static func texts(_ daemon: DaemonProcess, _ number: Int) throws -> [String] {
            try messages(daemon, number).compactMap { ($0["text"] as? String)?.trimmingCharacters(in: .newlines) }
        }
    }
}
