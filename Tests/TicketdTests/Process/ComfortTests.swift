import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// An agent's comforts with the real binary.
    struct ComfortTests {
        private static func daemon(undo: String) throws -> DaemonProcess {
            let daemon = try DaemonProcess()
            try daemon.setUndo(undo)
            try daemon.start()
            daemon.imap.deliverNow(CustomerMail.bytes("m1"))
            try daemon.wait("the ticket and its acknowledgement") {
                try daemon.tickets().count == 1 && daemon.smtp.captured.count == 1
            }
            return daemon
        }

        @Test func `an answer taken back in time never reaches a server, one not taken back leaves after its time`()
            throws
        {
            let daemon = try Self.daemon(undo: "3s")
            let first = try daemon.ticketd("tickets", "reply", "1", "--text", "Use oil.")
            #expect(first.contains("queued"))
            let undone = try daemon.ticketd("tickets", "undo", "1")
            #expect(undone.contains("withdrawn: taken back") && undone.contains("new"))
            let late = try daemon.run(["tickets", "undo", "1", "--config", daemon.configurationPath])
            #expect(late.status == 69 && late.error.contains("too late"))
            _ = try daemon.ticketd("tickets", "reply", "1", "--text", "Use water.")
            #expect(daemon.smtp.captured.count == 1)
            try daemon.wait("the answer that was not taken back") { daemon.smtp.captured.count == 2 }
            let texts = daemon.smtp.captured.map { String(decoding: $0.bytes, as: UTF8.self) }
            #expect(texts[1].contains("Use water.") && !texts.joined().contains("Use oil."))
            let tooLate = try daemon.run(["tickets", "undo", "1", "--config", daemon.configurationPath])
            #expect(tooLate.status == 69)
            #expect(try daemon.json("GET", "/api/v1/tickets/1")["status"] as? String == "pending")
        }

        @Test func `many tickets are changed after a look at which, by a saved filter or by number`() throws {
            let daemon = try Self.daemon(undo: "0s")
            daemon.imap.deliverNow(CustomerMail.bytes("m2", subject: "Another matter"))
            try daemon.wait("the second ticket") { try daemon.tickets().count == 2 }
            _ = try daemon.ticketd("tickets", "tag", "2", "fire")
            _ = try daemon.ticketd("filters", "add", "fires", "--tag", "fire")
            #expect(try daemon.ticketd("filters").contains("--tag fire"))
            let listed = try daemon.ticketd("tickets", "list", "--filter", "fires")
            #expect(listed.contains("#2") && !listed.contains("#1"))
            let asked = ["tickets", "bulk", "--filter", "fires", "--assign", "grace", "--config"]
            let refused = try daemon.run(asked + [daemon.configurationPath])
            #expect(refused.status == 64 && refused.error.contains("1 tickets would change: #2"))
            #expect(try daemon.json("GET", "/api/v1/tickets/2")["assignee"] is NSNull)
            let done = try daemon.run(asked + [daemon.configurationPath, "--yes"])
            #expect(done.status == 0 && done.output.contains("Changed 1."))
            #expect(try daemon.json("GET", "/api/v1/tickets/2")["assignee"] as? String == "grace")
            #expect(try daemon.ticketd("tickets", "bulk", "1", "2", "--close", "--yes").contains("Changed 2."))
            #expect(try daemon.ticketd("tickets", "list", "--status", "closed").contains("#1"))
            let unclear = try daemon.run(["tickets", "bulk", "--close", "--yes", "--config", daemon.configurationPath])
            #expect(unclear.status == 64 && unclear.error.contains("not clear"))
            _ = try daemon.ticketd("filters", "remove", "fires")
            #expect(try daemon.ticketd("filters").contains("No saved filters"))
            // The second matter within the hour is not acknowledged again.
            #expect(daemon.smtp.captured.count == 1)
        }

        @Test func `a ticket put off comes back by itself and when the customer writes`() throws {
            let daemon = try Self.daemon(undo: "0s")
            #expect(try daemon.ticketd("tickets", "snooze", "1", "2s").contains("put off to"))
            #expect(try daemon.tickets().isEmpty)
            #expect(try daemon.ticketd("tickets", "list", "--snoozed", "only").contains("#1"))
            try daemon.wait("the loop to bring it back", seconds: 90) {
                try daemon.json("GET", "/api/v1/tickets/1")["snoozedUntil"] is NSNull
            }
            #expect(try daemon.ticketd("tickets", "show", "1").contains("put off to has come"))
            _ = try daemon.ticketd("tickets", "snooze", "1", "3d")
            #expect(try daemon.tickets().isEmpty)
            daemon.imap.deliverNow(CustomerMail.bytes("m2", subject: "Re: Printer on fire [#1]", text: "Still."))
            try daemon.wait("her answer to bring it back") { try daemon.tickets().count == 1 }
            let wrong = try daemon.run(["tickets", "snooze", "1", "soon", "--config", daemon.configurationPath])
            #expect(wrong.status == 64 && wrong.error.contains("that is no time"))
        }
    }
}
