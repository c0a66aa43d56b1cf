import ArgumentParser
import Foundation
import Testing

@testable import ticketd

/// The page that leads a reader from each demand to its command and its test, held against both.
struct PrivacyPageTests {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func page() throws -> String {
        try String(contentsOf: root.appending(path: "Sources/Desk/Desk.docc/Privacy.md"), encoding: .utf8)
    }

    @Test func `every command named on the page parses`() throws {
        let commands = try Self.page().matches(of: /`ticketd ([^`]+)`/).map { String($0.1) }
        #expect(commands.count > 25)
        for command in commands {
            #expect(throws: Never.self, "ticketd \(command)") {
                _ = try Ticketd.parseAsRoot(command.split(separator: " ").map(String.init))
            }
        }
    }

    @Test func `every test named on the page exists`() throws {
        let names = try Self.page().matches(of: /“([^”]+)”/).map { String($0.1) }
        #expect(names.count > 25)
        let tests = Self.root.appending(path: "Tests")
        let all = try FileManager.default.subpathsOfDirectory(atPath: tests.path)
        let paths = all.filter { $0.hasSuffix("Tests.swift") }
        let sources = try paths.map { try String(contentsOf: tests.appending(path: $0), encoding: .utf8) }
        for name in names {
            #expect(sources.contains { $0.contains("func `\(name)`") }, "\(name)")
        }
    }

    @Test func `each of the six demands has commands and tests`() throws {
        let sections = try Self.page().components(separatedBy: "\n## ").dropFirst().prefix(6)
        #expect(sections.map { $0.prefix(1) } == ["1", "2", "3", "4", "5", "6"])
        for section in sections {
            #expect(section.contains("`ticketd ") && section.contains("“"), "\(section.prefix(40))")
        }
    }
}
