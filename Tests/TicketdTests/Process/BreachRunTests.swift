import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// A breach from its first hour to its end, by the commands a data protection officer types.
    struct BreachRunTests {
        @Test func `a breach is put down, its people are found and told, and it is closed`() throws {
            let daemon = try DaemonProcess()
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            let person = try daemon.people("ann@customer.example").id
            #expect(try daemon.request("POST", "/api/v1/people/\(person)/unsubscribe").status == 204)
            let opened = try daemon.ticketd(
                "breaches", "open", "--kind", "confidentiality", "--decided-by", "B. Muster")
            #expect(opened.contains("hours left to tell the authority"))
            let found = try daemon.ticketd("breaches", "affected", "1", "--ticket", "1")
            #expect(found.contains("affected    1 people, 2 records"))
            _ = try daemon.ticketd(
                "breaches", "describe", "1", "--nature", "An answer went to a stranger.", "--consequences",
                "The stranger knows what you asked.", "--measures", "The stranger deleted it.")
            let assessed = try daemon.ticketd(
                "breaches", "assess", "1", "--risk", "high", "--reasons", "health", "--context", "4",
                "--identification", "0.75", "--malicious")
            #expect(assessed.contains("high (ENISA 3.50, high): health"))
            #expect(try daemon.ticketd("breaches", "report", "1").contains("An answer went to a stranger."))
            let early = try daemon.run(
                ["breaches", "close", "1", "--reasons", "learned", "--config", daemon.configurationPath])
            #expect(early.status == 64 && early.error.contains("breaches notify"))
            _ = try daemon.ticketd(
                "breaches", "notify", "1", "--authority", "--via", "portal", "--reference", "A-1")
            _ = try daemon.ticketd("breaches", "tell", "1", "--letters", "--yes")
            try daemon.wait("the letter") { daemon.smtp.captured.count == 2 }
            let letter = String(decoding: daemon.smtp.captured[1].bytes, as: UTF8.self)
            #expect(letter.contains("List-Unsubscribe-Post"))
            _ = try daemon.ticketd("breaches", "tell", "1", "--letters", "--yes")
            let closed = try daemon.ticketd("breaches", "close", "1", "--reasons", "Addresses are shown twice.")
            #expect(closed.contains("letters     1 sent, 0 on their way"))
            #expect(try daemon.ticketd("breaches", "list").hasPrefix("No open breaches."))
            #expect(daemon.smtp.captured.count == 2)
            #expect(!daemon.log.contains("stranger") && !daemon.log.contains("Muster"))
            #expect(try daemon.stop() == 0)
        }

        @Test func `a kit is written that only its passphrase opens`() throws {
            let daemon = try DaemonProcess()
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            _ = try daemon.ticketd("breaches", "open", "--kind", "availability", "--decided-by", "B. Muster")
            _ = try daemon.ticketd("breaches", "affected", "1", "--ticket", "1")
            let secret = daemon.state + "/passphrase"
            try "correct horse battery\n".write(toFile: secret, atomically: true, encoding: .utf8)
            let kit = daemon.state + "/breach.kit"
            let words = ["breaches", "kit", "1", "--out", kit, "--passphrase-file", secret]
            let config = ["--config", daemon.configurationPath]
            #expect(try daemon.run(words + config).status == 0)
            #expect(try daemon.run(words + config).status == 74, "an older kit is not lost by mistake")
            let opened = try ProgramRun("/usr/bin/env", ["python3", daemon.state + "/open-kit.py", kit, secret])
            #expect(opened.status == 0 && opened.output.contains("ann@customer.example"))
            #expect(opened.output.contains("72 hours  end at") && opened.output.contains("33(3)(a)"))
            #expect(try daemon.stop() == 0)
        }
    }
}
