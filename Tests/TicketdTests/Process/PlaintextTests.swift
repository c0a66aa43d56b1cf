import Foundation
import Glibc
import LoopbackMail
import Testing

extension ProcessTests {
    /// P7: a marker sent in a mail is found in no file the daemon leaves, in no log, in no backup.
    struct PlaintextTests {
        @Test func `P7 no plaintext on disk`() throws {
            let backups = FileManager.default.temporaryDirectory.appendingPathComponent(
                "ticketd-b-\(UUID().uuidString)"
            ).path
            defer { do { try FileManager.default.removeItem(atPath: backups) } catch {} }
            let daemon = try DaemonProcess()
            let marker = "ZqMarkerZq"
            let boundary = "b0"
            let mail = [
                "Authentication-Results: mx.example.com; dmarc=pass header.from=customer.example",
                "From: \"\(marker)Name\" <\(marker)@customer.example>", "To: support@example.com",
                "Cc: \(marker)cc@customer.example", "Subject: \(marker)Subject",
                "Message-ID: <\(marker)id@customer.example>",
                "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\(boundary)", "", "--\(boundary)",
                "Content-Type: text/plain; charset=utf-8", "", "\(marker)Body", "--\(boundary)",
                "Content-Type: application/octet-stream; name=\"\(marker)File.bin\"",
                "Content-Disposition: attachment; filename=\"\(marker)File.bin\"", "", "\(marker)Bytes",
                "--\(boundary)--", "",
            ].joined(separator: "\r\n")
            daemon.imap.deliver(Array(mail.utf8))
            let temporary = daemon.directory + "/temporary"
            try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
            try daemon.start(environment: ["TMPDIR": temporary, "SQLITE_TMPDIR": temporary])
            try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            _ = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "\(marker)Reply"])
            _ = try daemon.json("POST", "/api/v1/tickets/1/notes", body: ["text": "\(marker)Note"])
            _ = try daemon.json(
                "PATCH", "/api/v1/tickets/1", body: ["assignee": "\(marker)Agent", "tags": ["\(marker)Tag"]])
            try daemon.wait("the answer") { daemon.smtp.captured.count == 2 }
            for set in ["desk", "keys"] {
                _ = try daemon.json("POST", "/api/v1/backups", body: ["set": set, "directory": "\(backups)/\(set)"])
            }
            let shown = try daemon.json("GET", "/api/v1/tickets/1")
            #expect("\(shown)".contains("\(marker)Body") && "\(shown)".contains("\(marker)Tag"))
            // All of it can be searched, and what is searched has no file, not even one without a name.
            for kind in ["Body", "Subject", "Name", "Reply", "Note", "Tag", "File"] {
                let found = try daemon.json("POST", "/api/v1/tickets/search", body: ["text": marker + kind])
                #expect((found["tickets"] as? [Any])?.count == 1, "\(kind)")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
            #expect(try Self.openFiles(of: daemon, with: marker) == [])
            // While it runs, with its write-ahead log; and after it was killed.
            #expect(try Self.files(with: marker, in: [daemon.state, backups, daemon.directory + "/stderr.log"]) == [])
            try daemon.kill9()
            #expect(try Self.files(with: marker, in: [daemon.state, backups, daemon.directory + "/stderr.log"]) == [])
            // The search itself finds what is there.
            try marker.write(toFile: daemon.state + "/probe", atomically: true, encoding: .utf8)
            #expect(try Self.files(with: marker, in: [daemon.state]).count == 1)
        }

        /// Every file the process has open, also one whose name is gone.
        private static func openFiles(of daemon: DaemonProcess, with marker: String) throws -> [String] {
            let process = try #require(daemon.process?.processIdentifier)
            let folder = "/proc/\(process)/fd"
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            let files = names.map { folder + "/" + $0 }.filter { name in
                var status = stat()
                return stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            }
            #expect(files.count > 3)
            return try Self.files(with: marker, in: files)
        }

        /// Upper and lower case, and base64 of the marker at each of the three offsets.
        private static func files(with marker: String, in places: [String]) throws -> [String] {
            var needles = [Data(marker.utf8), Data(marker.lowercased().utf8)]
            for offset in 0..<3 {
                let padded = Data(repeating: 0x41, count: offset) + Data(marker.utf8)
                let text = padded.base64EncodedString()
                needles.append(Data(text.dropFirst(offset == 0 ? 0 : 4).prefix(9).utf8))
            }
            var found: [String] = []
            for place in places {
                let paths = [place] + (FileManager.default.subpaths(atPath: place) ?? []).map { place + "/" + $0 }
                for path in paths {
                    guard let bytes = FileManager.default.contents(atPath: path) else { continue }
                    if needles.contains(where: { bytes.firstRange(of: $0) != nil }) { found.append(path) }
                }
            }
            return found
        }
    }
}
