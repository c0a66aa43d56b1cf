import Foundation
import Glibc
import LoopbackMail
import Testing

extension ProcessTests {
    /// Alarms of the real daemon when mail cannot carry them, or the store cannot keep them.
    struct AlarmTests {
        @Test func `an alarm nobody can be mailed runs the command with words and counts and nothing else`() throws {
            let daemon = try DaemonProcess(
                "[alerts]\ncommand = \"DIRECTORY/page\"",
                prepare: { directory in
                    let script = "#!/bin/sh\n{ echo \"argument $1\"; env; } >> \(directory)/paged\n"
                    try script.write(toFile: directory + "/page", atomically: true, encoding: .utf8)
                    try FileManager.default.setAttributes(
                        [.posixPermissions: 0o700], ofItemAtPath: directory + "/page")
                })
            daemon.imap.setPassword("another")
            try daemon.start(environment: ["ZQ_SECRET": "zqmarkerzq"])
            try daemon.wait("the command", seconds: 60) {
                FileManager.default.fileExists(atPath: daemon.directory + "/paged")
            }
            try daemon.wait("it has said everything") { try Self.paged(daemon).contains("TICKETD_ALARM=") }
            let said = try Self.paged(daemon)
            for line in [
                "argument login-refused", "TICKETD_ALARM=login-refused", "TICKETD_ALARM_OCCASION=raised",
                "TICKETD_ALARM_MAILBOX=support", "TICKETD_ALARM_COUNT=0",
                "TICKETD_ALARM_TEXT=mailbox support: the IMAP server refuses the login",
            ] {
                #expect(said.contains(line), "\(said)")
            }
            #expect(!said.contains("zqmarkerzq") && !said.contains("ZQ_SECRET"))
            let readiness = try daemon.request("GET", "/readyz")
            #expect(readiness.status == 503)
            #expect(String(decoding: readiness.body, as: UTF8.self).contains("login-refused"))
        }

        @Test(.enabled(if: geteuid() == 0, "mounting a file system of its own needs root"))
        func `a full disk is told while it is full`() throws {
            let disk = try SmallDisk(.memory, megabytes: 8)
            defer { disk.remove() }
            let daemon = try DaemonProcess(
                "[alerts]\nemail = [\"ops@example.net\"]", mailbox: "auto_reply = false",
                prepare: { directory in
                    try FileManager.default.createSymbolicLink(
                        atPath: directory + "/state", withDestinationPath: disk.path)
                })
            try daemon.start()
            #expect(daemon.smtp.captured.isEmpty)
            try disk.fill()
            daemon.imap.deliverNow(CustomerMail.bytes("m1", subject: "While it was full"))
            try daemon.wait("the alarm", seconds: 90) {
                daemon.smtp.captured.contains { Self.text($0).contains("ALARM store-not-writable") }
            }
            #expect(daemon.smtp.captured.allSatisfy { $0.recipients == ["ops@example.net"] })
            #expect(!daemon.smtp.captured.contains { Self.text($0).contains("While it was full") })
            try disk.free()
        }

        private static func text(_ mail: SMTPLoopback.Captured) -> String {
            String(decoding: mail.bytes, as: UTF8.self).replacing("=\r\n", with: "").replacing("\r\n", with: " ")
        }

        private static func paged(_ daemon: DaemonProcess) throws -> String {
            try String(contentsOfFile: daemon.directory + "/paged", encoding: .utf8)
        }
    }
}
