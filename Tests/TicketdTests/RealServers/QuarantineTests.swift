import Foundation
import Testing

extension ProcessTests {
    /// Mails that could not be read, from the server's folder to their end, on a real server.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct QuarantineTests {
        @Test func `a released mail is a file and moved like any other, a deleted one stays on the server`() throws {
            let desk = try OfficeDesk()
            for name in ["poison-1", "poison-2"] {
                let mail = try desk.question(name, subject: name, text: "POISON")
                try desk.office.send(mail, from: desk.customer(), to: desk.support.address)
            }
            try Self.suffer(desk.daemon)
            let mails = try Self.quarantine(desk.daemon)
            #expect(try desk.office.mails(of: desk.support).count == 2)

            var ids: [String: String] = [:]
            for mail in mails {
                let id = try #require(mail["id"] as? String)
                let look = try desk.daemon.json("GET", "/api/v1/quarantine/\(id)")
                let text = try #require(look["text"] as? String)
                ids[text.contains("Subject: poison-1") ? "poison-1" : "poison-2"] = id
            }
            let released = try desk.daemon.json(
                "POST", "/api/v1/quarantine/\(try #require(ids["poison-1"]))/release")
            let number = try #require(released["ticket"] as? Int)
            let deleted = try desk.daemon.ticketd("quarantine", "delete", try #require(ids["poison-2"]), "--yes")
            #expect(deleted == "Deleted.\n")
            #expect(try Self.quarantine(desk.daemon).isEmpty)

            // The server hears of it with the next connection; the fault is still there, and nothing reads the mail.
            try desk.daemon.stop()
            try desk.daemon.start(environment: Self.fault)
            try desk.daemon.wait("the released one is moved") {
                try desk.office.mails(of: desk.support, in: "ticketd").map { $0.header("Subject") } == ["poison-1"]
            }
            try desk.waitUntilIdle()
            #expect(try desk.office.mails(of: desk.support).map { $0.header("Subject") } == ["poison-2"])
            #expect(try desk.daemon.tickets().count == 2)
            let messages = try desk.daemon.json("GET", "/api/v1/tickets/\(number)")["messages"] as? [[String: Any]]
            let file = try #require((messages?.first?["attachments"] as? [[String: Any]])?.first?["id"] as? String)
            let bytes = try desk.daemon.request("GET", "/api/v1/tickets/\(number)/attachments/\(file)").body
            #expect(String(decoding: bytes, as: UTF8.self).contains("Subject: poison-1"))
            // Nobody was told.
            #expect(try desk.office.mails(of: desk.customer()).isEmpty)
        }

        private static let fault = ["TICKETD_FAULT_MAIL": "POISON"]

        /// Starts the daemon until it has given up on both mails: once they stop it together, then each alone.
        private static func suffer(_ daemon: DaemonProcess) throws {
            for _ in 0..<12 {
                try daemon.start(environment: fault)
                do {
                    try daemon.wait("quarantined or dead") {
                        try daemon.process?.isRunning == false || quarantine(daemon).count == 2
                    }
                } catch {
                    // It may have died while it was asked.
                    try daemon.waitForExit()
                }
                if daemon.process?.isRunning == true { return }
            }
            throw DaemonProcess.Failure(description: "the mails were never given up on")
        }

        private static func quarantine(_ daemon: DaemonProcess) throws -> [DaemonProcess.JSON] {
            try #require(try daemon.json("GET", "/api/v1/quarantine")["quarantine"] as? [DaemonProcess.JSON])
        }
    }
}
