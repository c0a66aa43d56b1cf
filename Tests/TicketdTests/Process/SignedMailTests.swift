import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// DKIM from the command that makes the keys to the bytes that reached a server, looked at by dkimpy.
    struct SignedMailTests {
        private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
        private static let python = root + "/.build-tools/venv/bin/python"

        /// Prints a word for each signature, in the order of the fields.
        private static let verifier = """
            import dkim, json, sys
            records = json.load(open(sys.argv[2]))
            mail = open(sys.argv[1], "rb").read()
            for index in range(2):
                found = dkim.DKIM(mail)
                try:
                    good = found.verify(idx=index, dnsfunc=lambda name, timeout=5: records[name.decode()].encode())
                except dkim.ValidationError:
                    good = False
                signed = set(found.include_headers)
                covered = {b"list-unsubscribe", b"list-unsubscribe-post", b"from"} <= signed
                print("good" if good and covered else "bad")
            """

        @Test func `another implementation believes both signatures, and not those of a changed mail`() throws {
            let daemon = try DaemonProcess()
            let made = try daemon.run([
                "keys", "dkim", "support", "--directory", daemon.directory + "/credentials", "--config",
                daemon.configurationPath,
            ])
            #expect(made.status == 0, "\(made.error)")
            let again = try daemon.run([
                "keys", "dkim", "support", "--directory", daemon.directory + "/credentials", "--config",
                daemon.configurationPath,
            ])
            #expect(again.output == made.output)
            let setting = try #require(made.output.split(separator: "\n").first { $0.hasPrefix("dkim = ") })
            let text = try String(contentsOfFile: daemon.configurationPath, encoding: .utf8)
            try text.replacing("insecure = true", with: "insecure = true\n\(setting)")
                .write(toFile: daemon.configurationPath, atomically: true, encoding: .utf8)
            let records = Self.records(in: made.output)
            #expect(records.count == 2)

            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            _ = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "Wir prüfen das. 😀\n.\nFrom us"])
            try daemon.wait("the answer") { daemon.smtp.captured.count == 2 }
            for mail in daemon.smtp.captured {
                #expect(try verify(mail.bytes, records, in: daemon.directory) == ["good", "good"])
                var changed = String(decoding: mail.bytes, as: UTF8.self)
                changed = changed.replacing("List-Unsubscribe-Post:", with: "X-Was:")
                #expect(try verify(Array(changed.utf8), records, in: daemon.directory) == ["bad", "bad"])
                #expect(
                    try verify(mail.bytes + Array("More.\r\n".utf8), records, in: daemon.directory) == ["bad", "bad"])
            }
        }

        @Test func `a key that cannot be read keeps the daemon from starting, and says which`() throws {
            let daemon = try DaemonProcess(mailbox: "dkim = [{selector = \"s\", key = \"file:/nowhere\"}]")
            let started = try daemon.run(["serve", "--config", daemon.configurationPath])
            #expect(started.status == 78)
            #expect(started.error.contains("a key for signing mail cannot be used"))
            #expect(started.error.contains("file:/nowhere of mailbox support"))
        }

        private func verify(_ mail: [UInt8], _ records: [String: String], in directory: String) throws -> [String] {
            let files = (mail: directory + "/mail.eml", records: directory + "/records.json")
            try Data(mail).write(to: URL(fileURLWithPath: files.mail))
            try JSONEncoder().encode(records).write(to: URL(fileURLWithPath: files.records))
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Self.python)
            process.arguments = ["-c", Self.verifier, files.mail, files.records]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return text.split(separator: "\n").map(String.init)
        }

        /// What a name server would answer, read from the lines a person is to publish.
        private static func records(in output: String) -> [String: String] {
            var records: [String: String] = [:]
            for line in output.split(separator: "\n") where line.contains("._domainkey.") {
                let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
                let strings = parts[2].split(separator: "\"").enumerated().filter { !$0.offset.isMultiple(of: 2) }
                records[parts[0]] = strings.map { String($0.element) }.joined()
            }
            return records
        }
    }
}
