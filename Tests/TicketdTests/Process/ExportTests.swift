import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Copies for people with the real binary: made, fetched, read by other programs, killed at every step, erased.
    struct ExportTests {
        private static let address = "ada@customer.example"
        private static let python = ConfigurationDescriptionTests.shippedFile.deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(".build-tools/venv/bin/python").path

        private static var hasSchemaReader: Bool { FileManager.default.isExecutableFile(atPath: python) }

        /// HTML, an attachment with a name in Greek, a copy to Bert, letters of several scripts.
        private static let html = """
            From: =?utf-8?Q?Ada_Zql=C3=B6velace?= <ada@customer.example>
            To: support@example.com
            Cc: Bert Brecht <bert@other.example>
            Subject: =?utf-8?Q?Stra=C3=9Fe_=E2=9C=93?=
            Message-ID: <html@customer.example>
            Date: Tue, 24 Nov 2026 06:00:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=utf-8

            <p>Grüße &amp; <b>Καλημέρα</b></p><script>alert(1)</script>
            --b
            Content-Type: image/png; name="=?utf-8?B?zrXOuc66z4zOvc6xLnBuZw==?="
            Content-Disposition: attachment; filename="=?utf-8?B?zrXOuc66z4zOvc6xLnBuZw==?="
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --b--

            """

        private static func desk() throws -> DaemonProcess {
            let daemon = try DaemonProcess()
            daemon.imap.deliver(Array(html.replacing("\n", with: "\r\n").utf8))
            daemon.imap.deliver(CustomerMail.bytes("d1", from: "Dora Stranger <dora@third.example>"))
            try daemon.start()
            try daemon.wait("two tickets, moved and acknowledged") {
                try daemon.tickets().count == 2 && daemon.outbox("sent").count == 2
                    && daemon.imap.folder("ticketd")?.entries.count == 2
            }
            return daemon
        }

        private static func ticket(_ daemon: DaemonProcess) throws -> Int {
            let found = try daemon.tickets().first { $0["subject"] as? String == "Straße ✓" }
            return try #require(found?["number"] as? Int)
        }

        private static func order(_ daemon: DaemonProcess, _ kind: String = "access") throws -> String {
            let found = try daemon.json("POST", "/api/v1/people/lookup", body: ["address": address])
            let person = try #require((found["people"] as? [DaemonProcess.JSON])?.first?["id"] as? String)
            let export = try daemon.json(
                "POST", "/api/v1/people/\(person)/export",
                body: ["kind": kind, "verified": ["how": "phone", "by": "Otto Operator"]])
            return try #require(export["id"] as? String)
        }

        private static func state(_ daemon: DaemonProcess, _ id: String) throws -> String? {
            try daemon.json("GET", "/api/v1/exports/\(id)")["state"] as? String
        }

        /// The archive as Python reads it: names, one JSON document, one mail.
        private static func read(_ file: String, _ script: String) throws -> String {
            let run = try ProgramRun(
                "/usr/bin/python3",
                [
                    "-c",
                    "import sys, zipfile, json, email, email.policy\n"
                        + "archive = zipfile.ZipFile(sys.argv[1])\nassert archive.testzip() is None\n" + script, file,
                ])
            #expect(run.status == 0, "\(run.error)")
            return run.output
        }

        /// The JSON keeps to the schema that travels with it.
        private static func validate(_ file: String) throws {
            let valid = try ProgramRun(
                python,
                [
                    "-c",
                    "import json,sys,zipfile,jsonschema\na=zipfile.ZipFile(sys.argv[1])\n"
                        + "s=json.loads(a.read('schema.json'))\njsonschema.Draft202012Validator.check_schema(s)\n"
                        + "v=jsonschema.Draft202012Validator(s,format_checker=jsonschema.FormatChecker())\n"
                        + "e=list(v.iter_errors(json.loads(a.read('data.json'))))\nprint(e);sys.exit(len(e))",
                    file,
                ])
            #expect(valid.status == 0, "\(valid.output)\(valid.error)")
        }

        @Test(.enabled(if: hasSchemaReader, "scripts/install-dependencies --test installs a JSON Schema reader"))
        func `Art 15 a person's copy is whole, reads in other programs and says what is covered`() throws {
            let daemon = try Self.desk()
            let number = try Self.ticket(daemon)
            _ = try daemon.json("POST", "/api/v1/tickets/\(number)/replies", body: ["text": "Δεκτό: use water."])
            _ = try daemon.json(
                "POST", "/api/v1/tickets/\(number)/notes",
                body: ["text": "Dora (dora@third.example) complained too; bert@other.example knows."])
            try daemon.wait("the answer left") { try daemon.outbox("sent").count == 3 }

            let refused = try daemon.run(
                [
                    "people", "export", Self.address, "--out", daemon.directory + "/x.zip", "--config",
                    daemon.configurationPath,
                ])
            #expect(refused.status == 64 && refused.error.contains("--verified-how"))
            let file = daemon.directory + "/ada.zip"
            let text = try daemon.ticketd(
                "people", "export", "-", "--out", file, "--verified-how", "phone", "--verified-by", "Otto Operator",
                input: Self.address + "\n")
            #expect(text.contains("messages and 1 attachments") && text.contains("Others were covered in 1 places"))
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)

            let summary = try Self.read(
                file,
                """
                data = json.loads(archive.read("data.json"))
                print(sorted(m["part"] for m in data["messages"]))
                print([t["subject"] for t in data["tickets"]])
                print(data["person"]["name"], data["person"]["address"])
                print([m["text"] for m in data["messages"] if m["part"] == "about-you"][-1])
                name = [n for n in archive.namelist() if n.startswith("attachments/")][0]
                print(name.split("-")[-1], len(archive.read(name)))
                first = [m for m in data["messages"] if m["part"] == "yours"][0]
                mail = email.message_from_bytes(archive.read(first["mail"]), policy=email.policy.default)
                print(mail["subject"], "|", mail["cc"], "|", [d for p in mail.walk() for d in p.defects])
                print(mail.get_body(("plain",)).get_content().strip())
                print([len(a.get_content()) for a in mail.iter_attachments()], "Reconstructed" in mail["comments"])
                everything = b"".join(archive.read(n) for n in archive.namelist())
                page = archive.read("index.html")
                print(b"dora@third.example" in everything, b"<script" in everything, b"http://" in page)
                print("index.html" in archive.namelist(), "tickets.csv" in archive.namelist())
                """)
            let lines = summary.split(separator: "\n").map(String.init)
            #expect(lines.first?.contains("'about-you'") == true && lines.first?.contains("'yours'") == true)
            #expect(lines.dropFirst().first == "['Straße ✓']")
            #expect(lines.dropFirst(2).first == "Ada Zqlövelace ada@customer.example")
            #expect(lines.dropFirst(3).first == "Dora ([address 1]) complained too; bert@other.example knows.")
            #expect(lines.dropFirst(4).first == "εικόνα.png 8")
            #expect(lines.dropFirst(5).first == "Straße ✓ | bert@other.example | []")
            #expect(lines.dropFirst(6).first == "Grüße & Καλημέρα")
            #expect(lines.dropFirst(7).first == "[8] True")
            #expect(lines.dropFirst(8).first == "False False False")
            #expect(lines.dropFirst(9).first == "True True")

            try Self.validate(file)
            let list = try daemon.ticketd("exports", "list")
            #expect(list.contains("access") && list.contains("ready") && !list.contains("customer.example"))
            #expect(!daemon.log.contains("customer.example") && daemon.log.contains("a copy for a person is ready"))
        }

        @Test(arguments: ["x1", "x2", "x3", "x4"])
        func `a copy is made whatever the instant of a kill`(point: String) throws {
            let daemon = try Self.desk()
            try daemon.stop()
            try daemon.start(fault: point)
            do { _ = try Self.order(daemon) } catch { #expect(point == "x1") }
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            let listed = try daemon.json("GET", "/api/v1/exports")["exports"] as? [DaemonProcess.JSON] ?? []
            #expect(listed.count == 1)
            let id = try #require(listed.first?["id"] as? String)
            try daemon.wait("it is ready") { try Self.state(daemon, id) == "ready" }
            let file = daemon.directory + "/ada.zip"
            _ = try daemon.ticketd("exports", "fetch", id, "--out", file)
            #expect(try Self.read(file, "print('data.json' in archive.namelist())") == "True\n")
            let kept = try FileManager.default.contentsOfDirectory(atPath: daemon.state + "/exports")
            #expect(kept == ["\(id).sealed"])
        }

        @Test(arguments: ["x5", "x6", "x7"])
        func `a copy ends whatever the instant of a kill`(point: String) throws {
            let daemon = try Self.desk()
            let id = try Self.order(daemon)
            try daemon.wait("it is ready") { try Self.state(daemon, id) == "ready" }
            try daemon.stop()
            try daemon.start(fault: point, waits: false)
            // With x5 the first sweep, which finds nothing to end, is already the end.
            if point != "x5" {
                try daemon.wait("it answers") { daemon.answers() }
                do { _ = try daemon.request("DELETE", "/api/v1/exports/\(id)") } catch {}
            }
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            if point == "x5" { _ = try daemon.request("DELETE", "/api/v1/exports/\(id)") }
            try daemon.wait("it is gone") { try Self.state(daemon, id) == "gone" }
            #expect(try FileManager.default.contentsOfDirectory(atPath: daemon.state + "/exports").isEmpty)
            let refused = try daemon.request("GET", "/api/v1/exports/\(id)/content")
            #expect(refused.status == 404)
        }

        @Test func `P8 erasing the person ends the copy, and P7 no byte of it was ever in clear`() throws {
            let daemon = try Self.desk()
            let id = try Self.order(daemon)
            try daemon.wait("it is ready") { try Self.state(daemon, id) == "ready" }
            let sealed = daemon.state + "/exports/\(id).sealed"
            let bytes = try Data(contentsOf: URL(fileURLWithPath: sealed))
            for marker in ["Zql", "customer.example", "index.html", "Καλημέρα", "ticketd-export"] {
                #expect(bytes.range(of: Data(marker.utf8)) == nil, "\(marker)")
            }
            _ = try daemon.ticketd(
                "people", "erase", Self.address, "--yes", "--verified-how", "phone", "--verified-by", "Otto Operator")
            let refused = try daemon.request("GET", "/api/v1/exports/\(id)/content")
            #expect(refused.status == 404)
            try daemon.wait("it is gone") { try Self.state(daemon, id) == "gone" }
            #expect(!FileManager.default.fileExists(atPath: sealed))
            let shown = try daemon.json("GET", "/api/v1/exports/\(id)")
            #expect(shown["person"] is NSNull)
        }
    }
}
