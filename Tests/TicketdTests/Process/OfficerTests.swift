import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// The data protection officer's desk from the command line, with the real binary.
    struct OfficerTests {
        @Test func `dpo asks, decides by the law, keeps the reasons and lists the tasks of the year`() throws {
            let daemon = try DaemonProcess()
            try daemon.start()
            #expect(try daemon.ticketd("dpo").contains("nobody has decided"))
            let shown = try daemon.ticketd(
                "dpo", "assess", "--yes", "special-data", "--persons", "9", "--reasons", "Health data of patients.")
            #expect(shown.contains("required (37(1)(c))") && shown.contains("Health data of patients."))
            #expect(try daemon.ticketd("dpo", "tasks").contains("39(1)"))
            #expect(try daemon.ticketd("dpo", "show", "--format", "html").contains("Health data of patients."))
            // Root is an admin and never the officer.
            let refused = try daemon.run(
                ["dpo", "tasks", "add", "Look", "--due", "2027-01-01", "--config", daemon.configurationPath])
            #expect(refused.status != 0 && refused.error.contains("dpo"))
            // It stands in the store, sealed: no file shows the words.
            try daemon.stop()
            try daemon.start()
            #expect(try daemon.ticketd("dpo").contains("Health data of patients."))
        }

        @Test func `a ticket of a confidential mailbox is there for no admin`() throws {
            let daemon = try DaemonProcess(mailbox: "confidential = true")
            daemon.imap.deliverNow(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the mail") {
                let status = try daemon.json("GET", "/api/v1/status")
                let mailboxes = status["mailboxes"] as? [[String: Any]]
                return mailboxes?.first?["imported"] as? Int == 1
            }
            #expect(try daemon.tickets().isEmpty)
            let refused = try daemon.run(["tickets", "show", "1", "--config", daemon.configurationPath])
            #expect(refused.status != 0 && !refused.output.contains("fire"))
        }
    }
}
