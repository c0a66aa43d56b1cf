import Foundation
import Glibc
import LoopbackMail
import Testing

extension ProcessTests {
    /// The doctor on a real post office: all well, and each thing broken on purpose.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct CheckTests {
        @Test(arguments: ["move:ticketd", "delete", "keep"])
        func `check finds a working desk well and leaves nothing behind`(rule: String) throws {
            let desk = try OfficeDesk(changes: ["after_import": rule])
            try Self.startWell(desk)
            let check = try desk.daemon.run(["check", "--config", desk.daemon.configurationPath])
            #expect(check.status == 0, "\(check.output)")
            #expect(!check.output.contains("PROBLEM"))
            #expect(check.output.contains("the test mail came back, under a plus address"))
            #expect(check.output.contains("/u/ reaches this desk"))
            // Whatever the daemon does with the test mail, it has done when a later mail is a ticket.
            try desk.ask("after-\(rule.prefix(4))", subject: "After the check")
            try desk.daemon.wait("the later mail") { try desk.daemon.tickets().count >= 1 }
            #expect(try desk.daemon.tickets().compactMap { $0["subject"] as? String } == ["After the check"])
            for folder in ["INBOX", "ticketd"] {
                let left = try desk.office.mails(of: desk.support, in: folder).compactMap { $0.header("Subject") }
                #expect(left.allSatisfy { $0 == "After the check" })
            }
            #expect(try desk.daemon.json("GET", "/api/v1/status")["quarantine"] as? Int == 0)
        }

        enum Fault: String, CaseIterable, Sendable, CustomTestStringConvertible {
            case noBackupOfKeys = "no backup of the keys"
            case oldBackupOfKeys = "no backup of the keys younger than a day"
            case foreignBackupOfKeys = "a backup of the keys that the root key does not open"
            case wrongRoot = "another root key"
            case wrongPassword = "a wrong password"
            case noPassword = "a password that is not there"
            case wrongIMAPHost = "an IMAP server that is not there"
            case wrongSMTPHost = "an SMTP server that is not there"
            case foreignAuthority = "a certificate of an unknown authority"
            case noPublicURL = "no public_url"
            case foreignPublicURL = "a public_url where somebody else answers"
            case openState = "a store that others can read"
            case noDaemon = "no daemon"
            case oneFolder = "both backups in one folder"
            case linkedFolder = "both backups in one folder, by a link"
            case unknownSetting = "an unknown setting"

            var testDescription: String { rawValue }
        }

        @Test(arguments: Fault.allCases)
        func `check names what is broken, how to mend it, and ends with 1`(fault: Fault) throws {
            let desk = try OfficeDesk()
            try Self.startWell(desk)
            let stranger = HTTPLoopback()
            defer { stranger.stop() }
            let expected = try Self.apply(fault, to: desk, stranger: stranger)
            // SMTP is tried by sending, and nothing else here needs to wait for a mail.
            let words =
                ["check", "--config", desk.daemon.configurationPath] + (fault == .wrongSMTPHost ? [] : ["--no-send"])
            let check = try desk.daemon.run(words)
            #expect(check.status == 1)
            let lines = check.output.split(separator: "\n").map(String.init)
            let problem = lines.firstIndex { $0.hasPrefix("PROBLEM") && $0.contains(expected) }
            let place = try #require(problem, "\(check.output)")
            #expect(place + 1 < lines.count && lines[place + 1].contains("→"))

            let json = try desk.daemon.run(words + ["--json"])
            #expect(json.status == 1)
            let findings = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [DaemonProcess.JSON]
            let named = (findings ?? []).contains {
                $0["verdict"] as? String == "problem" && ($0["message"] as? String)?.contains(expected) == true
                    && ($0["remedy"] as? String)?.isEmpty == false
            }
            #expect(named, "\(json.output)")
        }

        @Test func `check without a daemon removes its test mail itself`() throws {
            let desk = try OfficeDesk()
            try Self.startWell(desk)
            try desk.daemon.stop()
            let check = try desk.daemon.run(["check", "--config", desk.daemon.configurationPath])
            #expect(check.status == 1)
            #expect(check.output.contains("the test mail came back"))
            #expect(try desk.office.mails(of: desk.support).isEmpty)
        }

        @Test(arguments: [(20, "note"), (10, "PROBLEM")])
        func `a certificate that ends soon is told`(days: Int, mark: String) throws {
            let office = try PostOffice(certificateDays: days)
            defer { do { try office.stop() } catch { Issue.record(error) } }
            let account = try office.onlyAccount
            let desk = try OfficeDesk(changes: [
                "address": account.address, "username": account.address, "ca_file": try office.value("CA_FILE"),
                "imap": "imaps://localhost:\(try office.port("imaps"))",
                "smtp": "smtp://localhost:\(try office.port("smtp"))",
            ])
            let check = try desk.daemon.run(["check", "--no-send", "--config", desk.daemon.configurationPath])
            let lines = check.output.split(separator: "\n").filter { $0.contains("certificate of") }
            #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix(mark) }, "\(check.output)")
            #expect(lines.allSatisfy { $0.hasSuffix("ends in \(days - 1) days") })
        }

