import Foundation
import Testing

extension ProcessTests {
    /// The checks from the command line, with the real binary, files and process.
    struct ComplianceTests {
        @Test func `the checks run on a real desk, say what fails, and end with 1`() throws {
            let daemon = try DaemonProcess()
            try daemon.start()
            let run = try daemon.run(
                ["compliance", "--round-trip", "--turnover", "1000000000", "--config", daemon.configurationPath])
            #expect(run.status == 1, "\(run.error)")
            #expect(run.output.contains("fail    G10") && run.output.contains("→ ticketd dpia screen"))
            #expect(run.output.contains("pass    R05") && run.output.contains("pass    S04"))
            #expect(run.output.contains("pass    S13") && run.output.contains("pass    L11"))
            #expect(run.output.contains("pass    S03") && run.output.contains("pass    S07"))
            #expect(run.output.contains("at most 20000000 euro by law"))
            #expect(!FileManager.default.fileExists(atPath: daemon.state + "/rehearsal"))
            let audit = try daemon.ticketd("audit", "show")
            #expect(audit.contains("compliance.checked") && audit.contains("compliance.trip"))
            #expect(try daemon.ticketd("dpia", "screen", "--yes", "none", "--reasons", "Few.").contains("None is"))
            let after = try daemon.run(["compliance", "--json", "--config", daemon.configurationPath])
            let report = try JSONSerialization.jsonObject(with: Data(after.output.utf8)) as? [String: Any]
            let checks = report?["checks"] as? [[String: Any]] ?? []
            #expect(checks.first { $0["id"] as? String == "G10" }?["outcome"] as? String == "pass")
        }

        /// S13 on real files: broken on purpose, and the very check fails.
        @Test func `a file that others may read is found`() throws {
            let daemon = try DaemonProcess()
            try daemon.start()
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: daemon.state + "/desk.db")
            let run = try daemon.run(["compliance", "--config", daemon.configurationPath])
            #expect(run.output.contains("fail    S13") && run.output.contains("desk.db is open to others"))
        }

        @Test func `the bundle is written once, by the owner's command`() throws {
            let daemon = try DaemonProcess()
            try daemon.start()
            let path = daemon.directory + "/evidence.zip"
            #expect(try daemon.ticketd("compliance", "export", "--out", path).contains("bytes"))
            let names = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
            #expect(names.contains("record.json") && names.contains("checks.html"))
            let again = try daemon.run(["compliance", "export", "--out", path, "--config", daemon.configurationPath])
            #expect(again.status == 74)
            #expect(try daemon.ticketd("dpia", "draft").contains("35(7)(d)"))
        }
    }
}
