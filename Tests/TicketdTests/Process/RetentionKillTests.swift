import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Retention with the real binary: killed at every step of the table in `Desk.docc/Retention.md`.
    struct RetentionKillTests {
        private static let address = "ada@customer.example"

        private static func desk(closed: String, attachments: String = "90d") throws -> DaemonProcess {
            let daemon = try DaemonProcess(
                """
                [backup]
                keys = {to = "DIRECTORY/backups/keys", every = "1h", keep = "7d"}
                """,
                mailbox: """
                    auto_reply = false
                    keep_imported = "0d"
                    legal_basis = {customers = "contract", others = "contract"}
                    [mailbox.retention]
                    closed_tickets = "\(closed)"
                    attachments = "\(attachments)"
                    """)
            daemon.imap.deliver(file("a1"))
            daemon.imap.deliver(CustomerMail.bytes("a2", from: address, subject: "Second"))
            daemon.imap.deliver(CustomerMail.bytes("b1", from: "bert@other.example", subject: "Other"))
            try daemon.start()
            try daemon.wait("three tickets, moved") {
                try daemon.tickets().count == 3 && daemon.imap.folder("ticketd")?.entries.count == 3
            }
            for ticket in try daemon.tickets() where ticket["subject"] as? String != "Other" {
                guard let number = ticket["number"] as? Int else { continue }
                _ = try daemon.ticketd("tickets", "close", "\(number)")
            }
            return daemon
        }

        /// With an attached file.
        private static func file(_ id: String) -> [UInt8] {
            let lines = [
                "Authentication-Results: mx.example.com; dmarc=pass header.from=customer.example",
                "From: \(address)", "To: support@example.com", "Subject: First",
                "Message-ID: <\(id)@customer.example>", "Date: Tue, 24 Nov 2026 06:00:00 +0000", "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain", "", "It burns.",
                "--b", "Content-Type: application/pdf", "Content-Disposition: attachment; filename=fire.pdf", "",
                "PDF", "--b--", "",
            ]
            return Array(lines.joined(separator: "\r\n").utf8)
        }

        private static func line(_ daemon: DaemonProcess) throws -> DaemonProcess.JSON {
            let lines = try daemon.json("GET", "/api/v1/retention")["mailboxes"] as? [DaemonProcess.JSON]
            return try #require(lines?.first)
        }

        private static func approve(_ daemon: DaemonProcess) throws {
            #expect(try daemon.request("POST", "/api/v1/retention/support/approve").status == 202)
        }

        /// Counted and mailed; stopped before anybody approves.
        private static func count(_ daemon: DaemonProcess) throws -> DaemonProcess.JSON {
            _ = try daemon.request("POST", "/api/v1/retention/run", body: ["dryRun": false])
            var due: DaemonProcess.JSON?
            try daemon.wait("a run waits") {
                let waiting = try line(daemon)["waiting"] as? DaemonProcess.JSON
                due = (waiting?["plan"] as? DaemonProcess.JSON)?["due"] as? DaemonProcess.JSON
                return waiting?["mailedAt"] as? String != nil
            }
            try daemon.stop()
            return try #require(due)
        }

        private static func finish(_ daemon: DaemonProcess) throws {
            try daemon.start()
            try daemon.wait("the run is over") {
                let line = try line(daemon)
                return line["waiting"] as? DaemonProcess.JSON == nil && line["ranAt"] as? String != nil
            }
        }

        @Test(arguments: ["t1", "t2", "t3", "t5", "t6"])
        func `P8 P16 a run of retention comes to its end whatever the instant of a kill`(point: String) throws {
            let daemon = try Self.desk(closed: "0d")
            let due = try Self.count(daemon)
            #expect(due["tickets"] as? Int == 2)
            try daemon.start(fault: point)
            try Self.approve(daemon)
            #expect(try daemon.waitForExit() == 128 + 9)
            try Self.finish(daemon)
            #expect(try daemon.tickets().compactMap { $0["subject"] as? String } == ["Other"])
            let answer = try daemon.json("POST", "/api/v1/people/lookup", body: ["address": Self.address])
            #expect((answer["people"] as? [DaemonProcess.JSON])?.isEmpty == true)
            // Nothing of hers lies on the server when another run is over.
            _ = try daemon.request("POST", "/api/v1/retention/run", body: ["dryRun": false])
            try daemon.wait("her copies are gone") {
                !(daemon.imap.folder("ticketd")?.entries ?? []).contains {
                    String(decoding: $0.bytes, as: UTF8.self).contains(Self.address)
                }
            }
            try daemon.stop()
            let ledger = try String(contentsOfFile: daemon.state + "/erasures.log", encoding: .utf8)
            #expect(ledger.components(separatedBy: "\n").count { $0.contains(" erased ") } == 1)
        }

        @Test func `files that went before a kill are gone after it, and their ticket stays`() throws {
            let daemon = try Self.desk(closed: "365d", attachments: "0d")
            let due = try Self.count(daemon)
            #expect(due["files"] as? Int == 1 && due["tickets"] as? Int == 0)
            try daemon.start(fault: "t4")
            try Self.approve(daemon)
            #expect(try daemon.waitForExit() == 128 + 9)
            try Self.finish(daemon)
            #expect(try daemon.tickets().count == 3)
            try daemon.stop()
        }
    }
}
