import Foundation
import Glibc
import Testing

extension ProcessTests {
    /// The first run: with nobody at a terminal, with somebody, twice, and broken off anywhere.
    struct InitTests {
        @Test func `init without a terminal makes a desk that serves, and a second run changes nothing`() throws {
            let desk = try EmptyDesk()
            let first = try desk.daemon.run(desk.command)
            #expect(first.status == 0, "\(first.error)")
            #expect(first.output.contains("ESCROW SHEET OF THE ROOT KEY"))
            #expect(first.output.contains("_dmarc.example.com"))
            #expect(first.output.contains("ticketd check --config \(desk.daemon.configurationPath)"))
            #expect(try desk.modes() == [0o640, 0o700, 0o400, 0o400, 0o700, 0o600, 0o600])
            let check = try desk.daemon.run(["config", "check", "--config", desk.daemon.configurationPath])
            #expect(check.status == 0)
            let key = try desk.key()
            let text = try String(contentsOfFile: desk.daemon.configurationPath, encoding: .utf8)

            let second = try desk.daemon.run(desk.command)
            #expect(second.status == 0, "\(second.error)")
            #expect(second.error.contains("exists and is used as it stands"))
            #expect(second.error.contains("ticketd keys escrow"))
            #expect(!second.output.contains("ESCROW SHEET"))
            #expect(try desk.key() == key)
            #expect(try String(contentsOfFile: desk.daemon.configurationPath, encoding: .utf8) == text)

            try desk.listenOnAFreePort()
            try desk.daemon.start()
            #expect(try desk.daemon.request("GET", "/healthz").status == 200)
            #expect(try desk.daemon.stop() == 0)
        }

        @Test func `init asks, hides the password, and has two words of the sheet typed again`() throws {
            let desk = try EmptyDesk()
            let person = try PseudoTerminal(DaemonProcess.binary, desk.asking)
            try person.answer("IMAP server:", "imaps://mail.example.com/a path")
            try person.expect("That does not fit: expected")
            try person.answer("IMAP server:", "imaps://mail.example.com")
            try person.answer("SMTP server:", "smtps://smtp.example.com")
            try person.answer("Login name [support@example.com]:", "")
            try person.expect("Password of the mailbox:")
            // It is asked for before the terminal falls silent.
            let deadline = Date().addingTimeInterval(10)
            while person.echoes, Date() < deadline { usleep(1_000) }
            #expect(!person.echoes)
            person.type("correct horse")
            try person.answer("Name that customers see:", "Example “Support”")
            try person.answer("https address of this desk", "https://help.example.com")
            try person.answer("authserv-id", "mx.example.com")
            for answer in ["Example GmbH", "Musterstr. 1, Berlin", "privacy@example.com", "DE"] {
                try person.answer(":", answer)
            }
            try person.answer("Legal basis for customers' mail", "contract")
            try person.answer("Legal basis for everybody else's mail", "legitimate-interest")
            try person.answer("Which interest", "answering questions")
            try person.expect("§ 147(3) AO")
            try person.answer("How long closed requests are kept", "365d")
            try person.answer("Who is mailed when something breaks", "ops@example.com")
            try person.answer("Who is told about new mail", "")
            try person.answer("Your name as the first agent", "a@b")
            try person.answer("Your work address:", "anna@example.com")
            try person.expect("That agent cannot be added. Expected name")
            try person.answer("Your name as the first agent", "Anna")
            try person.answer("Your work address:", "anna@example.com")
            try person.expect("The first agent is an admin")

            let sheet = try Self.sheet(in: person)
            #expect(sheet.count == 24)
            try Self.retype(sheet, to: person, wrongFirst: true)
            try person.expect("Confirmed.")
            #expect(try person.waitForEnd() == 0)
            #expect(person.echoes)
            #expect(!person.shown.contains("correct horse"))

            #expect(try desk.password() == "correct horse")
            let shown = try desk.daemon.run(["config", "show", "--config", desk.daemon.configurationPath])
            #expect(shown.status == 0, "\(shown.error)")
            for value in ["imaps://mail.example.com", "smtps://smtp.example.com", "Example “Support”", "365d", "DE"] {
                #expect(shown.output.contains(value), "\(value)")
            }
            let check = try desk.daemon.run(["config", "check", "--config", desk.daemon.configurationPath])
            #expect(check.output == "\(desk.daemon.configurationPath) is valid.\n")
        }

