import Foundation
import Glibc
import LoopbackMail
import Testing

extension ProcessTests {
    /// Starting, stopping, reloading, and every way a start can fail.
    struct LifecycleTests {
        @Test func `a second daemon on one store ends with 75 and names the first`() throws {
            let daemon = try DaemonProcess()
            try daemon.start()
            let second = try daemon.run(["serve", "--config", daemon.configurationPath])
            #expect(second.status == 75)
            #expect(second.error.contains("\(daemon.process?.processIdentifier ?? 0)"))
            #expect(try daemon.stop() == 0)
        }

        @Test func `SIGTERM ends gracefully and leaves nothing in the air`() throws {
            let daemon = try DaemonProcess()
            daemon.smtp.misbehave { $0.slowMilliseconds["DOT"] = 500 }
            for index in 1...5 {
                daemon.imap.deliver(CustomerMail.bytes("m\(index)", from: "p\(index)@customer.example"))
            }
            try daemon.start()
            try daemon.wait("sending has begun") { daemon.smtp.captured.count >= 1 }
            #expect(try daemon.stop() == 0)
            daemon.smtp.behave()
            try daemon.start()
            try daemon.wait("all are sent") { try daemon.outbox("sent").count == 5 }
            // Nothing was cut off in the middle: no fate is unknown, no mail is there twice.
            #expect(try daemon.outbox("unknown").isEmpty)
            #expect(daemon.smtp.captured.count == 5)
        }

        @Test func `SIGHUP takes a good configuration whole and leaves a bad one out`() throws {
            let daemon = try DaemonProcess()
            try daemon.start()
            let good = try String(contentsOfFile: daemon.configurationPath, encoding: .utf8)
            try good.replacing("Example Support", with: "Other Desk").write(
                toFile: daemon.configurationPath, atomically: true, encoding: .utf8)
            kill(daemon.process?.processIdentifier ?? 0, SIGHUP)
            try daemon.wait("the reload") { daemon.log.contains("the configuration was reloaded") }
            try good.replacing("Example Support", with: "Third Desk").replacing("poll = \"1s\"", with: "pool = 1")
                .write(
                    toFile: daemon.configurationPath, atomically: true, encoding: .utf8)
            kill(daemon.process?.processIdentifier ?? 0, SIGHUP)
            try daemon.wait("the refusal") { daemon.log.contains("the old one stays") }
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            let mail = String(decoding: daemon.smtp.captured[0].bytes, as: UTF8.self)
            #expect(mail.contains("Other Desk") && !mail.contains("Third Desk"))
        }

        @Test func `SIGHUP takes a corrected password at once`() throws {
            let daemon = try DaemonProcess()
            let password = daemon.directory + "/credentials/support"
            try "wrong\n".write(toFile: password, atomically: true, encoding: .utf8)
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the refusal") { daemon.log.contains("refused the login") }
            try "secret\n".write(toFile: password, atomically: true, encoding: .utf8)
            kill(daemon.process?.processIdentifier ?? 0, SIGHUP)
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
        }

        @Test func `a wrong key, a damaged key and a wrong configuration end with 78 and change nothing`() throws {
            let daemon = try DaemonProcess()
            let key = daemon.directory + "/credentials/root"
            let database = { FileManager.default.contents(atPath: daemon.state + "/desk.db") }
            let before = database()
            for bytes in [Data(repeating: 7, count: 32), Data(repeating: 7, count: 31), Data()] {
                try FileManager.default.removeItem(atPath: key)
                try bytes.write(to: URL(fileURLWithPath: key))
                let run = try daemon.run(["serve", "--config", daemon.configurationPath])
                #expect(run.status == 78, "\(run.error)")
            }
            try "[service]\nlisten = 7\nnmae = \"x\"\n".write(
                toFile: daemon.configurationPath, atomically: true, encoding: .utf8)
            let run = try daemon.run(["serve", "--config", daemon.configurationPath])
            #expect(run.status == 78)
            #expect(run.error.contains("nmae") && run.error.contains("name"))
            #expect(database() == before)
        }

        @Test func `without an https address nothing is sent and the answer says why`() throws {
            let daemon = try DaemonProcess()
            let text = try String(contentsOfFile: daemon.configurationPath, encoding: .utf8)
            try text.replacing("public_url = \"http://127.0.0.1:9\"\n", with: "").write(
                toFile: daemon.configurationPath, atomically: true, encoding: .utf8)
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            let answer = try daemon.request("POST", "/api/v1/tickets/1/replies", body: ["text": "Hello."])
            #expect(answer.status >= 400)
            #expect(String(decoding: answer.body, as: UTF8.self).contains("public_url"))
            #expect(daemon.smtp.captured.isEmpty)
        }
    }
}
