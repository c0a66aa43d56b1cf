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
    }
}
