import Foundation
import Testing

@testable import ticketd

/// A kit opens without this program: by the script that is written beside it, Python and openssl.
@Suite(.enabled(if: KitTools.areThere, "python3 and openssl open a kit")) struct KitTests {
    @Test(arguments: ["", "one line\n", String(repeating: "Ödön <ada@customer.example>\t3 records\n", count: 200)])
    func `the script opens what was sealed, to the byte`(text: String) throws {
        let opened = try Self.opened(try Self.kit(text), with: "correct horse battery")
        #expect(opened.status == 0 && opened.text == text)
    }

    @Test func `another passphrase opens nothing, and neither does a changed file`() throws {
        let kit = try Self.kit("secret")
        #expect(try Self.opened(kit, with: "correct horse batterx").status != 0)
        for place in [0, 16, 30, 44, kit.count - 1] {
            var changed = kit
            changed[place] ^= 1
            let opened = try Self.opened(changed, with: "correct horse battery")
            #expect(opened.status != 0 && !opened.text.contains("secret"), "byte \(place)")
        }
    }

    @Test func `two kits of one breach share nothing`() throws {
        #expect(try Self.kit("secret").suffix(20) != Self.kit("secret").suffix(20))
    }

    private static func kit(_ text: String) throws -> [UInt8] {
        try BreachKit.seal(text, passphrase: "correct horse battery", logN: 10)
    }

    private static func opened(_ kit: [UInt8], with passphrase: String) throws -> (status: Int32, text: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (script, file) = (folder.appending(path: "open-kit.py"), folder.appending(path: "kit"))
        let secret = folder.appending(path: "passphrase")
        try Data(KitOpener.script.utf8).write(to: script)
        try Data(kit).write(to: file)
        try Data((passphrase + "\n").utf8).write(to: secret)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, file.path, secret.path]
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}

/// What opens a kit.
private enum KitTools {
    static let areThere = ["python3", "openssl"].allSatisfy { name in
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
        }
    }
}
