import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// `init` on servers that can do less than a Dovecot: what is a remark, what is a fault, and what is written.
    struct LesserServerTests {
        enum Lack: String, CaseIterable, Sendable, CustomTestStringConvertible {
            case nothing = "nothing"
            case idle = "IDLE"
            case plus = "plus addresses, which it refuses"
            case lostPlus = "plus addresses, which it takes and loses"
            case nullSender = "a null sender"
            case expunging = "MOVE and UIDPLUS"
            case verdict = "Authentication-Results"

            var testDescription: String { rawValue }

            /// What is said, and what stands in the configuration.
            var expected: (said: String, written: String) {
                switch self {
                case .nothing: ("under a plus address", "auto_sender = \"null\"")
                case .idle: ("the server has no IDLE", "reply_address = \"plus\"")
                case .plus: ("takes no plus addresses (550 5.1.1)", "reply_address = \"plain\"")
                case .lostPlus: ("it did not arrive in INBOX", "reply_address = \"plain\"")
                case .nullSender: ("no mail from the null sender (550 5.7.1)", "auto_sender = \"mailbox\"")
                case .expunging: ("can neither MOVE nor expunge", "after_import = \"keep\"")
                case .verdict: ("bore no Authentication-Results", "#authserv_id")
                }
            }
        }

        @Test(arguments: Lack.allCases)
        func `a server that lacks something is used as far as it goes`(lack: Lack) throws {
            let desk = try EmptyDesk()
            let (imap, smtp) = (desk.daemon.imap, desk.daemon.smtp)
            try Data("secret".utf8).write(to: URL(fileURLWithPath: desk.daemon.directory + "/password"))
            let verdict = "Authentication-Results: mx.example.com; dmarc=pass header.from=example.com\r\n"
            smtp.deliver(to: imap, under: lack == .verdict ? "" : verdict)
            switch lack {
            case .nothing, .verdict: break
            case .idle: imap.setCapabilities(["IMAP4rev1", "AUTH=PLAIN", "MOVE", "UIDPLUS"])
            case .plus: smtp.misbehave { $0.refusedRecipients = ["+"] }
            case .lostPlus: smtp.deliver(to: imap, under: verdict, losing: ["+"])
            case .nullSender: smtp.misbehave { $0.refusesNullSender = true }
            case .expunging: imap.setCapabilities(["IMAP4rev1", "AUTH=PLAIN", "IDLE"])
            }
            let run = try desk.daemon.run(Self.words(desk))
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.contains(lack.expected.said), "\(run.error)")
            let text = try String(contentsOfFile: desk.daemon.configurationPath, encoding: .utf8)
            #expect(text.contains(lack.expected.written), "\(text)")
            // The test mail was removed, where the server can.
            #expect(imap.folder("INBOX")?.entries.isEmpty == (lack != .expunging))
            let check = try desk.daemon.run(["config", "check", "--config", desk.daemon.configurationPath])
            #expect(check.status == 0)
        }

        @Test func `a folder that is read-only stops the first run`() throws {
            let desk = try EmptyDesk()
            try Data("secret".utf8).write(to: URL(fileURLWithPath: desk.daemon.directory + "/password"))
            desk.daemon.smtp.deliver(to: desk.daemon.imap)
            desk.daemon.imap.change { $0.isReadOnly = true }
            let run = try desk.daemon.run(Self.words(desk))
            #expect(run.status == 69)
            #expect(run.error.contains("the folder INBOX is read-only"))
            #expect(run.error.contains("the right to write and delete"))
            #expect(!FileManager.default.fileExists(atPath: desk.daemon.configurationPath))
        }

        private static func words(_ desk: EmptyDesk) -> [String] {
            [
                "init", "--dir", desk.daemon.directory, "--password-file", desk.daemon.directory + "/password",
                "--imap", desk.daemon.imap.url, "--smtp", desk.daemon.smtp.url, "--username", "desk", "--insecure",
                "support@example.com",
            ]
        }
    }
}
