import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// P10: a mail that stops the daemon is set aside after three attempts; everything else flows.
    struct PoisonTests {
        @Test func `P10 one bad mail stops only itself`() throws {
            let daemon = try DaemonProcess()
            for index in 1...2 {
                daemon.imap.deliver(CustomerMail.bytes("m\(index)", from: "p\(index)@customer.example"))
            }
            daemon.imap.deliver(CustomerMail.bytes("bad", from: "bad@customer.example", text: "POISON"))
            for index in 3...4 {
                daemon.imap.deliver(CustomerMail.bytes("m\(index)", from: "p\(index)@customer.example"))
            }

            var deaths = 0
            while deaths < 8 {
                try daemon.start(environment: ["TICKETD_FAULT_MAIL": "POISON"])
                do {
                    try daemon.wait("quarantined or dead") {
                        if daemon.process?.isRunning == false { return true }
                        return try (daemon.json("GET", "/api/v1/status")["quarantine"] as? Int) == 1
                    }
                } catch {
                    // It may have died while it was asked.
                    try daemon.waitForExit()
                }
                if daemon.process?.isRunning == true { break }
                deaths += 1
            }
            // Once with its batch, then three times alone.
            #expect(deaths == 4)
            try daemon.wait("the others are imported") { try daemon.tickets().count == 5 }
            let subjects = try daemon.tickets().compactMap { $0["subject"] as? String }
            #expect(subjects.filter { $0 == "Printer on fire" }.count == 4)
            // The bad one stays on the server, untouched; the others were moved.
            try daemon.wait("the others are moved") { daemon.imap.folder("INBOX")?.entries.count == 1 }
            let quarantine = try daemon.json("GET", "/api/v1/quarantine")["quarantine"] as? [[String: Any]]
            #expect(quarantine?.count == 1)
            try release(try #require(quarantine?.first), of: daemon)
            daemon.imap.deliver(CustomerMail.bytes("m5", from: "p5@customer.example"))
            try daemon.wait("new mail flows") { try daemon.tickets().count == 6 }
        }

        /// Looked at, its text is shown as it came; released, it is a file. Nothing reads it: the fault is still there.
        private func release(_ mail: [String: Any], of daemon: DaemonProcess) throws {
            let id = try #require(mail["id"] as? String)
            let option = ["--config", daemon.configurationPath]
            let shown = try daemon.run(["quarantine", "show", id] + option)
            #expect(shown.status == 0 && shown.output.contains("POISON"), "\(shown.error)")
            #expect(shown.output.contains("reading it stopped the daemon three times"))
            #expect(try daemon.json("GET", "/api/v1/status")["quarantineUnseen"] as? Int == 0)
            let kept = try daemon.run(["quarantine", "delete", id] + option)
            #expect(kept.status == 0 && kept.output.contains("Nothing was deleted."))
            let released = try daemon.run(["quarantine", "release", id] + option)
            #expect(released.status == 0, "\(released.error)")
            #expect(try daemon.json("GET", "/api/v1/status")["quarantine"] as? Int == 0)
            let number = try #require(mail["ticket"] as? Int)
            let messages = try daemon.json("GET", "/api/v1/tickets/\(number)")["messages"] as? [[String: Any]]
            let files = try #require(messages?.first?["attachments"] as? [[String: Any]])
            #expect(files.map { $0["filename"] as? String } == ["mail.eml"])
            #expect(try daemon.run(["quarantine", "release", id] + option).status != 0)
        }
    }
}
