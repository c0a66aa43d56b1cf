import Desk
import Testing

@testable import ticketd

struct ConfigurationLoaderTests {
    /// A mistake, the line it stands on, the setting it is about and a word the remedy must have.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let setting: String
        let remedy: String

        init(_ text: String, _ line: Int, _ setting: String, _ remedy: String) {
            self.text = text
            self.line = line
            self.setting = setting
            self.remedy = remedy
        }

        var testDescription: String { text }
    }

    static let mistakes = [
        Mistake(
            "[service]\nlisten = \"127.0.0.1:8025\"\npublik_url = \"https://a.example\"", 3, "service.publik_url",
            "mean \"public_url\""),
        Mistake("listen = \"127.0.0.1:8025\"", 1, "listen", "service.listen"),
        Mistake("[servce]\nname = \"x\"", 1, "servce", "service"),
        Mistake("[outbox]\nundo = 15", 2, "outbox.undo", "undo = \"15s\""),
        Mistake("[outbox]\nundo = \"15\"", 2, "outbox.undo", "undo = \"15s\""),
        Mistake("[outbox]\nretry = []", 2, "outbox.retry", "retry = ["),
        Mistake("[outbox]\nretry = [\n  \"30m\",\n  \"soon\"]", 2, "outbox.retry", "retry = ["),
        Mistake("[outbox]\ngive_up = \"1m\"", 2, "outbox.give_up", "raise give_up"),
        Mistake("[service]\nlisten = \"127.0.0.1\"", 2, "service.listen", "8025"),
        Mistake("[service]\nlisten = \"127.0.0.1:99999\"", 2, "service.listen", "8025"),
        Mistake("[service]\npublic_url = \"ftp://a.example\"", 2, "service.public_url", "https://"),
        Mistake("[service]\nstate_dir = \"var/lib\"", 2, "service.state_dir", "/var/lib/ticketd"),
        Mistake("[service]\nname = true", 2, "service.name", "name = "),
        Mistake("service = 3", 1, "service", "[service]"),
        Mistake("[keys]\nroot = \"env:ROOT\"", 2, "keys.root", "credential:root"),
        Mistake("[privacy]\nerase_limit = -1", 2, "privacy.erase_limit", "erase_limit = 20"),
        Mistake("[privacy]\nerase_limit = 2.5", 2, "privacy.erase_limit", "erase_limit = 20"),
        Mistake("[search]\nmemory_limit = \"many\"", 2, "search.memory_limit", "256MiB"),
        Mistake("[backup]\ndesk = {to = \"/a\", evry = \"1d\"}", 2, "backup.desk.evry", "mean \"every\""),
        Mistake("[backup]\ndesk = \"/a\"", 2, "backup.desk", "{"),
        Mistake("[backup]\ndesk = {to = \"/a/b\"}\nkeys = {to = \"/a/b/c\"}", 3, "backup.keys.to", "another machine"),
        Mistake("[backup]\nkeys = {to = \"/var/lib/ticketd/k\"}", 2, "backup.keys.to", "another folder"),
        Mistake("[notify]\nwhen = \"dayly\"", 2, "notify.when", "15m"),
        Mistake("[mailbox]\nname = \"support\"", 1, "mailbox", "[[mailbox]]"),
        Mistake(PaperDisk.mailbox + "start = \"nwe\"", 7, "mailbox.start", "\"new\""),
        Mistake(PaperDisk.mailbox + "after_import = \"move\"", 7, "mailbox.after_import", "move:ticketd"),
        Mistake(PaperDisk.mailbox + "insecure = true", 7, "mailbox.insecure", "ca_file"),
        Mistake(PaperDisk.mailbox + "oauth = \"microsoft\"", 7, "mailbox.oauth", "remove one"),
        Mistake(
            PaperDisk.mailbox + "[mailbox.retention]\nclosed = \"1d\"", 8, "mailbox.retention.closed",
            "mean \"closed_tickets\""),
        Mistake(
            PaperDisk.mailbox + "legal_basis = {customers = \"contrakt\"}", 7, "mailbox.legal_basis.customers",
            "\"contract\""),
        Mistake(PaperDisk.mailbox.replacing("imaps://imap", with: "https://imap"), 4, "mailbox.imap", "imaps://"),
        Mistake(
            PaperDisk.mailbox.replacing("imap.example.com", with: "u:p@imap.example.com"), 4, "mailbox.imap", "imaps://"
        ),
        Mistake(
            PaperDisk.mailbox.replacing("support@example.com", with: "support"), 3, "mailbox.address",
            "support@example.com"),
        Mistake(PaperDisk.mailbox.replacing("\"support\"\na", with: "\"sup port\"\na"), 2, "mailbox.name", "name = "),
        Mistake(
            PaperDisk.mailbox.replacing("password = \"credential:support\"\n", with: ""), 1, "mailbox.password",
            "credential:support"),
        Mistake(
            "\n\n[[mailbox]]\nname = \"x\"\naddress = \"x@example.com\"\nimap = \"imaps://h\"\npassword = \"file:/p\"",
            3, "mailbox.smtp", "smtps://"),
        Mistake(
            PaperDisk.mailbox + PaperDisk.mailbox.replacing("support@", with: "other@"), 7, "mailbox.name", "rename"),
        Mistake(
            PaperDisk.mailbox
                + PaperDisk.mailbox.replacing("\"support\"", with: "\"b\"").replacing("imaps://i", with: "imaps://j"),
            9, "mailbox.address", "change or remove"),
        Mistake(
            PaperDisk.mailbox + "username = \"u\"\n"
                + PaperDisk.mailbox.replacing("\"support\"", with: "\"b\"").replacing("support@", with: "b@")
                + "username = \"u\"", 8, "mailbox.folder", "change or remove"),
        Mistake("[service]\nname = \"a\"\nname = \"b\"", 3, "", "correct the line"),
        Mistake("[service]\nname = a", 2, "", "correct the line"),
    ]

    @Test(arguments: mistakes)
    func `each mistake is reported once, with its line and what to do`(mistake: Mistake) throws {
        let problems = PaperDisk.problems(mistake.text)
        #expect(problems.count == 1, "\(problems)")
        let problem = try #require(problems.first)
        #expect(problem.place == "/etc/t/ticketd.toml")
        #expect(problem.line == mistake.line)
        #expect(problem.setting == mistake.setting)
        #expect(problem.remedy.contains(mistake.remedy), "\(problem)")
        #expect(problem.description.hasPrefix("/etc/t/ticketd.toml:\(mistake.line): "))
        #expect(!problem.description.contains("\n"))
    }

    @Test func `all mistakes are reported at once, in the order of the file`() {
        let text = "[service]\nlisten = 1\n[outbox]\nundo = 2\nredo = 3\n[[mailbox]]\nname = \"a\"\n"
        let settings = PaperDisk.problems(text).map(\.setting)
        #expect(
            settings == [
                "service.listen", "outbox.undo", "outbox.redo", "mailbox.address", "mailbox.imap", "mailbox.smtp",
                "mailbox.password",
            ])
    }

    static let marker = "hunter2-Geheim"

    @Test(arguments: [
        "[[mailbox]]\npassword = \"\(marker)\"", "[[mailbox]]\npassword = \(marker)",
        "[[mailbox]]\npassword = \"\(marker)",
        "[keys]\nroot = \"\(marker)\"", "[keys]\nroot = [\"\(marker)\"]", "[alerts]\npassword = {a = \"\(marker)\"}",
        "[[mailbox]]\nimap = \"imaps://me:\(marker)@host\"", "[alerts]\nsmtp = \"smtps://me:\(marker)@host\"",
        "[[mailbox]]\noauth = {provider = \"google\", client_secret = \"\(marker)\"}",
        "[[mailbox]]\noauth = \"\(marker)\"",
        "[[mailbox]]\naddress = \"\(marker) @x\"", "[service]\npublic_url = \"https://me:\(marker)@host\"",
        "[[mailbox]]\npassword = \"a\" \(marker)", "[[mailbox]]\npassword = \"\\q\(marker)\"",
    ])
    func `no problem repeats a secret or an address`(text: String) {
        let problems = PaperDisk.problems(text)
        #expect(!problems.isEmpty)
        for problem in problems { #expect(!problem.description.contains(Self.marker), "\(problem)") }
    }

    @Test(arguments: [
        "password = trusty", "password = 0x12zz", "password = \"a\" b", "password = \"\\z\"", "password = 1979-x",
    ])
    func `a syntax problem repeats no piece of the line`(line: String) throws {
        let problem = try #require(PaperDisk.problems("[[mailbox]]\n" + line).first)
        #expect(problem.line == 2)
        #expect(!problem.what.contains("'") && !problem.what.contains("saw"), "\(problem)")
    }

    @Test func `an inline secret is answered with where to put it`() throws {
        let text = PaperDisk.mailbox.replacing("credential:support", with: "swordfish")
        let problem = try #require(PaperDisk.problems(text).first)
        #expect(problem.line == 6)
        #expect(problem.what == "mailbox.password is a value written inline")
        #expect(problem.expected.contains("credential:NAME"))
        #expect(problem.remedy.contains("/etc/ticketd/credentials/NAME"))
    }

    @Test func `files in conf d, then variables, then flags win, and say so`() throws {
        let configuration = try PaperDisk.load(
            "[outbox]\nundo = \"1s\"\ngive_up = \"1d\"\n[service]\nname = \"file\"\nlanguage = \"de\"\n"
                + PaperDisk.mailbox,
            overlays: [
                "20-b.toml": "[outbox]\nundo = \"3s\"\n[[mailbox]]\nname = \"sales\"\naddress = \"sales@example.com\"\n"
                    + "imap = \"imaps://i\"\nsmtp = \"smtps://s\"\npassword = \"env:SALES\"\n",
                "10-a.toml": "[outbox]\nundo = \"2s\"\n[[mailbox]]\nname = \"support\"\npoll = \"5s\"\n",
                "ignored.txt": "nonsense",
            ],
            environment: [
                "TICKETD_SERVICE__NAME": "env", "TICKETD_MAILBOX__SALES__RETENTION__CLOSED_TICKETS": "7d",
                "TICKETD_OUTBOX__RETRY": "1m, 2m", "TICKETD_FAULT": "i3", "PATH": "/bin",
            ],
            overrides: [.init(key: "service.language", value: "fr")])
        #expect(configuration.outbox.undo == .seconds(3))
        #expect(configuration.outbox.giveUp == .seconds(86_400))
        #expect(configuration.outbox.retry == [.seconds(60), .seconds(120)])
        #expect(configuration.service.name == "env")
        #expect(configuration.service.language == "fr")
        #expect(configuration.mailboxes.map(\.name.text) == ["support", "sales"])
        #expect(configuration.mailboxes.map(\.poll) == [.seconds(5), .seconds(60)])
        #expect(configuration.mailboxes.map(\.retention.closedTickets) == [nil, .seconds(7 * 86_400)])
        let origins = Dictionary(uniqueKeysWithValues: configuration.effective.map { ($0.path, $0.origin.text) })
        #expect(origins["outbox.undo"] == "/etc/t/conf.d/20-b.toml:2")
        #expect(origins["outbox.give_up"] == "/etc/t/ticketd.toml:3")
        #expect(origins["service.name"] == "env TICKETD_SERVICE__NAME")
        #expect(origins["service.language"] == "--set service.language")
        #expect(origins["service.listen"] == "default")
        #expect(origins["mailbox.support.poll"] == "/etc/t/conf.d/10-a.toml:5")
    }

    @Test func `a variable or flag that names nothing is a mistake with its place`() {
        let problems = PaperDisk.problems(
            PaperDisk.mailbox,
            environment: [
                "TICKETD_SERVICE__LISTN": "x", "TICKETD_MAILBOX__SUPORT__POLL": "1s",
                "TICKETD_MAILBOX__SUPPORT__AUTO_REPLY": "yes",
            ], overrides: [.init(key: "outbox.undo", value: "soon")])
        #expect(
            problems.map(\.place) == [
                "environment variable TICKETD_MAILBOX__SUPORT__POLL",
                "environment variable TICKETD_MAILBOX__SUPPORT__AUTO_REPLY",
                "environment variable TICKETD_SERVICE__LISTN",
                "flag --set outbox.undo",
            ])
        #expect(problems.map(\.line) == [nil, nil, nil, nil])
        #expect(problems.first?.remedy == "did you mean \"support\"?")
    }

    @Test func `a file that cannot be read is one problem and hides no other`() {
        #expect(PaperDisk.problems("", overlays: ["a.toml": "x = \u{0}1"]).map(\.place) == ["/etc/t/conf.d/a.toml"])
        let both = PaperDisk.problems("[service]\nlisten = 1\n", overlays: ["a.toml": "= 1"])
        #expect(both.map(\.setting) == ["service.listen", ""])
        let missing = ConfigurationLoader(environment: [:], files: PaperDisk().access)
        let error = #expect(throws: ConfigurationRejected.self) { try missing.load(path: "/nowhere.toml") }
        #expect(error?.problems.first?.remedy.contains("ticketd init") == true)
    }

    @Test func `an empty file is a valid configuration with everything at its default`() throws {
        let configuration = try PaperDisk.load("")
        #expect(configuration.service.listen == HostPort("127.0.0.1:8025"))
        #expect(configuration.service.metricsListen == nil)
        #expect(configuration.keys.root.text == "credential:root")
        #expect(configuration.notify.when == .every(.seconds(900)))
        #expect(configuration.backup.keys == .init(to: nil, every: .seconds(3_600), keep: .seconds(7 * 86_400)))
        #expect(configuration.search.memoryLimit == 256 << 20)
        #expect(configuration.mailboxes.isEmpty)
    }

    @Test func `a mailbox gets every default of the interface`() throws {
        let mailbox = try #require(try PaperDisk.load(PaperDisk.mailbox).mailboxes.first)
        #expect(mailbox.username == "support@example.com")
        #expect(mailbox.imap.url == "imaps://imap.example.com:993")
        #expect(mailbox.smtp.url == "smtps://smtp.example.com:465")
        #expect(mailbox.signIn == .password(.credential(try #require(PlainName("support")))))
        #expect(mailbox.folder == "INBOX" && mailbox.junkFolder == "Junk" && mailbox.authservID == nil)
        #expect(mailbox.start == .new && mailbox.afterImport == .move(folder: "ticketd"))
        #expect(mailbox.keepImported == .seconds(30 * 86_400) && mailbox.poll == .seconds(60))
        #expect(mailbox.maxMessageSize == 25 << 20 && mailbox.autoReply && !mailbox.insecure && mailbox.caFile == nil)
        #expect(
            mailbox.replyAddress == .auto && mailbox.autoSender == .auto && mailbox.suppressionGroup.text == "default")
        #expect(
            mailbox.retention.attachments == .seconds(90 * 86_400)
                && mailbox.retention.originals == .seconds(30 * 86_400))
        #expect(mailbox.legalBasis == LegalBasisSettings.none)
    }

    @Test func `a mailbox on this machine may be plaintext when it says so`() throws {
        let text = """
            [[mailbox]]
            name = "demo"
            address = "demo@example.com"
            imap = "imap://127.0.0.1:1143"
            smtp = "smtp://[::1]:1025"
            oauth = {client_id = "a", token_url = "https://id.example/t", client_secret = "env:S", scopes = ["mail"]}
            insecure = true
            start = "all"
            after_import = "move:Old mail"
            junk_folder = ""
            authserv_id = "mx.example.com"
            [mailbox.legal_basis]
            customers = "contract"
            """
        let mailbox = try #require(try PaperDisk.load(text).mailboxes.first)
        #expect(mailbox.insecure && mailbox.imap.endpoint == HostPort(host: "127.0.0.1", port: 1143))
        #expect(mailbox.smtp.url == "smtp://[::1]:1025" && mailbox.junkFolder == nil && mailbox.start == .all)
        #expect(mailbox.afterImport == .move(folder: "Old mail") && mailbox.authservID == "mx.example.com")
        #expect(mailbox.legalBasis.customers == .contract)
        guard case .oauth(let oauth) = mailbox.signIn else { return #expect(Bool(false), "oauth was given") }
        #expect(oauth.provider == .custom && oauth.clientSecret == .environment("S") && oauth.scopes == ["mail"])
    }

    @Test func `no damage to a file makes the loader trap`() {
        let whole = Array((ConfigurationDescription.text.replacing("\n#", with: "\n") + PaperDisk.mailbox).utf8)
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: (state >> 33) % UInt64(bound))
        }
        var rejected = 0
        let alphabet = Array("[]{}\"'#=.,\\\n \0\u{7F}9a".utf8)
        for _ in 0..<300 {
            let start = next(whole.count), length = next(600)
            var bytes = Array(whole[start..<min(whole.count, start + length)])
            for _ in 0...next(4) where !bytes.isEmpty { bytes[next(bytes.count)] = alphabet[next(alphabet.count)] }
            if !PaperDisk.problems(String(decoding: bytes, as: UTF8.self)).isEmpty { rejected += 1 }
            _ = TOMLLineIndex(bytes)
        }
        #expect(rejected > 100)
    }
}

extension LegalBasisSettings {
    fileprivate static var none: LegalBasisSettings? {
        do { return try LegalBasisSettings(SettingReader(values: [:], mailbox: nil)) } catch { return nil }
    }
}
