import Foundation
import Testing

/// The systemd unit keeps what the design promises of it.
struct UnitTests {
    private static let analyzer = "/usr/bin/systemd-analyze"

    private let unit: [(key: String, value: String)]

    init() throws {
        let text = try #require(Repository.contents(of: "systemd/ticketd.service"))
        unit = text.split(separator: "\n").compactMap { line in
            guard let equals = line.firstIndex(of: "="), !line.hasPrefix("#") else { return nil }
            return (String(line[..<equals]), String(line[line.index(after: equals)...]))
        }
    }

    @Test(arguments: [
        ("Type", "notify"), ("ExecStart", "/usr/bin/ticketd serve"), ("RestartPreventExitStatus", "64 65 78"),
        ("WatchdogSec", "60s"), ("LoadCredential", "root:/etc/ticketd/credentials/root"), ("LimitCORE", "0"),
        ("MemorySwapMax", "0"), ("StateDirectoryMode", "0700"), ("RuntimeDirectory", "ticketd"),
        ("RuntimeDirectoryMode", "0750"), ("UMask", "0077"), ("ExecReload", "/bin/kill -HUP $MAINPID"),
    ])
    func `the unit says`(key: String, value: String) {
        #expect(unit.filter { $0.key == key }.map(\.value) == [value])
    }

    /// A check before the start would be restarted for ever; in a user namespace the admin socket knows nobody.
    @Test(arguments: ["ExecStartPre", "PrivateUsers", "DynamicUser"])
    func `the unit does not say`(key: String) {
        #expect(!unit.contains { $0.key == key })
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: analyzer), "systemd-analyze is not installed"))
    func `systemd finds the unit no more exposed than 1.2`() throws {
        let output = try Self.run(["security", "--offline=true", "--no-pager", unitPath])
        let line = try #require(output.split(separator: "\n").first { $0.contains("Overall exposure level") })
        let exposure = try #require(line.split(separator: " ").lazy.compactMap { Double($0) }.first)
        #expect(exposure <= 1.2, "\(line)")
    }

    private var unitPath: String { Repository.root.appending(path: "systemd/ticketd.service").path }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: analyzer)
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Foundation.Data()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
