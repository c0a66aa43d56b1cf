import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// The API's description is valid OpenAPI, and the API keeps to it whatever it is sent.
    struct APIDescriptionTests {
        private static let tools = ConfigurationDescriptionTests.shippedFile.deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent(".build-tools/venv/bin").path

        private static var hasTools: Bool {
            FileManager.default.isExecutableFile(atPath: tools + "/schemathesis")
        }

        /// What an answer of any daemon must keep to. That everything the description allows is taken is not asked: it
        /// cannot say which tickets, mailboxes and times to come there are.
        private static let checks = [
            "not_a_server_error", "status_code_conformance", "content_type_conformance",
            "response_headers_conformance", "response_schema_conformance", "negative_data_rejection",
            "unsupported_method", "allow_header_conformance",
        ]

        /// The admin socket's own, those with which a run would lock itself out, and the one that makes the daemon call
        /// whatever address it is given.
        private static let spared = [
            "/api/v1/backups", "/api/v1/breach-kit-key", "/api/v1/keys/rotations", "/api/v1/tokens/{id}",
            "/api/v1/webhooks",
        ]

        @Test(.enabled(if: hasTools, "scripts/install-dependencies --test installs schemathesis"))
        func `every answer over TCP is as the description says, whatever is asked`() throws {
            let daemon = try DaemonProcess()
            daemon.imap.deliver(CustomerMail.bytes("m1", from: "clara@customer.example"))
            try daemon.start()
            try daemon.wait("there is a ticket") { try daemon.tickets().count == 1 }
            let token = try JSONSerialization.jsonObject(
                with: Data(try daemon.ticketd("tokens", "add", "fuzz", "--scope", "admin", "--json").utf8))
            let secret = try #require((token as? [String: Any])?["secret"] as? String)

            let port = try Site(daemon).port
            let document = try PlainHTTP.send("GET", "/api/openapi.json", at: .tcp(port), headers: [], body: nil)
            let file = daemon.directory + "/openapi.json"
            try Data(document.body).write(to: URL(fileURLWithPath: file))
            let valid = try ProgramRun(Self.tools + "/openapi-spec-validator", [file])
            #expect(valid.status == 0, "\(valid.output)\(valid.error)")

            // The seed is fixed, so that a failure is a failure for everybody.
            let run = try ProgramRun(
                "/usr/bin/env",
                [
                    "-C", daemon.directory, Self.tools + "/schemathesis", "run", file, "--url",
                    "http://127.0.0.1:\(port)", "--header", "Authorization: Bearer \(secret)", "--phases",
                    "examples,coverage,fuzzing", "--seed", "1", "--max-examples", "10", "--generation-database",
                    "none", "--continue-on-failure", "--no-color", "--warnings", "off", "--checks",
                    Self.checks.joined(separator: ","),
                ] + Self.spared.flatMap { ["--exclude-path", $0] })
            #expect(run.status == 0, "\(run.output.suffix(8_000))\(run.error.suffix(2_000))")
            #expect(daemon.answers())
        }
    }
}
