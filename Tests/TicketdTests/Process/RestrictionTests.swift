import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Restricting with the real binary: killed at every step, lifted after the person was told.
    struct RestrictionTests {
        private static let address = "ada@customer.example"

        private static func desk() throws -> DaemonProcess {
            let daemon = try DaemonProcess(mailbox: "auto_reply = false")
            daemon.imap.deliver(CustomerMail.bytes("a1", from: address, subject: "First"))
            daemon.imap.deliver(CustomerMail.bytes("b1", from: "bert@other.example", subject: "Other"))
            try daemon.start()
            try daemon.wait("two tickets") { try daemon.tickets().count == 2 }
            return daemon
        }

        private static func person(_ daemon: DaemonProcess) throws -> DaemonProcess.JSON {
            let answer = try daemon.json("POST", "/api/v1/people/lookup", body: ["address": address])
            return try #require((answer["people"] as? [DaemonProcess.JSON])?.first)
        }

        private static func restrict(_ daemon: DaemonProcess) throws {
            let id = try #require(try person(daemon)["id"] as? String)
            _ = try daemon.json("POST", "/api/v1/people/\(id)/restrict", body: ["ground": "a"])
        }

        private static func grounds(_ daemon: DaemonProcess) throws -> [String] {
            let answer = try daemon.json("GET", "/api/v1/restrictions")
            return (answer["restrictions"] as? [DaemonProcess.JSON] ?? []).compactMap { $0["ground"] as? String }
        }

        @Test(arguments: ["h1", "h2", "h3"])
        func `a restriction stands whatever the instant of a kill`(point: String) throws {
            let daemon = try Self.desk()
            try daemon.stop()
            try daemon.start(fault: point)
            do { try Self.restrict(daemon) } catch { #expect(["h1", "h2", "h3"].contains(point)) }
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            #expect(try Self.grounds(daemon) == ["a"])
            #expect(try daemon.tickets().compactMap { $0["subject"] as? String } == ["Other"])
            #expect(try daemon.request("GET", "/api/v1/tickets/1").status == 404)
        }

        @Test(arguments: ["h4", "h5"])
        func `a lifted restriction stays lifted whatever the instant of a kill`(point: String) throws {
            let daemon = try Self.desk()
            try Self.restrict(daemon)
            let id = try #require(try Self.person(daemon)["id"] as? String)
            try daemon.stop()
            try daemon.start(fault: point)
            do {
                _ = try daemon.request(
                    "POST", "/api/v1/people/\(id)/unrestrict",
                    body: ["ground": "a", "reason": "It was right.", "told": "phone"])
            } catch {
                #expect(["h4", "h5"].contains(point))
            }
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            #expect(try Self.grounds(daemon).isEmpty)
            #expect(try daemon.tickets().count == 2)
            let first = try daemon.json("GET", "/api/v1/tickets/1")
            #expect(first["subject"] as? String == "First")
        }

        @Test func `the person is written to first, and it ends when that mail has left`() throws {
            let daemon = try Self.desk()
            let made = try daemon.ticketd("people", "restrict", Self.address, "--ground", "a", "--yes")
            #expect(made.contains("Art. 18(1)(a)"))
            #expect(try daemon.tickets().count == 1)
            let listed = try daemon.ticketd("people", "restricted")
            #expect(listed.contains("Art. 18(1)(a)") && !listed.contains("customer.example"))
            let told = try daemon.ticketd(
                "people", "unrestrict", Self.address, "--ground", "a", "--reason", "We checked it with you.")
            #expect(told.contains("when that mail has left"))
            try daemon.wait("it is lifted") { try Self.grounds(daemon).isEmpty && daemon.tickets().count == 2 }
            let mails = daemon.smtp.captured
            #expect(mails.count == 1 && mails.allSatisfy { $0.recipients.joined().contains(Self.address) })
        }
    }
}
