import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// `init` on a real post office: what it finds, what it proves, and what it says when something is wrong.
    @Suite(.enabled(if: PostOffice.isOpen, PostOffice.closed))
    struct FirstRunTests {
        @Test(arguments: PostOffice.Security.allCases)
        func `init tries the mailbox and writes what it proved`(security: PostOffice.Security) throws {
            let place = try FirstRunPlace(security)
            let run = try place.initialise()
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.contains("IMAP login works"))
            #expect(run.error.contains("IDLE, MOVE, UIDPLUS"))
            #expect(run.error.contains("the test mail came back, under a plus address"))
            #expect(run.error.contains("judged by postoffice.test"))
            let text = try place.configuration()
            for line in [
                "authserv_id = \"postoffice.test\"", "reply_address = \"plus\"", "auto_sender = \"null\"",
                "after_import = \"move:ticketd\"",
            ] {
                #expect(text.contains(line), "\(line)")
            }
            #expect(!text.contains(place.account.password))
            #expect(try place.office.mails(of: place.account).isEmpty)
        }

        @Test func `the servers are found by the domain's own SRV records, with a person's word for it`() throws {
            let place = try FirstRunPlace()
            let names = try place.nameServer()
            defer { names.stop() }
            // Nobody at a terminal: the password must not go where unsigned DNS says.
            let options = ["--ca-file", try place.office.value("CA_FILE"), "--password-file", place.passwordFile]
            let words = ["init", "--dir", place.desk.daemon.directory] + options + [place.account.address]
            let environment = ["TICKETD_NAMESERVER": names.place]
            let alone = try place.desk.daemon.run(words, environment: environment)
            #expect(alone.status == 64)
            #expect(alone.error.contains("only unsigned DNS"))
            #expect(alone.error.contains("--imap"))

            let person = try PseudoTerminal(DaemonProcess.binary, words, environment: environment)
            try person.expect("by the domain's SRV records; it answers with TLS")
            try person.expect("take them only if you know them")
            let imap = "imaps://localhost:\(try place.office.port("imaps"))"
            try person.answer("IMAP server [\(imap)]:", "")
            try person.answer("SMTP server [smtps://localhost:\(try place.office.port("smtps"))]:", "")
            try person.answer("Login name [\(place.account.address)]:", "")
            try person.expect("judged by postoffice.test")
            try person.answer("Name that customers see:", "Office")
            try person.answer("https address", "")
            try person.answer("[postoffice.test]:", "")
            for _ in 0..<4 { try person.answer(":", "") }
            try person.answer("Legal basis", "")
            try person.answer("Legal basis", "")
            try person.answer("How long closed requests are kept", "")
            try person.answer("Who is mailed when something breaks", "")
            try person.answer("Who is told about new mail", "")
            try person.answer("Your name", "")
            try person.expect("ESCROW SHEET")
            #expect(try place.configuration().contains("imap = \"\(imap)\""))
            #expect(names.questions.contains("SRV _imaps._tcp.postoffice.test"))
            #expect(names.questions.allSatisfy { !$0.contains(place.account.name) })
        }

        enum Fault: String, CaseIterable, Sendable, CustomTestStringConvertible {
            case wrongPassword = "a wrong password"
            case wrongHost = "a host that is not there"
            case wrongPort = "a port where nobody listens"
            case noTLS = "a server without TLS"
            case otherScheme = "TLS from the start where the server wants STARTTLS"
            case foreignAuthority = "a certificate of an unknown authority"
            case otherName = "a certificate for another name"
            case blockedPort = "a blocked port"

            var testDescription: String { rawValue }
        }

        @Test(arguments: Fault.allCases)
        func `what is wrong is said with what to do, and nothing is written`(fault: Fault) throws {
            let place = try FirstRunPlace()
            let plain = IMAPLoopback()
            let blocked = try BlockedPort()
            let relay = try RecordingRelay(to: place.office.port("imaps"), host: "127.0.0.2")
            defer { plain.stop() }
            var (changes, words, status): ([String: String], [String], Int32) = ([:], [], 69)
            switch fault {
            case .wrongPassword:
                try Data("guess".utf8).write(to: URL(fileURLWithPath: place.passwordFile))
                (words, status) = (["IMAP server refused the login", "app password"], 78)
            case .wrongHost:
                changes["--imap"] = "imaps://imap.invalid"
                words = ["there is no such host: imaps://imap.invalid", "typing mistake"]
            case .wrongPort:
                changes["--smtp"] = "smtps://localhost:1"
                words = ["nobody listens at smtps://localhost:1", "465"]
            case .noTLS:
                changes["--imap"] = plain.url
                words = ["offers no TLS", "imaps://127.0.0.1"]
            case .otherScheme:
                changes["--imap"] = "imaps://localhost:\(try place.office.port("imap"))"
                words = ["offers no TLS in this way", "Try imap://localhost"]
            case .foreignAuthority:
                changes["--ca-file"] = ""
                words = ["no authority that is trusted here", "--ca-file"]
            case .otherName:
                changes["--imap"] = "imaps://127.0.0.2:\(relay.port)"
                words = ["is for another name"]
            case .blockedPort:
                changes["--imap"] = "imaps://127.0.0.1:\(blocked.port)"
                words = ["the port is blocked", "firewall"]
            }
            let run = try place.initialise(changes)
            #expect(run.status == status, "\(run.error)")
            for word in words { #expect(run.error.contains(word), "\(run.error)") }
            #expect(!FileManager.default.fileExists(atPath: place.desk.daemon.configurationPath))
            #expect(!FileManager.default.fileExists(atPath: place.desk.daemon.directory + "/credentials"))
        }

        @Test func `a wrong password is asked for again at a terminal`() throws {
            let place = try FirstRunPlace()
            let words = try place.words(["--password-file": ""])
            let person = try PseudoTerminal(DaemonProcess.binary, words)
            for _ in 0..<3 { try person.answer("]:", "") }
            try person.answerSecretly("Password of the mailbox:", "guess")
            try person.expect("refused the login")
            try person.answerSecretly("Password of the mailbox:", place.account.password)
            try person.expect("the test mail came back")
            try person.expect("Name that customers see:")
            #expect(try place.desk.password() == place.account.password)
            #expect(!person.shown.contains(place.account.password))
            // Broken off here, the next run knows the password and tries the mailbox again.
            person.pressControlC()
            _ = try person.waitForEnd()
            let next = try place.desk.daemon.run(words)
            #expect(next.status == 0, "\(next.error)")
            #expect(next.error.contains("the test mail came back"))
        }
    }
}