        /// Runs, and has made both backups.
        private static func startWell(_ desk: OfficeDesk) throws {
            try desk.daemon.start()
            try desk.waitUntilIdle()
            try desk.daemon.wait("both backups") {
                try ["desk", "keys"].allSatisfy { try !backups(desk, $0).isEmpty }
            }
        }

        private static func backups(_ desk: OfficeDesk, _ set: String) throws -> [String] {
            let folder = "\(desk.daemon.directory)/backups/\(set)"
            guard FileManager.default.fileExists(atPath: folder) else { return [] }
            return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".db") }
                .map { "\(folder)/\($0)" }
        }

        /// Breaks one thing and answers what the doctor must say of it.
        private static func apply(_ fault: Fault, to desk: OfficeDesk, stranger: HTTPLoopback) throws -> String {
            let (files, home) = (FileManager.default, desk.daemon.directory)
            switch fault {
            case .noBackupOfKeys:
                for path in try backups(desk, "keys") { try files.removeItem(atPath: path) }
                return "there is none"
            case .oldBackupOfKeys:
                let path = try #require(try backups(desk, "keys").first)
                try files.moveItem(atPath: path, toPath: home + "/backups/keys/keys-20260101T000000Z.db")
                return "hours old"
            case .foreignBackupOfKeys:
                let path = try #require(try backups(desk, "keys").first)
                try Data("no database".utf8).write(to: URL(fileURLWithPath: path))
                return "does not open"
            case .wrongRoot:
                try replace(home + "/credentials/root", by: Data(repeating: 7, count: 32))
                return "does not open this store"
            case .wrongPassword:
                try replace(home + "/credentials/support", by: Data("guess".utf8))
                return "refused the login"
            case .noPassword:
                try files.removeItem(atPath: home + "/credentials/support")
                return "the password cannot be read"
            case .openState:
                chmod(home + "/state/desk.db", 0o644)
                return "is open to others"
            case .noDaemon:
                try desk.daemon.stop()
                return "it does not run"
            case .linkedFolder:
                try files.removeItem(atPath: home + "/backups/keys")
                try files.createSymbolicLink(
                    atPath: home + "/backups/keys", withDestinationPath: home + "/backups/desk")
                return "both sets end up in one folder"
            case .wrongIMAPHost, .wrongSMTPHost, .foreignAuthority, .noPublicURL, .foreignPublicURL, .oneFolder,
                .unknownSetting:
                return try rewrite(fault, desk, stranger)
            }
        }

        private static func rewrite(_ fault: Fault, _ desk: OfficeDesk, _ stranger: HTTPLoopback) throws -> String {
            let path = desk.daemon.configurationPath
            let old = try String(contentsOfFile: path, encoding: .utf8)
            var (new, expected) = (old, "")
            let link = "public_url = \"http://127.0.0.1:\(desk.port)\""
            switch fault {
            case .wrongIMAPHost:
                new = line("imap", in: old, becomes: "imaps://localhost:1")
                expected = "nobody listens at imaps://localhost:1"
            case .wrongSMTPHost:
                new = line("smtp", in: old, becomes: "smtps://localhost:1")
                expected = "nobody listens at smtps://localhost:1"
            case .foreignAuthority:
                (new, expected) = (line("ca_file", in: old, becomes: nil), "is of no authority that is trusted here")
            case .noPublicURL: (new, expected) = (old.replacing(link, with: ""), "public_url")
            case .foreignPublicURL:
                new = old.replacing(link, with: "public_url = \"\(stranger.url)\"")
                expected = "is answered by something else"
            case .oneFolder:
                (new, expected) = (old.replacing("/backups/keys", with: "/backups/desk"), "lies with the backup")
            default: (new, expected) = (old.replacing("poll = ", with: "pool = "), "pool")
            }
            #expect(new != old)
            try new.write(toFile: path, atomically: true, encoding: .utf8)
            return expected
        }

        private static func line(_ key: String, in text: String, becomes value: String?) -> String {
            text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
                line.hasPrefix(key + " = ") ? value.map { "\(key) = \"\($0)\"" } : String(line)
            }.joined(separator: "\n")
        }

        /// A key file may be written by nobody, so it is replaced.
        private static func replace(_ path: String, by bytes: Data) throws {
            try FileManager.default.removeItem(atPath: path)
            try bytes.write(to: URL(fileURLWithPath: path))
        }
    }
}
