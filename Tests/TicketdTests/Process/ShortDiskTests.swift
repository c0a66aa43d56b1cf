import Foundation
import Glibc
import LoopbackMail
import Testing

extension ProcessTests {
    /// P9 on file systems that are really full or read-only.
    @Suite(.enabled(if: geteuid() == 0, "mounting a file system of its own needs root"))
    struct ShortDiskTests {
        @Test func `P9 a full disk keeps reading, refuses writing, leaves the mailbox alone and recovers by itself`()
            throws
        {
            let disk = try SmallDisk(.memory, megabytes: 8)
            defer { disk.remove() }
            let daemon = try Self.begin(on: disk)

            try disk.fill()
            try Self.refusesWriting(daemon)
            daemon.imap.deliverNow(CustomerMail.bytes("m2", subject: "While it was full"))
            try daemon.wait("the mailbox waits") { try Self.mailboxState(daemon) == "blocked" }
            try Self.keepsReading(daemon)
            #expect(daemon.imap.folder("INBOX")?.entries.count == 1)

            // Nor does a start need room.
            #expect(try daemon.stop() == 0)
            try disk.fill()
            try daemon.start()
            try daemon.wait("the mailbox waits again") { try Self.mailboxState(daemon) == "blocked" }
            try Self.keepsReading(daemon)

            try disk.free()
            try daemon.wait("the mail that waited", seconds: 60) { try daemon.tickets().count == 2 }
            try daemon.wait("the server is told") { daemon.imap.folder("INBOX")?.entries.isEmpty == true }
            #expect(try Self.note(daemon).status == 201)
            #expect(try daemon.request("GET", "/readyz").status == 200)
            #expect(try daemon.stop() == 0)
        }

        @Test func `P9 a disk the kernel turned read-only keeps reading and refuses writing`() throws {
            let disk = try SmallDisk(.ext4, megabytes: 16)
            defer { disk.remove() }
            let daemon = try Self.begin(on: disk)

            try disk.turnReadOnly()
            try Self.refusesWriting(daemon)
            daemon.imap.deliverNow(CustomerMail.bytes("m2", subject: "While it was read-only"))
            try daemon.wait("the mailbox waits") { try Self.mailboxState(daemon) == "blocked" }
            try Self.keepsReading(daemon)
            #expect(daemon.imap.folder("INBOX")?.entries.count == 1)
            #expect(daemon.process?.isRunning == true)

            // A kernel does not take that back: the disk is repaired and the daemon started again.
            try daemon.stop()
            try disk.repair()
            try daemon.start()
            try daemon.wait("the mail that waited") { try daemon.tickets().count == 2 }
            try daemon.wait("the server is told") { daemon.imap.folder("INBOX")?.entries.isEmpty == true }
            #expect(try Self.note(daemon).status == 201)
            #expect(try daemon.stop() == 0)
        }

        /// One ticket, with nothing under way.
        private static func begin(on disk: SmallDisk) throws -> DaemonProcess {
            let daemon = try DaemonProcess(mailbox: "auto_reply = false") { directory in
                try FileManager.default.createSymbolicLink(
                    atPath: directory + "/state", withDestinationPath: disk.path)
            }
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            try daemon.wait("the server is told") { daemon.imap.folder("INBOX")?.entries.isEmpty == true }
            #expect(try note(daemon).status == 201)
            return daemon
        }

        /// The log of the database has a few free pages left, so the first notes may still fit.
        private static func refusesWriting(_ daemon: DaemonProcess) throws {
            var refusal: (status: Int, head: String, body: [UInt8])?
            for _ in 1...200 where refusal == nil {
                let answer = try note(daemon)
                if answer.status != 201 { refusal = answer }
            }
            let answer = try #require(refusal, "the disk took everything")
            #expect(answer.status == 503)
            #expect(answer.head.lowercased().contains("retry-after:"))
            #expect(answer.head.contains("application/problem+json"))
            let reply = try daemon.request("POST", "/api/v1/tickets/1/replies", body: ["text": "Too late."])
            #expect(reply.status == 503)
            #expect(daemon.smtp.captured.isEmpty)
        }

        private static func keepsReading(_ daemon: DaemonProcess) throws {
            #expect(try daemon.tickets().count == 1)
            let messages = try daemon.json("GET", "/api/v1/tickets/1")["messages"] as? [DaemonProcess.JSON] ?? []
            #expect(messages.contains { ($0["text"] as? String)?.contains("It burns.") == true })
            #expect(try daemon.ticketd("tickets", "show", "1").contains("It burns."))
            #expect(try daemon.people("ann@customer.example").id.count == 32)
            #expect(try daemon.request("GET", "/healthz").status == 200)
            let readiness = try daemon.request("GET", "/readyz")
            #expect(readiness.status == 503)
            #expect(String(decoding: readiness.body, as: UTF8.self).contains("not ready"))
            // Said now and then, not at each try.
            #expect(daemon.log.split(separator: "\n").filter { $0.contains("not-writable") }.count < 10)
        }

        private static func mailboxState(_ daemon: DaemonProcess) throws -> String {
            let boxes = try daemon.json("GET", "/api/v1/mailboxes")["mailboxes"] as? [DaemonProcess.JSON] ?? []
            return boxes.first?["state"] as? String ?? ""
        }

        private static func note(_ daemon: DaemonProcess) throws -> (status: Int, head: String, body: [UInt8]) {
            let text = String(repeating: "A note that takes some room. ", count: 100)
            return try PlainHTTP.exchange(
                "POST", "/api/v1/tickets/1/notes", at: .unix(daemon.socket),
                headers: [(name: "Content-Type", value: "application/json")],
                body: Array(try JSONSerialization.data(withJSONObject: ["text": text])))
        }
    }
}
