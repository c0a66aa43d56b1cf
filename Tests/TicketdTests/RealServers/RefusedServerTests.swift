import Foundation
import Testing

extension ProcessTests {
    /// Servers that cannot be trusted or do not let us in: nothing secret leaves, and the state says why.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct RefusedServerTests {
        @Test(arguments: PostOffice.Security.allCases)
        func `a server whose certificate no authority of ours signed hears nothing`(security: PostOffice.Security)
            throws
        {
            let office = try PostOffice()
            let relay = try RecordingRelay(to: office.port(security.imap))
            // The system's authorities, and not the office's own.
            let desk = try OfficeDesk(
                security, changes: ["ca_file": nil, "imap": "\(security.imap)://localhost:\(relay.port)"])
            try desk.ask("tls-\(security.imap)")
            try desk.daemon.start()
            try desk.daemon.wait("the state says so") { try desk.mailbox()["problem"] as? String != nil }
            #expect(try desk.mailbox()["problem"] as? String == "tlsRefused")
            #expect(try desk.mailbox()["well"] as? Bool == false)
            #expect(desk.daemon.log.contains("tls-refused"))
            #expect(relay.connections > 0)
            #expect(Self.commands(in: relay.heard).isDisjoint(with: ["LOGIN", "AUTHENTICATE", "SELECT"]))
            #expect(!relay.heard.contains(desk.support.password))
            #expect(try desk.daemon.tickets().isEmpty)
            #expect(try desk.office.mails(of: desk.support).count == 1)
        }

        @Test func `an SMTP server with another name on its certificate is given no mail`() throws {
            let office = try PostOffice()
            let relay = try RecordingRelay(to: office.port("smtp"), host: "127.0.0.2")
            let desk = try OfficeDesk(.bySTARTTLS, changes: ["smtp": "smtp://127.0.0.2:\(relay.port)"])
            try desk.ask("name-1")
            try desk.daemon.start()
            try desk.daemon.wait("the ticket") { try desk.daemon.tickets().count == 1 }
            try desk.daemon.wait("an attempt") { relay.heard.contains("STARTTLS") }
            try desk.daemon.wait("the attempt is over") {
                try desk.daemon.outbox().first?["state"] as? String != "sending"
            }
            #expect(try ["queued", "deferred"].contains(desk.daemon.outbox().first?["state"] as? String))
            #expect(Self.commands(in: relay.heard).isDisjoint(with: ["AUTH", "MAIL", "RCPT", "DATA"]))
            #expect(try desk.office.mails(of: desk.customer()).isEmpty)
        }

        /// That it is tried three times and then left alone for half an hour is shown with a clock of our own
        /// elsewhere.
        @Test func `a wrong password is told at once, and the mailbox is left alone`() throws {
            let desk = try OfficeDesk()
            try desk.ask("login-1")
            try Data("guess".utf8).write(
                to: URL(fileURLWithPath: desk.daemon.directory + "/credentials/support"))
            try desk.daemon.start()
            try desk.daemon.wait("the state says so") { try desk.mailbox()["problem"] as? String != nil }
            #expect(try desk.mailbox()["problem"] as? String == "loginRefused")
            #expect(desk.daemon.log.contains("refused the login"))
            #expect(try desk.daemon.tickets().isEmpty)
            #expect(try desk.office.mails(of: desk.support).count == 1)
        }

        /// The words a server would understand. Bytes of TLS records are no words.
        private static func commands(in heard: String) -> Set<String> {
            let lines = heard.split(whereSeparator: \.isNewline)
            return Set(lines.flatMap { $0.split(separator: " ").prefix(2).map { $0.uppercased() } })
        }
    }
}