        @Test func `Ctrl-C at the password gives the terminal back, and the next run goes on from there`() throws {
            let desk = try EmptyDesk()
            let person = try PseudoTerminal(DaemonProcess.binary, desk.asking)
            try person.answer("IMAP server:", "imaps://mail.example.com")
            try person.answer("SMTP server:", "smtps://smtp.example.com")
            try person.answer("Login name [support@example.com]:", "desk")
            try person.expect("Password of the mailbox:")
            let deadline = Date().addingTimeInterval(10)
            while person.echoes, Date() < deadline { usleep(1_000) }
            #expect(!person.echoes)
            person.pressControlC()
            #expect(try person.waitForEnd() == 130)
            #expect(person.echoes)
            #expect(try desk.mode(of: "first-run.json") == 0o600)
            #expect(!FileManager.default.fileExists(atPath: desk.daemon.configurationPath))

            // What was answered stands in brackets, and the command line still wins.
            let other = ["--smtp", "smtps://other.example.com"]
            let again = try PseudoTerminal(DaemonProcess.binary, desk.asking + other)
            try again.answer("IMAP server [imaps://mail.example.com]:", "")
            try again.answer("SMTP server [smtps://other.example.com]:", "")
            try again.expect("Login name [desk]:")
            again.pressControlC()
            #expect(try again.waitForEnd() != 0)

            let next = try desk.daemon.run(desk.command)
            #expect(next.status == 0, "\(next.error)")
            #expect(next.output.contains("ESCROW SHEET"))
            #expect(try desk.key().count == 32)
            #expect(!FileManager.default.fileExists(atPath: desk.daemon.directory + "/first-run.json"))
            let text = try String(contentsOfFile: desk.daemon.configurationPath, encoding: .utf8)
            #expect(text.contains("username = \"desk\""))
        }

        @Test func `notes for another address are left alone`() throws {
            let desk = try EmptyDesk()
            let person = try PseudoTerminal(DaemonProcess.binary, desk.asking)
            try person.answer("IMAP server:", "imaps://mail.example.com")
            try person.expect("SMTP server:")
            person.pressControlC()
            _ = try person.waitForEnd()
            let other = try desk.daemon.run(desk.command.dropLast() + ["sales@example.com"])
            #expect(other.status == 64)
            #expect(other.error.contains("another address was begun"))
            #expect(FileManager.default.fileExists(atPath: desk.daemon.directory + "/first-run.json"))
        }

        /// With nobody at a terminal what is missing is named by its option, and nothing is written.
        @Test(
            arguments: [
                (["--offline"], "--imap and --smtp"),
                (["--offline", "--imap", "imaps://a.example"], "known: --smtp."),
                ([], "--imap and --smtp"),
                (["--imap", "imaps://a b", "--smtp", "smtps://a.example"], "--imap"),
                (["--country", "Germany"], "--country"), (["--closed-tickets", "1 year"], "--closed-tickets"),
                (["--legal-basis-customers", "because"], "--legal-basis-customers"),
                (["--public-url", "help"], "--public-url"), (["--alerts-email", "ops"], "--alerts-email"),
                (["--notify", "team"], "--notify"), (["--password-file", "/nowhere"], "/nowhere"),
            ])
        func `what is missing or wrong is named, and nothing is written`(options: [String], named: String) throws {
            let desk = try EmptyDesk()
            let servers = options.contains { $0.hasPrefix("--imap") || $0 == "--offline" } || options.isEmpty
            let both = ["--offline", "--imap", "imaps://a.example", "--smtp", "smtps://a.example"]
            let run = try desk.daemon.run(
                ["init", "--dir", desk.daemon.directory, "support@example.com"] + (servers ? [] : both) + options)
            #expect([64, 74].contains(run.status))
            #expect(run.error.contains(named), "\(run.error)")
            #expect(!FileManager.default.fileExists(atPath: desk.daemon.configurationPath))
            #expect(!FileManager.default.fileExists(atPath: desk.daemon.directory + "/credentials/root"))
        }

