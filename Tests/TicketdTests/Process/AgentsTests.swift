import Foundation
import Glibc
import LoopbackMail
import Testing

extension ProcessTests {
    /// Agents through the real binary: the kernel says who calls on the socket.
    struct AgentsTests {
        @Test(.enabled(if: geteuid() == 0, "becoming another user needs root"))
        func `a local user sees the status, as an agent the tickets, and as a former agent the status again`() throws {
            let daemon = try DaemonProcess()
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the ticket") { try daemon.tickets().count == 1 }
            // The group of the socket is the operator's choice; here everybody may knock.
            #expect(chmod(daemon.socket, 0o666) == 0)

            #expect(try Self.asLocalUser(daemon, "status").status == 0)
            #expect(try Self.asLocalUser(daemon, "tickets", "list").status == 77)

            let added = try daemon.ticketd(
                "agents", "add", "--name", "Bea Unmistakable", "--unix-user", "4711", input: "bea@desk.example\n")
            #expect(added.contains("Bea Unmistakable") && added.contains("<bea@desk.example>"))
            #expect(try Self.asLocalUser(daemon, "tickets", "note", "1", "--text", "Called.").status == 0)
            let shown = try Self.asLocalUser(daemon, "tickets", "show", "1")
            #expect(shown.status == 0 && shown.output.contains("Bea Unmistakable"))
            #expect(try Self.asLocalUser(daemon, "agents", "add", "--name", "X", "--email", "x@x.example").status == 77)
            #expect(try daemon.ticketd("tickets", "assign", "1", "bea unmistakable").contains("#1"))
            #expect(
                try daemon.run(["tickets", "assign", "1", "Somebody", "--config", daemon.configurationPath]).status
                    == 64)
            let reset = try daemon.ticketd("agents", "reset", "bea@desk.example")
            #expect(reset.contains("one-time password") && reset.contains("otpauth://totp/Example%20Support:"))

            let left = try daemon.ticketd("agents", "disable", "Bea Unmistakable", "--yes")
            #expect(left.contains("handed on: 0; nobody's now: 1"))
            #expect(try Self.asLocalUser(daemon, "status").status == 0)
            #expect(try Self.asLocalUser(daemon, "tickets", "list").status == 77)
            let after = try daemon.ticketd("tickets", "show", "1")
            #expect(after.contains("former agent") && !after.contains("Unmistakable"))
            let audit = try daemon.ticketd("audit", "show")
            for word in ["agent.added", "agent.reset", "agent.disabled", "ticket.read", "agent:"] {
                #expect(audit.contains(word), "\(word)")
            }
            #expect(!audit.contains("Unmistakable") && !audit.contains("desk.example"))
            #expect(!daemon.log.contains("Unmistakable") && !daemon.log.contains("bea@"))
            #expect(try daemon.stop() == 0)
        }

        private static func asLocalUser(_ daemon: DaemonProcess, _ arguments: String...) throws -> ProgramRun {
            try ProgramRun(
                "/usr/bin/setpriv",
                ["--reuid=4711", "--regid=4711", "--clear-groups", DaemonProcess.binary] + arguments,
                environment: ["TICKETD_SOCKET": daemon.socket])
        }
    }
}
