import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Alarms leave by a path of their own, over TLS with a login, whatever is broken.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct AlarmMailTests {
        /// `[alerts]` to and through an account of the office.
        private static func section(_ office: PostOffice, _ account: PostOffice.Account, password: String) throws
            -> String
        {
            """
            [alerts]
            email = ["\(account.address)"]
            smtp = "smtps://localhost:\(try office.port("smtps"))"
            username = "\(account.address)"
            password = "file:\(password)"
            ca_file = "\(try office.value("CA_FILE"))"
            """
        }

        /// A file with the password of the operator's account, outside the daemon's folder.
        private static func passwordFile(_ account: PostOffice.Account) throws -> String {
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("ops-\(account.name)").path
            try Data(account.password.utf8).write(to: URL(fileURLWithPath: file))
            return file
        }

        @Test func `a mailbox's SMTP server that refuses the login is told over the other path`() throws {
            let office = try PostOffice()
            let operations = try office.account()
            let file = try Self.passwordFile(operations)
            defer { do { try FileManager.default.removeItem(atPath: file) } catch {} }
            let daemon = try DaemonProcess(Self.section(office, operations, password: file))
            daemon.smtp.misbehave { $0.replies["AUTH"] = "535 5.7.8 zqmarkerzq is not welcome" }
            daemon.imap.deliver(
                CustomerMail.bytes("m1", from: "zqmarkerzq@customer.example", subject: "zqmarkerzq", text: "zqmarkerzq")
            )
            try daemon.start()
            try daemon.wait("the alarm", seconds: 60) { try !office.mails(of: operations).isEmpty }
            let mail = try #require(try office.mails(of: operations).first)
            #expect(mail.header("Subject") == "Example Support: alarm: smtp-login-refused (support)")
            #expect(mail.header("From")?.contains(operations.address) == true)
            #expect(mail.header("Auto-Submitted") == "auto-generated")
            #expect(mail.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
            #expect(
                mail.unwrapped.contains("ALARM smtp-login-refused: mailbox support: the SMTP server refuses the login"))
            // P14: what the customer wrote and what the server said stands in no alarm.
            #expect(!mail.text.lowercased().contains("zqmarkerzq"))
            #expect(daemon.smtp.captured.isEmpty)
            #expect(try office.mails(of: operations).count == 1)
        }

        @Test func `a refused login is mailed once, told everywhere alike, and its link mutes notices only`() throws {
            let office = try PostOffice()
            let operations = try office.account()
            let file = try Self.passwordFile(operations)
            defer { do { try FileManager.default.removeItem(atPath: file) } catch {} }
            let desk = try OfficeDesk(sections: Self.section(office, operations, password: file))
            let daemon = desk.daemon
            try Data("guess".utf8).write(to: URL(fileURLWithPath: daemon.directory + "/credentials/support"))
            try daemon.start()
            try daemon.wait("the alarm", seconds: 60) { try !office.mails(of: operations).isEmpty }
            let mail = try #require(try office.mails(of: operations).first)

            let sentence = "login-refused: mailbox support: the IMAP server refuses the login, since "
            let readiness = try daemon.request("GET", "/readyz")
            #expect(readiness.status == 503)
            #expect(String(decoding: readiness.body, as: UTF8.self).contains(sentence))
            #expect(mail.unwrapped.contains(sentence))
            #expect(try daemon.ticketd("status").contains("ALARM login-refused: mailbox support"))
            let metrics = String(decoding: try daemon.request("GET", "/metrics").body, as: UTF8.self)
            #expect(metrics.contains("ticketd_alarms{kind=\"login-refused\"} 1"))
            #expect(metrics.contains("ticketd_alarms{kind=\"clock-jump\"} 0"))

            let link = try #require(mail.link)
            let path = String(link.suffix(from: try #require(link.firstRange(of: "/u/")).lowerBound))
            let page = try PlainHTTP.send("GET", path, at: .tcp(desk.port))
            #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains("name=\"notices\""))
            let muted = try PlainHTTP.send(
                "POST", path, at: .tcp(desk.port),
                headers: [(name: "Content-Type", value: "application/x-www-form-urlencoded")],
                body: Array("List-Unsubscribe=One-Click".utf8))
            #expect(muted.status == 200)

            // A restart remembers that it was told.
            #expect(try daemon.stop() == 0)
            try daemon.start()
            try daemon.wait("the alarm stands again") {
                let alarms = try daemon.json("GET", "/api/v1/status")["alarms"] as? [DaemonProcess.JSON] ?? []
                return try alarms.contains { $0["kind"] as? String == "login-refused" }
                    && desk.mailbox()["problem"] as? String != nil
            }
            try Data(desk.support.password.utf8).write(
                to: URL(fileURLWithPath: daemon.directory + "/credentials/support"))
            kill(try #require(daemon.process).processIdentifier, SIGHUP)
            try daemon.wait("it is over") { try daemon.request("GET", "/readyz").status == 200 }
            #expect(try office.mails(of: operations).count == 1)
        }
    }
}
