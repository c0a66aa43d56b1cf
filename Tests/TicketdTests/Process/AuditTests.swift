import Foundation
import Glibc
import LoopbackMail
import Testing

extension ProcessTests {
    /// The audit log through the real binary: written by acts, read with and without the daemon, and tampered with.
    struct AuditTests {
        @Test func `an override is in the log, and a log that was tampered with is found out`() throws {
            let daemon = try DaemonProcess()
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            let person = try daemon.people("ann@customer.example").id
            #expect(try daemon.request("POST", "/api/v1/people/\(person)/unsubscribe").status == 204)
            let override = ["reason": "recall of the device", "basis": "Art. 6(1)(c)"]
            _ = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "Stop it.", "override": override])
            let good = try String(contentsOfFile: daemon.configurationPath, encoding: .utf8)
            try good.replacing("Example Support", with: "Other Desk").write(
                toFile: daemon.configurationPath, atomically: true, encoding: .utf8)
            kill(daemon.process?.processIdentifier ?? 0, SIGHUP)
            try daemon.wait("the reload") { try daemon.ticketd("audit", "show").contains("configuration.reloaded") }

            // With the daemon, and after it, the same log.
            let shown = try daemon.ticketd("audit", "show", "--json")
            #expect(try daemon.ticketd("audit", "verify").contains("intact"))
            #expect(try daemon.stop() == 0)
            #expect(try daemon.ticketd("audit", "show", "--json") == shown)
            let entries = try Self.entries(shown)
            #expect(
                entries.compactMap { $0["event"] as? String } == [
                    "store.opened", "person.unsubscribed", "reply.overridden", "configuration.reloaded",
                ])
            #expect(entries.compactMap { $0["actor"] as? String } == ["daemon", "operator", "operator", "operator"])
            #expect(!shown.contains("recall") && !shown.contains("customer.example"))
            #expect(daemon.log.contains("the audit log stands here"))
            let head = try Self.object(daemon.ticketd("audit", "verify", "--json"))
            #expect(head["sequence"] as? Int == 4 && head["intact"] as? Bool == true)
            let anchor = "4:\(head["head"] as? String ?? "")"
            #expect(try daemon.ticketd("audit", "verify", "--anchor", anchor).contains("intact"))
            let cut = try daemon.run(
                ["audit", "verify", "--anchor", "5" + anchor.dropFirst(), "--config", daemon.configurationPath])
            #expect(cut.status == 1 && cut.output.hasPrefix("The anchor 5 does not stand in the audit log"))
            let typo = try daemon.run(["audit", "verify", "--anchor", "5", "--config", daemon.configurationPath])
            #expect(typo.status == 64)

            try Self.change(daemon, "DELETE FROM audit WHERE event = 'reply.overridden'")
            let missing = try daemon.run(["audit", "verify", "--config", daemon.configurationPath])
            #expect(missing.status == 1)
            #expect(missing.output.hasPrefix("Entry 3 is missing or not what was written."))
            try Self.change(daemon, "UPDATE audit SET details = '{}\u{1B}]0;x' WHERE seq = 2")
            let changed = try daemon.run(["audit", "verify", "--config", daemon.configurationPath])
            #expect(changed.status == 1 && changed.output.hasPrefix("Entry 2 "))
            let unreadable = try daemon.ticketd("audit", "show")
            #expect(unreadable.contains("(unreadable)") && !unreadable.contains("\u{1B}"))

            // The running daemon says the same, and goes on.
            try daemon.start()
            let live = try daemon.run(["audit", "verify", "--config", daemon.configurationPath])
            #expect(live.status == 1 && live.output.hasPrefix("Entry 2 "))
            #expect(try daemon.stop() == 0)
        }

        @Test(.enabled(if: geteuid() == 0, "giving files to another user needs root"))
        func `run as root without the daemon it leaves no file of root's`() throws {
            let nobody: uid_t = 65_534
            let daemon = try DaemonProcess()
            let files = FileManager.default
            for name in [""] + (try files.contentsOfDirectory(atPath: daemon.state)) {
                #expect(chown(daemon.state + "/" + name, nobody, nobody) == 0)
            }
            #expect(try daemon.ticketd("audit", "verify").contains("It ends at nowhere"))
            #expect(try daemon.ticketd("audit", "show").isEmpty)
            for name in try files.contentsOfDirectory(atPath: daemon.state) {
                var status = stat()
                #expect(stat(daemon.state + "/" + name, &status) == 0 && status.st_uid == nobody, "\(name)")
            }
        }

        private static func change(_ daemon: DaemonProcess, _ sql: String) throws {
            let python = try ProgramRun(
                "/usr/bin/python3",
                [
                    "-c",
                    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.close()",
                    daemon.state + "/desk.db", sql,
                ])
            try #require(python.status == 0)
        }

        private static func object(_ text: String) throws -> DaemonProcess.JSON {
            try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? DaemonProcess.JSON)
        }

        private static func entries(_ text: String) throws -> [DaemonProcess.JSON] {
            try #require(try object(text)["entries"] as? [DaemonProcess.JSON])
        }
    }
}
