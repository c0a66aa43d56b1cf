import Foundation
import Glibc
import LoopbackMail

/// The real binary on scripted servers, in a folder of its own: started, killed, asked and started again.
///
/// Plain text to 127.0.0.1 is allowed by `insecure = true`; TLS is proved elsewhere, against a real Dovecot.
final class DaemonProcess {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let directory: String
    let imap: IMAPLoopback
    let smtp: SMTPLoopback
    private(set) var process: Process?
    private(set) var standardError = ""

    static var binary: String {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("ticketd").path
    }

    /// A daemon on the scripted servers.
    convenience init(
        _ extra: String = "", mailbox: String = "", imap: IMAPLoopback = IMAPLoopback(),
        smtp: SMTPLoopback = SMTPLoopback(), prepare: (String) throws -> Void = { _ in }
    )
        throws
    {
        try self.init(imap: imap, smtp: smtp, prepare: prepare) { directory in
            Self.configuration(extra, mailbox, in: directory, imap: imap.url, smtp: smtp.url)
        }
    }

    /// A daemon with a configuration of the test's own; `prepare` sees the folder before anything stands in it but the
    /// password.
    init(
        imap: IMAPLoopback = IMAPLoopback(), smtp: SMTPLoopback = SMTPLoopback(), makesKeys: Bool = true,
        prepare: (String) throws -> Void = { _ in }, configuration: (String) -> String
    ) throws {
        self.imap = imap
        self.smtp = smtp
        directory =
            FileManager.default.temporaryDirectory.appendingPathComponent("ticketd-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: directory + "/credentials", withIntermediateDirectories: true)
        try Data("secret\n".utf8).write(to: URL(fileURLWithPath: directory + "/credentials/support"))
        try prepare(directory)
        try configuration(directory).write(toFile: configurationPath, atomically: true, encoding: .utf8)
        guard makesKeys else { return }
        let made = try run(["keys", "init", "--config", configurationPath])
        guard made.status == 0 else { throw Failure(description: "keys init: \(made.error)") }
    }

    deinit {
        if let process, process.isRunning { kill(process.processIdentifier, SIGKILL) }
        imap.stop()
        smtp.stop()
        do { try FileManager.default.removeItem(atPath: directory) } catch {}
    }

    var configurationPath: String { directory + "/ticketd.toml" }
    var state: String { directory + "/state" }
    var socket: String { directory + "/admin.sock" }

    /// How long an answer can be taken back, from the next start on; "0s" otherwise.
    func setUndo(_ time: String) throws {
        let text = try String(contentsOfFile: configurationPath, encoding: .utf8)
        try text.replacing("undo = \"0s\"", with: "undo = \"\(time)\"")
            .write(toFile: configurationPath, atomically: true, encoding: .utf8)
    }

    private static func configuration(
        _ extra: String, _ mailbox: String, in directory: String, imap: String, smtp: String
    ) -> String {
        """
        [service]
        name = "Example Support"
        public_url = "http://127.0.0.1:9"
        listen = "127.0.0.1:\(freePort())"
        state_dir = "\(directory)/state"
        admin_socket = "\(directory)/admin.sock"
        [keys]
        root = "file:\(directory)/credentials/root"
        [outbox]
        undo = "0s"
        retry = ["1s"]
        [[mailbox]]
        name = "support"
        address = "support@example.com"
        imap = "\(imap)"
        smtp = "\(smtp)"
        username = "desk"
        password = "file:\(directory)/credentials/support"
        insecure = true
        start = "unseen"
        poll = "1s"
        reply_address = "plus"
        authserv_id = "mx.example.com"
        \(mailbox)
        \(extra.replacing("DIRECTORY", with: directory))
        """
    }

    /// Starts the daemon and waits until it answers, or until it is gone when a fault is to kill it.
    /// `under` is a program that runs the daemon, with its arguments.
    func start(
        fault: String? = nil, environment: [String: String] = [:], under wrapper: [String] = [], waits: Bool = true
    ) throws {
        let process = Process()
        let command = wrapper + [Self.binary, "serve", "--config", configurationPath]
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        var all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        all["TICKETD_FAULT"] = fault
        process.environment = all
        let log = directory + "/stderr.log"
        try Data().write(to: URL(fileURLWithPath: log))
        process.standardError = FileHandle(forWritingAtPath: log)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        self.process = process
        guard waits else { return }
        try wait("the daemon answers") {
            !process.isRunning || FileManager.default.fileExists(atPath: self.socket) && self.answers()
        }
    }

    var log: String {
        FileManager.default.contents(atPath: directory + "/stderr.log").map { String(decoding: $0, as: UTF8.self) }
            ?? ""
    }

    /// Waits for the end and answers the status; a signal counts as 128 + its number.
    @discardableResult
    func waitForExit() throws -> Int32 {
        guard let process else { throw Failure(description: "not started") }
        try wait("the daemon ends") { !process.isRunning }
        return process.terminationReason == .uncaughtSignal
            ? 128 + process.terminationStatus : process.terminationStatus
    }

    func kill9() throws {
        guard let process else { return }
        kill(process.processIdentifier, SIGKILL)
        try waitForExit()
    }

    @discardableResult
    func stop() throws -> Int32 {
        guard let process else { return 0 }
        kill(process.processIdentifier, SIGTERM)
        return try waitForExit()
    }

    func wait(_ what: String, seconds: Double = 30, until condition: () throws -> Bool) throws {
        let deadline = Date().addingTimeInterval(seconds)
        while Date() < deadline {
            if try condition() { return }
            usleep(15_000)
        }
        throw Failure(description: "waited \(seconds) s in vain: \(what)\n\(log.suffix(3000))")
    }

    static func freePort() -> UInt16 {
        let descriptor = socket_(AF_INET)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(descriptor, $0, length)
                _ = getsockname(descriptor, $0, &length)
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    private static func socket_(_ family: Int32) -> Int32 {
        Glibc.socket(family, Int32(SOCK_STREAM.rawValue), 0)
    }
}
