import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Erasing with the real binary: killed at every step, held beyond the limit, from the command line.
    struct ErasureTests {
        private static let address = "ada@customer.example"

        /// Two mails of the person and one of somebody else, moved, and each person acknowledged once.
        private static func desk(_ extra: String = "") throws -> DaemonProcess {
            let daemon = try DaemonProcess(extra)
            daemon.imap.deliver(CustomerMail.bytes("a1", from: address, subject: "First"))
            daemon.imap.deliver(CustomerMail.bytes("a2", from: address, subject: "Second"))
            daemon.imap.deliver(CustomerMail.bytes("b1", from: "bert@other.example", subject: "Other"))
            try daemon.start()
            try daemon.wait("three tickets, moved and acknowledged") {
                try daemon.tickets().count == 3 && daemon.outbox("sent").count == 2
                    && daemon.imap.folder("ticketd")?.entries.count == 3
            }
            return daemon
        }

        private static func person(_ daemon: DaemonProcess, _ address: String = address) throws -> String? {
            let answer = try daemon.json("POST", "/api/v1/people/lookup", body: ["address": address])
            return (answer["people"] as? [DaemonProcess.JSON])?.first?["id"] as? String
        }

        private static func erase(_ daemon: DaemonProcess, _ person: String) throws -> DaemonProcess.JSON {
            try daemon.json(
                "POST", "/api/v1/people/\(person)/erase",
                body: ["verified": ["how": "phone", "by": "Otto Operator"]])
        }

        private static func erasures(_ daemon: DaemonProcess) throws -> [DaemonProcess.JSON] {
            try daemon.json("GET", "/api/v1/erasures")["erasures"] as? [DaemonProcess.JSON] ?? []
        }

        @Test(arguments: ["e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8"])
        func `P8 an erasure comes to its end whatever the instant of a kill`(point: String) throws {
            let daemon = try Self.desk()
            let person = try #require(try Self.person(daemon))
            let before = daemon.smtp.captured.count
            try daemon.stop()

            try daemon.start(fault: point)
            // The early steps end the process before it can answer.
            do { _ = try Self.erase(daemon, person) } catch { #expect(["e1", "e2", "e3", "e4"].contains(point)) }
            #expect(try daemon.waitForExit() == 128 + 9)

            try daemon.start()
            try daemon.wait("the erasure is over") {
                try Self.erasures(daemon).map { $0["state"] as? String } == ["done"]
            }
            #expect(try Self.person(daemon) == nil)
            #expect(try daemon.tickets().compactMap { $0["subject"] as? String } == ["Other"])
            #expect(daemon.imap.folder("ticketd")?.entries.count == 1)
            let mails = daemon.smtp.captured.dropFirst(before)
            #expect(mails.count == 1)
            #expect(mails.allSatisfy { $0.recipients.joined().contains(Self.address) })
            let erasure = try #require(try Self.erasures(daemon).first)
            #expect((erasure["search"] as? DaemonProcess.JSON)?["found"] as? Int == 0)
            try daemon.stop()
            let ledger = try String(contentsOfFile: daemon.state + "/erasures.log", encoding: .utf8)
            #expect(ledger.components(separatedBy: "\n").count { $0.contains(" erased ") } == 1)
            #expect(!ledger.contains("customer.example"))
        }

        @Test func `P16 of twenty-one erasures in a day twenty are carried out and one waits, with one alarm`() throws {
            let daemon = try DaemonProcess(mailbox: "auto_reply = false")
            for index in 1...21 {
                daemon.imap.deliver(CustomerMail.bytes("p\(index)", from: "p\(index)@customer.example"))
            }
            try daemon.start()
            try daemon.wait("all tickets") { try daemon.tickets().count == 21 }
            for index in 1...21 {
                _ = try Self.erase(daemon, try #require(try Self.person(daemon, "p\(index)@customer.example")))
            }
            try daemon.wait("twenty are over") {
                try Self.erasures(daemon).count { $0["state"] as? String == "done" } == 20
            }
            let held = try Self.erasures(daemon).filter { $0["state"] as? String == "held" }
            #expect(held.count == 1)
            #expect(try daemon.tickets().count == 1)
            try daemon.wait("the alarm") { daemon.log.contains("an erasure waits") }
            #expect(daemon.log.components(separatedBy: "an erasure waits").count == 2)
            // The operator is not the data protection officer.
            let id = try #require(held.first?["id"] as? String)
            #expect(try daemon.request("POST", "/api/v1/erasures/\(id)/approve").status == 403)
            let text = try daemon.ticketd("erasures", "list")
            #expect(text.contains("held") && !text.contains("customer.example"))
            _ = try daemon.ticketd("erasures", "cancel", id)
            #expect(try Self.erasures(daemon).count { $0["state"] as? String == "cancelled" } == 1)
        }

        @Test func `the command line counts first, wants a checked identity and asks`() throws {
            let daemon = try Self.desk("[privacy]\nunreachable_copies = [\"machine snapshots, 14 days\"]")
            let preview = try daemon.ticketd("people", "erase", "-", "--dry-run", input: Self.address + "\n")
            #expect(preview.contains("2 tickets whole") && preview.contains("3 messages"))
            #expect(try Self.person(daemon) != nil)
            let refused = try daemon.run(
                ["people", "erase", Self.address, "--yes", "--config", daemon.configurationPath])
            #expect(refused.status == 64 && refused.error.contains("--verified-how"))
            let how = [
                "--verified-how", "phone", "--verified-by", "Otto Operator", "--config", daemon.configurationPath,
            ]
            let declined = try daemon.run(["people", "erase", Self.address] + how, input: "n\n")
            #expect(declined.status == 0)
            #expect(try Self.person(daemon) != nil)
            let done = try daemon.run(["people", "erase", Self.address, "--yes"] + how)
            #expect(done.output.contains("keys are destroyed"))
            #expect(try Self.person(daemon) == nil)
            try daemon.wait("it is over") { try Self.erasures(daemon).first?["state"] as? String == "done" }
            let id = try #require(try Self.erasures(daemon).first?["id"] as? String)
            let certificate = try daemon.ticketd("erasures", "show", id)
            #expect(certificate.contains("2 copies removed") && certificate.contains("no mark of the person found"))
            #expect(certificate.contains("machine snapshots, 14 days") && certificate.contains("confirmation sent"))
            #expect(!certificate.contains("ada@") && !certificate.contains("Otto"))
            let unknown = try daemon.request(
                "POST", "/api/v1/people/\(id)/erase", body: ["request": id])
            #expect(unknown.status == 422)
        }
    }
}
