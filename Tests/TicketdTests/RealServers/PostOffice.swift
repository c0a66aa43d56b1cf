import Foundation
import Synchronization
import Testing

/// The private post office of the environment, spoken to without a line of ticketd's own code: a script brings mail,
/// and mailboxes are read as the Maildirs they are.
struct PostOffice {
    /// One mailbox of the office.
    struct Account: Sendable {
        let address: String
        let password: String

        /// The part before the @.
        var name: String { String(address.prefix { $0 != "@" }) }
    }

    /// How a client comes to TLS.
    enum Security: String, CaseIterable, Sendable, CustomTestStringConvertible {
        case fromTheStart = "imaps and smtps"
        case bySTARTTLS = "imap and smtp with STARTTLS"

        var imap: String { self == .fromTheStart ? "imaps" : "imap" }
        var smtp: String { self == .fromTheStart ? "smtps" : "smtp" }
        var testDescription: String { rawValue }
    }

    static let directory = ProcessInfo.processInfo.environment["POST_OFFICE"]
    static let isOpen = directory != nil
    static let closed: Comment = "no private post office: run `scripts/with-post-office swift test`"
    static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scripts").path

    private static let taken = Mutex(0)
    private let folder: String
    private let values: [String: String]

    init() throws {
        try self.init(folder: try #require(Self.directory))
    }

    /// Another office with one mailbox, whose certificate ends soon. Close it with `stop`.
    init(certificateDays: Int) throws {
        let folder = "/tmp/ticketd-office-\(UUID().uuidString.prefix(8))"
        let words = ["start", "--certificate-days", "\(certificateDays)", "--user", "account-01@postoffice.test"]
        let run = try ProgramRun(Self.scripts + "/post-office", words + [folder])
        guard run.status == 0 else { throw DaemonProcess.Failure(description: "post-office: \(run.error)") }
        try self.init(folder: folder)
    }

    func stop() throws { _ = try ProgramRun(Self.scripts + "/post-office", ["stop", folder]) }

    var onlyAccount: Account {
        get throws { Account(address: try value("ACCOUNT_01_ADDRESS"), password: try value("ACCOUNT_01_PASSWORD")) }
    }

    private init(folder: String) throws {
        self.folder = folder
        let text = try String(contentsOfFile: folder + "/environment", encoding: .utf8)
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { values[parts[0]] = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "'")) }
        }
        self.values = values
    }

    func value(_ name: String) throws -> String { try #require(values[name]) }
    func port(_ scheme: String) throws -> UInt16 { try #require(UInt16(value(scheme.uppercased() + "_PORT"))) }

    /// A mailbox that no other test uses.
    func account() throws -> Account {
        let number = Self.taken.withLock { count -> Int in
            count += 1
            return count
        }
        let name = "ACCOUNT_" + (number < 10 ? "0" : "") + String(number)
        return Account(address: try value(name + "_ADDRESS"), password: try value(name + "_PASSWORD"))
    }

    /// Sends as a customer's mail program does, through the SMTP front with TLS and a login. Waits until it is there.
    func send(_ mail: [UInt8], from sender: Account, to recipient: String) throws {
        try deliver(["--from", sender.address, "--to", recipient], mail)
    }

    /// Puts a mail into a mailbox without any login, as from elsewhere.
    func drop(_ mail: [UInt8], from sender: String = "", into recipient: String) throws {
        try deliver(["--from", sender, "--to", recipient, "--lmtp"], mail)
    }

    private func deliver(_ options: [String], _ mail: [UInt8]) throws {
        let run = try ProgramRun(Self.scripts + "/deliver", [folder] + options, input: mail)
        guard run.status == 0 else { throw DaemonProcess.Failure(description: "deliver: \(run.error)") }
    }

    /// `SECONDS.MMICROSECONDSP…`, without leading zeros.
    private static func order(_ name: String) -> [Int] {
        let numbers = name.split { !$0.isASCII || !$0.isNumber }
        return numbers.prefix(2).map { Int($0) ?? 0 }
    }

    /// The mails of a folder, oldest first.
    func mails(of account: Account, in name: String = "INBOX") throws -> [ReceivedMail] {
        let maildir = "\(folder)/mail/\(account.address)/Maildir" + (name == "INBOX" ? "" : "/.\(name)")
        // Dovecot moves a file from `new` to `cur` when a client sees it, perhaps between our two looks.
        var found: [String: ReceivedMail] = [:]
        for place in ["new", "cur"] {
            guard FileManager.default.fileExists(atPath: "\(maildir)/\(place)") else { continue }
            for file in try FileManager.default.contentsOfDirectory(atPath: "\(maildir)/\(place)") {
                guard let bytes = FileManager.default.contents(atPath: "\(maildir)/\(place)/\(file)") else { continue }
                let name = String(file.prefix { $0 != ":" })
                found[name] = ReceivedMail(bytes: bytes, isSeen: file.hasSuffix("S"))
            }
        }
        return found.sorted { Self.order($0.key).lexicographicallyPrecedes(Self.order($1.key)) }.map(\.value)
    }
}

/// A delivered mail, read by hand: not with the parser of the program under test.
struct ReceivedMail {
    let text: String
    let isSeen: Bool

    init(bytes: Data, isSeen: Bool) {
        text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        self.isSeen = isSeen
    }

    /// The first header of this name, unfolded.
    func header(_ name: String) -> String? {
        let head = text.prefix(upTo: text.firstRange(of: "\n\n")?.lowerBound ?? text.endIndex)
        let lines = head.replacing("\n ", with: " ").replacing("\n\t", with: " ").split(separator: "\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix(name.lowercased() + ":") }) else { return nil }
        return line.drop { $0 != ":" }.dropFirst().trimmingCharacters(in: .whitespaces)
    }

    /// The text with the soft line breaks of quoted-printable undone (RFC 2045 §6.7).
    var unwrapped: String { text.replacing("=\n", with: "") }

    /// The one-click link.
    var link: String? {
        header("List-Unsubscribe")?.split(separator: "<").map { String($0.prefix { $0 != ">" }) }
            .first { $0.hasPrefix("http") }
    }
}
