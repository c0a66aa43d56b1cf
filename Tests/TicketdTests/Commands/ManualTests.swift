import Foundation
import Testing

@testable import ticketd

extension ProcessTests {
    /// The manual pages, as groff sees them.
    struct ManualTests {
        @Test(arguments: ["ticketd.8", "ticketd.toml.5"])
        func `a manual page renders without a warning and tells of everything there is`(page: String) throws {
            let source = try ProgramRun(DaemonProcess.binary, ["manual", page])
            #expect(source.status == 0)
            let rendered = try ProgramRun(
                "/usr/bin/groff", ["-man", "-ww", "-Tutf8", "-P-cbou", "-rLL=2000n"], input: Array(source.output.utf8))
            #expect(rendered.status == 0)
            #expect(rendered.error == "")
            // Words are what counts here: lines are filled and hyphenated as the pager likes.
            let text = rendered.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let expected =
                page == "ticketd.8"
                ? ["ticketd serve", "ticketd tickets reply <number>", "--password-file", "ticketd keys escrow", "75"]
                : SettingsRegistry.standard.settings.map(\.key)
            for words in expected { #expect(text.contains(words), "\(words)") }
            #expect(!text.contains("ticketd manual"))
        }

        @Test func `an unknown page is a usage error`() throws {
            #expect(try ProgramRun(DaemonProcess.binary, ["manual", "ticketd.1"]).status == 64)
        }

        /// A dot or a backslash at the start of a line would be a command to groff.
        @Test(
            arguments: [
                (".SH", "\\&.SH"), ("'quoted'", "\\&'quoted'"), ("a\\b", "a\\eb"), ("--json", "\\-\\-json"),
                ("…", "\\[u2026]"), ("\u{1F600}", "\\[u1F600]"), ("a\n.so /etc/passwd", "a .so /etc/passwd"),
            ])
        func `text is shown by groff and never obeyed`(text: String, expected: String) {
            #expect(Roff.line(text) == expected)
        }
    }
}
