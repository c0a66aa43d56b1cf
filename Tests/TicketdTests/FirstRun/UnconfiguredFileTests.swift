import Foundation
import Testing

@testable import ticketd

extension ProcessTests {
    /// What the package ships, and what `init` makes of it.
    struct UnconfiguredFileTests {
        private static let root = ConfigurationDescriptionTests.shippedFile.deletingLastPathComponent()
            .deletingLastPathComponent()

        private static func file(_ path: String) throws -> String {
            try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        }

        @Test func `the shipped file is the one init knows, byte for byte, and sets nothing`() throws {
            #expect(try Self.file("config/unconfigured.toml") == UnconfiguredFile.text)
            let shipped = try PaperDisk.load(UnconfiguredFile.text), empty = try PaperDisk.load("")
            #expect(ConfigurationDifference(from: empty, to: shipped).verdict == .unchanged)
        }

        @Test func `the package has the version of the program`() throws {
            #expect(try Self.file("debian/changelog").hasPrefix("ticketd (\(Version.text)) "))
        }

        @Test func `init writes over the file a package ships, and only while nobody has changed it`() throws {
            let desk = try EmptyDesk()
            let path = desk.daemon.configurationPath
            try UnconfiguredFile.text.write(toFile: path, atomically: true, encoding: .utf8)
            let early = try desk.daemon.run(["serve", "--config", path])
            #expect(early.status == 78)
            #expect(early.error.contains("ticketd init ADDRESS"))

            let edited = UnconfiguredFile.text + "# mine\n"
            try edited.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(try desk.daemon.run(desk.command).status == 64)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == edited)

            try UnconfiguredFile.text.write(toFile: path, atomically: true, encoding: .utf8)
            // Left by a run that was broken off.
            try "half".write(toFile: path + ".new", atomically: true, encoding: .utf8)
            let run = try desk.daemon.run(desk.command)
            #expect(run.status == 0, "\(run.error)")
            #expect(try desk.modes().first == 0o640)
            #expect(try desk.daemon.run(["config", "check", "--config", path]).status == 0)
            #expect(!FileManager.default.fileExists(atPath: path + ".new"))
        }
    }
}
