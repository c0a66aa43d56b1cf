import Foundation
import Testing

extension ProcessTests {
    /// `ticketd config check`, for people and for programs.
    struct ConfigCheckTests {
        @Test func `config check tells programs every problem, with its line, and ends with 78`() throws {
            let daemon = try DaemonProcess()
            let command = ["config", "check", "--json", "--config", daemon.configurationPath]
            let good = try daemon.run(command)
            #expect(good.status == 0)
            let answer = try #require(try Self.object(good.output))
            #expect(answer["ok"] as? Bool == true)
            #expect((answer["problems"] as? [Any])?.isEmpty == true)
            #expect((answer["unanswered"] as? [String])?.isEmpty == false)

            let text = try String(contentsOfFile: daemon.configurationPath, encoding: .utf8)
            try text.replacing("poll = ", with: "pool = ").replacing("start = \"unseen\"", with: "start = 7")
                .write(toFile: daemon.configurationPath, atomically: true, encoding: .utf8)
            let bad = try daemon.run(command)
            #expect(bad.status == 78)
            let told = try #require(try Self.object(bad.output))
            #expect(told["ok"] as? Bool == false)
            let problems = try #require(told["problems"] as? [[String: Any]])
            #expect(problems.count == 2)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (key, expected) in [("mailbox.pool", "poll = "), ("mailbox.start", "start = ")] {
                let problem = try #require(problems.first { $0["setting"] as? String == key })
                let line = try #require(lines.firstIndex { $0.hasPrefix(expected) }) + 1
                #expect(problem["line"] as? Int == line)
                #expect(problem["place"] as? String == daemon.configurationPath)
                for field in ["what", "expected", "remedy"] { #expect((problem[field] as? String)?.isEmpty == false) }
            }

            try FileManager.default.removeItem(atPath: daemon.configurationPath)
            let missing = try daemon.run(command)
            #expect(missing.status == 78)
            #expect((try Self.object(missing.output)?["problems"] as? [Any])?.count == 1)
        }

        private static func object(_ text: String) throws -> [String: Any]? {
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        }
    }
}