        @Test func `every answer can be given by an option`() throws {
            let desk = try EmptyDesk()
            let answers = [
                "--name", "Example Support", "--authserv-id", "mx.example.com", "--username", "desk",
                "--controller-name", "Example GmbH", "--controller-address", "Musterstr. 1, Berlin",
                "--controller-email", "privacy@example.com", "--country", "DE", "--legal-basis-customers", "contract",
                "--legal-basis-others", "legitimate-interest", "--interest", "answering", "--closed-tickets", "365d",
                "--agent-name", "Anna", "--agent-email", "anna@example.com", "--alerts-email", "ops@example.com",
                "--notify", "team@example.com",
            ]
            let run = try desk.daemon.run(desk.command + answers)
            #expect(run.status == 0, "\(run.error)")
            #expect(!run.output.contains("Still open"))
            let check = try desk.daemon.run(["config", "check", "--config", desk.daemon.configurationPath])
            #expect(check.output == "\(desk.daemon.configurationPath) is valid.\n")
            #expect(run.error.contains("The first agent is an admin"))
            let written = try String(contentsOfFile: desk.daemon.configurationPath, encoding: .utf8)
            #expect(written.contains("[alerts]\nemail = [\"ops@example.com\"]"))
            #expect(written.contains("[notify]\nto = [\"team@example.com\"]"))
            // Said again, it adds nobody twice and goes on.
            let again = try desk.daemon.run(desk.command + answers)
            #expect(again.status == 0, "\(again.error)")
            #expect(!again.error.contains("first agent"))
            // Both backups were made on the way.
            for set in ["desk", "keys"] {
                let names = try FileManager.default.contentsOfDirectory(
                    atPath: "\(desk.daemon.directory)/backups/\(set)")
                // The copy and its manifest.
                #expect(names.map { ($0 as NSString).pathExtension }.sorted() == ["db", "json"])
            }
        }

        enum Interruption: String, CaseIterable, Sendable, CustomTestStringConvertible {
            case afterRootKey = "after the root key was written"
            case afterKeysFile = "after keys.db was begun"
            case afterKeys = "after keys.db was filled"
            case afterDeskFile = "after desk.db was begun"

            var testDescription: String { rawValue }
        }

        @Test(arguments: Interruption.allCases)
        func `a first run that was broken off is completed by the next one`(interruption: Interruption) throws {
            let desk = try EmptyDesk()
            #expect(try desk.daemon.run(desk.command).status == 0)
            let key = try desk.key()
            let state = desk.daemon.state
            for name in try FileManager.default.contentsOfDirectory(atPath: state)
            where interruption != .afterKeys && interruption != .afterDeskFile || name.hasPrefix("desk") {
                try FileManager.default.removeItem(atPath: "\(state)/\(name)")
            }
            switch interruption {
            case .afterRootKey, .afterKeys: break
            case .afterKeysFile: #expect(FileManager.default.createFile(atPath: state + "/keys.db", contents: nil))
            case .afterDeskFile: #expect(FileManager.default.createFile(atPath: state + "/desk.db", contents: nil))
            }
            let next = try desk.daemon.run(desk.command)
            #expect(next.status == 0, "\(next.error)")
            #expect(try desk.key() == key)
            let status = try desk.daemon.run(["keys", "status", "--config", desk.daemon.configurationPath])
            #expect(status.status == 0, "\(status.error)")
            try desk.listenOnAFreePort()
            try desk.daemon.start()
            #expect(try desk.daemon.request("GET", "/healthz").status == 200)
        }

