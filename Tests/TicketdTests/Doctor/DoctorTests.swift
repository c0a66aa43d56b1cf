import Foundation
import Glibc
import LoopbackMail
import Testing

extension ProcessTests {
    /// What `check` says of things that only servers on this machine can be made to do.
    struct DoctorTests {
        private func lines(
            _ daemon: DaemonProcess, _ options: [String] = [], names: NameLoopback? = nil
        ) throws -> [String] {
            let environment = names.map { ["TICKETD_NAMESERVER": $0.place] } ?? [:]
            let words = ["check", "--config", daemon.configurationPath] + options
            let run = try daemon.run(words, environment: environment)
            #expect([0, 1].contains(run.status), "\(run.error)")
            #expect((run.status == 1) == run.output.contains("PROBLEM"))
            return run.output.split(separator: "\n").map(String.init)
        }

        /// The line of a problem or a note, which must be followed by what mends it.
        private func expect(_ lines: [String], _ mark: String, _ words: String) {
            let place = lines.firstIndex { $0.hasPrefix(mark) && $0.contains(words) }
            #expect(place != nil, "\(words) in \(lines)")
            guard let place else { return }
            #expect(lines.indices.contains(place + 1) && lines[place + 1].contains("→"))
        }

        @Test func `the sender's domain is looked up, and what it lacks is named with its record`() throws {
            let daemon = try DaemonProcess()
            let names = NameLoopback()
            defer { names.stop() }
            let bare = try lines(daemon, ["--no-send"], names: names)
            expect(bare, "PROBLEM", "domain example.com: SPF: there is no record")
            expect(bare, "PROBLEM", "domain example.com: DMARC: there is no record")
            names.know("example.com", .text("v=spf1 mx -all"))
            names.know("_dmarc.example.com", .text("v=DMARC1; p=reject"))
            let full = try lines(daemon, ["--no-send"], names: names)
            #expect(full.contains { $0.hasPrefix("ok") && $0.contains("SPF: there is a record") })
            #expect(full.contains { $0.hasPrefix("ok") && $0.contains("DMARC: the policy is reject") })
            #expect(names.questions.allSatisfy { !$0.contains("support") })
        }

        @Test func `without a name server the domain is unknown, which is a note`() throws {
            let found = try lines(try DaemonProcess(), ["--no-send"])
            expect(found, "note", "SPF, DKIM and DMARC are unknown")
            #expect(!found.contains { $0.hasPrefix("PROBLEM") && $0.contains("domain example.com") })
        }

        @Test(arguments: [("01-Jan-2020 00:00:00 +0000", "ahead of"), ("01-Jan-2090 00:00:00 +0000", "behind")])
        func `a clock that the mail server disagrees with is a problem`(date: String, words: String) throws {
            let daemon = try DaemonProcess()
            daemon.smtp.deliver(to: daemon.imap, dated: date)
            expect(try lines(daemon), "PROBLEM", "\(words) the mail server's")
        }

        @Test func `a key of DKIM that is not published is a problem`() throws {
            let daemon = try DaemonProcess()
            let names = NameLoopback()
            defer { names.stop() }
            let signature = "DKIM-Signature: v=1; a=rsa-sha256; d=example.com;\r\n s=mail2026; bh=x; b=y\r\n"
            daemon.smtp.deliver(to: daemon.imap, under: signature)
            expect(try lines(daemon, names: names), "PROBLEM", "signed with a key that is not published")
            names.know("mail2026._domainkey.example.com", .text("v=DKIM1; k=rsa; p=MIIB"))
            #expect(
                try lines(daemon, names: names).contains { $0.hasPrefix("ok") && $0.contains("its key is published") })
        }

        @Test func `a folder that is read-only and a server without IDLE are told`() throws {
            let daemon = try DaemonProcess()
            daemon.imap.change { $0.isReadOnly = true }
            daemon.imap.setCapabilities(["IMAP4rev1", "AUTH=PLAIN", "MOVE", "UIDPLUS"])
            let found = try lines(daemon, ["--no-send"])
            expect(found, "PROBLEM", "the folder INBOX is read-only")
            expect(found, "note", "the server has no IDLE")
        }

        enum Stranger: String, CaseIterable, Sendable {
            case otherDesk, redirect, swallower

            var answer: String {
                switch self {
                case .otherDesk: "HTTP/1.1 404 Not Found\r\nX-Robots-Tag: noindex\r\nContent-Length: 0\r\n\r\n"
                case .redirect: "HTTP/1.1 301 Moved\r\nLocation: https://example.com/\r\nContent-Length: 0\r\n\r\n"
                case .swallower: "HTTP/1.1 200 OK\r\nX-Robots-Tag: noindex\r\nContent-Length: 2\r\n\r\nok"
                }
            }
            var words: String {
                switch self {
                case .otherDesk: "reaches a desk with other keys"
                case .redirect: "is answered by something else (status 301)"
                case .swallower: "does not let a POST through (status 200)"
                }
            }
        }

        @Test(arguments: Stranger.allCases)
        func `a public_url whose links do not work here is a problem`(stranger: Stranger) throws {
            let daemon = try DaemonProcess()
            let server = HTTPLoopback()
            defer { server.stop() }
            server.answer(with: stranger.answer)
            try change(daemon, "http://127.0.0.1:9", to: server.url)
            expect(try lines(daemon, ["--no-send"]), "PROBLEM", stranger.words)
            // Nothing that was posted could unsubscribe anybody.
            #expect(server.requests.allSatisfy { $0.body.isEmpty || $0.body == Array("check=1".utf8) })
        }

        @Test(.enabled(if: geteuid() == 0, "a disk of one's own needs root"))
        func `a disk that is nearly full is a problem`() throws {
            let daemon = try DaemonProcess()
            let disk = try SmallDisk(.memory, megabytes: 64)
            defer { disk.remove() }
            try change(daemon, daemon.state, to: disk.path)
            expect(try lines(daemon, ["--no-send"]), "PROBLEM", "MiB are free at \(disk.path)")
        }

        private func change(_ daemon: DaemonProcess, _ old: String, to new: String) throws {
            let text = try String(contentsOfFile: daemon.configurationPath, encoding: .utf8)
            try text.replacing(old, with: new)
                .write(toFile: daemon.configurationPath, atomically: true, encoding: .utf8)
        }
    }
}