/// A mailbox of the office and a folder in which `init` finds nothing.
struct FirstRunPlace {
    let office: PostOffice
    let account: PostOffice.Account
    let desk: EmptyDesk
    private let security: PostOffice.Security

    init(_ security: PostOffice.Security = .fromTheStart) throws {
        self.security = security
        office = try PostOffice()
        account = try office.account()
        desk = try EmptyDesk()
        try Data(account.password.utf8).write(to: URL(fileURLWithPath: passwordFile))
    }

    var passwordFile: String { desk.daemon.directory + "/password" }

    /// An empty change takes an option away.
    func words(_ changes: [String: String] = [:]) throws -> [String] {
        let (imap, smtp) = (security.imap, security.smtp)
        var options = [
            "--dir": desk.daemon.directory, "--password-file": passwordFile,
            "--imap": "\(imap)://localhost:\(try office.port(imap))",
            "--smtp": "\(smtp)://localhost:\(try office.port(smtp))", "--ca-file": try office.value("CA_FILE"),
        ]
        options.merge(changes) { $1 }
        return ["init"]
            + options.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.flatMap { [$0.key, $0.value] }
            + [account.address]
    }

    func initialise(_ changes: [String: String] = [:]) throws -> ProgramRun {
        try desk.daemon.run(words(changes))
    }

    func configuration() throws -> String {
        try String(contentsOfFile: desk.daemon.configurationPath, encoding: .utf8)
    }

    /// Says what a domain with SRV records says.
    func nameServer() throws -> NameLoopback {
        let names = NameLoopback()
        let domain = account.address.split(separator: "@").last.map(String.init) ?? ""
        for (service, scheme) in [("_imaps", "imaps"), ("_submissions", "smtps")] {
            names.know(
                "\(service)._tcp.\(domain)",
                .service(priority: 0, weight: 1, port: try office.port(scheme), target: "localhost"))
        }
        return names
    }
}