        @Test func `a store without its root key is never given a new one`() throws {
            let desk = try EmptyDesk()
            #expect(try desk.daemon.run(desk.command).status == 0)
            let state = desk.daemon.state
            try FileManager.default.removeItem(atPath: desk.daemon.directory + "/credentials/root")
            let whole = try desk.daemon.run(desk.command)
            #expect(whole.output.contains("ESCROW") == false)
            for name in ["desk.db", "desk.db-wal", "desk.db-shm"] where access("\(state)/\(name)", F_OK) == 0 {
                try FileManager.default.removeItem(atPath: "\(state)/\(name)")
            }
            let half = try desk.daemon.run(desk.command)
            #expect(half.status == 64, "\(half.output)")
            #expect(!FileManager.default.fileExists(atPath: desk.daemon.directory + "/credentials/root"))
        }

        @Test func `init for another address leaves an existing desk alone`() throws {
            let desk = try EmptyDesk()
            #expect(try desk.daemon.run(desk.command).status == 0)
            let other = try desk.daemon.run(["init", "--dir", desk.daemon.directory, "sales@example.com"])
            #expect(other.status == 64)
            #expect(other.error.contains("without this mailbox"))
        }

        static func sheet(in person: PseudoTerminal) throws -> [Int: String] {
            try person.expect("ESCROW SHEET")
            var words: [Int: String] = [:]
            let cells = try person.expect("check:").split(separator: "\n").filter { $0.contains("  ") }
                .flatMap { $0.split(separator: " ") }
            for (number, word) in zip(cells, cells.dropFirst()) {
                if let number = Int(number) { words[number] = String(word) }
            }
            return words
        }

        static func retype(_ sheet: [Int: String], to person: PseudoTerminal, wrongFirst: Bool) throws {
            var isWrong = wrongFirst
            for _ in 0..<(wrongFirst ? 3 : 2) {
                try person.expect("Word number ")
                let number = try #require(Int(try person.expect(",")))
                try person.expect("please:")
                person.type(isWrong ? "nonsense" : try #require(sheet[number]))
                if isWrong { try person.expect("That is not word number \(number)") }
                isWrong = false
            }
        }
    }
}

/// A folder in which `init` finds nothing.
struct EmptyDesk {
    let daemon: DaemonProcess

    init() throws {
        daemon = try DaemonProcess(makesKeys: false) { _ in "" }
        try FileManager.default.removeItem(atPath: daemon.configurationPath)
        try FileManager.default.removeItem(atPath: daemon.directory + "/credentials")
        try Data("swordfish\n".utf8).write(to: URL(fileURLWithPath: daemon.directory + "/password"))
    }

    /// Everything said on the command line.
    var command: [String] {
        [
            "init", "--offline", "--imap", "imaps://imap.example.com", "--smtp", "smtps://smtp.example.com", "--dir",
            daemon.directory, "--password-file", daemon.directory + "/password", "--public-url", "http://127.0.0.1:9",
            "support@example.com",
        ]
    }

    /// Nothing said but where.
    var asking: [String] { ["init", "--offline", "--dir", daemon.directory, "support@example.com"] }

    func key() throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: daemon.directory + "/credentials/root"))
    }

    func password() throws -> String {
        try String(contentsOfFile: daemon.directory + "/credentials/support", encoding: .utf8)
    }

    /// Of the configuration, the credentials and the store.
    func modes() throws -> [mode_t] {
        let names = ["ticketd.toml", "credentials", "credentials/root", "credentials/support", "state"]
        return try (names + ["state/desk.db", "state/keys.db"]).map(mode)
    }

    func mode(of name: String) throws -> mode_t {
        var status = stat()
        guard stat("\(daemon.directory)/\(name)", &status) == 0 else {
            throw DaemonProcess.Failure(description: "\(name) is missing")
        }
        return status.st_mode & 0o777
    }

    /// The standard port may be taken on the machine of the tests.
    func listenOnAFreePort() throws {
        let text = try String(contentsOfFile: daemon.configurationPath, encoding: .utf8)
        try text.replacing("127.0.0.1:8025", with: "127.0.0.1:\(DaemonProcess.freePort())")
            .write(toFile: daemon.configurationPath, atomically: true, encoding: .utf8)
    }
}
