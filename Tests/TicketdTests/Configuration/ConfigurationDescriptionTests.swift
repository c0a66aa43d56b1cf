import Foundation
import Testing

@testable import ticketd

struct ConfigurationDescriptionTests {
    static let shippedFile = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("config/ticketd.toml")

    @Test func `the shipped file is what config describe prints, byte for byte`() throws {
        let shipped = try Data(contentsOf: Self.shippedFile)
        #expect(String(decoding: shipped, as: UTF8.self) == ConfigurationDescription.text)
    }

    @Test func `the shipped file is valid and changes nothing`() throws {
        let shipped = try PaperDisk.load(ConfigurationDescription.text), empty = try PaperDisk.load("")
        #expect(shipped.effective.map(\.value) == empty.effective.map(\.value))
        #expect(ConfigurationDifference(from: empty, to: shipped).verdict == .unchanged)
    }

    @Test func `with every example in force the file is valid and sets everything`() throws {
        let lines = ConfigurationDescription.text.split(separator: "\n", omittingEmptySubsequences: false)
        // Either a password or oauth: a file cannot have both.
        let inForce = lines.filter { !$0.hasPrefix("#oauth") }.map { line in
            line.hasPrefix("#") && !line.hasPrefix("# ") ? String(line.dropFirst()) : String(line)
        }
        let configuration = try PaperDisk.load(inForce.joined(separator: "\n"))
        let missing = configuration.effective.filter { $0.origin == .standard }.map(\.path)
        #expect(missing == ["mailbox.support.oauth"])
        // Whom to mail has a default, nobody, so that no example of it is in force.
        #expect(configuration.unanswered.map { $0.prefix { $0 != ":" } } == ["alerts.email"])
        #expect(configuration.sendingRefusal == nil)
    }

    @Test func `the manual page has every setting and nothing groff would obey`() {
        let page = ConfigurationManual.page
        for entry in SettingsRegistry.standard.settings {
            #expect(page.contains("\n.B \(entry.key)\n"), "\(entry.key)")
        }
        let macros = ["TH", "SH", "TP", "PP", "B", "I", "BR", "br"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(macros.contains { line == ".\($0)" || line.hasPrefix(".\($0) ") }, "\(line)")
        }
    }

    @Test func `config show lists every setting with its value and origin`() throws {
        let configuration = try PaperDisk.load(PaperDisk.mailbox, environment: ["TICKETD_SERVICE__NAME": "A \"B\""])
        let listing = ConfigurationListing(configuration)
        let lines = listing.text.split(separator: "\n")
        #expect(lines.count == configuration.effective.count)
        #expect(
            lines.contains {
                $0.hasPrefix("service.name = \"A \\\"B\\\"\"") && $0.hasSuffix(" # env TICKETD_SERVICE__NAME")
            })
        #expect(lines.contains { $0.hasPrefix("mailbox.support.password = \"credential:support\"") })
        #expect(lines.contains("# service.public_url is not set"))
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(listing.json.utf8)) as? [[String: Any]])
        #expect(rows.count == configuration.effective.count)
        #expect(rows.first?["value"] as? String == "\"A \\\"B\\\"\"")
    }
}
