import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// `/my` as a person finds it: in a real browser, without scripts, by keyboard alone.
    struct PortalTests {
        private static let root = ConfigurationDescriptionTests.shippedFile.deletingLastPathComponent()
            .deletingLastPathComponent().path
        private static let python = root + "/.build-tools/venv/bin/python"

        private static var hasBrowser: Bool {
            FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium")
                && FileManager.default.fileExists(atPath: root + "/.build-tools/venv/bin/playwright")
        }

        @Test(
            .enabled(if: hasBrowser, "scripts/install-dependencies --test installs Chromium and Playwright"),
            arguments: ["en-GB", "de-DE"])
        func `a person walks through the portal by keyboard, and axe finds nothing`(language: String) throws {
            let daemon = try DaemonProcess()
            let base = "http://127.0.0.1:\(try Site(daemon).port)"
            daemon.imap.deliver(CustomerMail.bytes("m1", text: "It burns.\r\n\r\n<script>alert(1)</script>"))
            try daemon.start()
            try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            _ = try daemon.json("POST", "/api/v1/tickets/1/replies", body: ["text": "Use water."])
            _ = try daemon.json("POST", "/api/v1/tickets/1/notes", body: ["text": "What a rude person."])
            try daemon.wait("the answer") { daemon.smtp.captured.count == 2 }

            try Self.addConsent(daemon)
            try Self.walk("consent", base, "/consent/newsletter", language)

            try Self.walk("ask", base, "ann@customer.example", language)
            try daemon.wait("the link", seconds: 60) { Self.links(daemon).count == 1 }
            let link = try #require(Self.links(daemon).first)
            try Self.walk("walk", base, link, language)

            // Everything that was done is in the register and in the audit log, and nothing of it in the log (P14).
            let requests = try daemon.json("GET", "/api/v1/requests?state=all")["requests"] as? [[String: Any]] ?? []
            #expect(requests.allSatisfy { $0["channel"] as? String == "portal" })
            let ends = requests.map { "\($0["right"] as? String ?? "") \($0["decision"] as? String ?? "open")" }
            #expect(
                ends.sorted() == [
                    "access fulfilled", "erasure withdrawn", "objection open", "rectification withdrawn",
                ]
                    || ends.sorted() == [
                        "access fulfilled", "erasure withdrawn", "information withdrawn", "objection open",
                    ], "\(ends)")
            let copies = try daemon.json("GET", "/api/v1/exports")["exports"] as? [[String: Any]] ?? []
            #expect(copies.map { $0["state"] as? String } == ["gone"] && copies.first?["handedAt"] is String)
            try daemon.wait("the link to the copy", seconds: 60) { Self.links(daemon).count == 2 }
            let audit = try daemon.ticketd("audit", "show")
            for event in [
                "portal.entered", "person.unsubscribed", "request.registered", "request.moved", "consent.withdrawn",
                "person.rectified", "export.opened", "export.ended",
            ] {
                #expect(audit.contains(event), "\(event)")
            }
            try daemon.stop()
            for secret in ["ann@customer", "/my/link", String(link.suffix(43)), "__Host-my"] {
                #expect(!daemon.log.contains(secret), "\(secret)")
            }
        }

        @Test func `a crash between asking and the mail loses nobody's wish, and sends one link`() throws {
            let daemon = try DaemonProcess()
            let site = try Site(daemon)
            daemon.imap.deliver(CustomerMail.bytes("m1"))
            try daemon.start()
            try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            let form = [(name: "Content-Type", value: "application/x-www-form-urlencoded")]
            let asked = try PlainHTTP.send(
                "POST", "/my/ask", at: .tcp(site.port), headers: form,
                body: Array("address=ann%40customer.example".utf8))
            #expect(asked.status == 200)
            try daemon.kill9()
            try daemon.start()
            try daemon.wait("the link") { daemon.smtp.captured.count == 2 }
            daemon.imap.deliverNow(CustomerMail.bytes("m2", from: "bob@customer.example", subject: "Another"))
            try daemon.wait("the next mail") { try daemon.tickets().count == 2 }
            try daemon.wait("its acknowledgement") { daemon.smtp.captured.count == 3 }
            let links = daemon.smtp.captured.map { String(decoding: $0.bytes, as: UTF8.self) }
                .filter { $0.replacing("=\r\n", with: "").contains("/my/link/") }
            #expect(links.count == 1)
        }

        /// The links that were mailed.
        private static func links(_ daemon: DaemonProcess) -> [String] {
            daemon.smtp.captured.compactMap { mail in
                String(decoding: mail.bytes, as: UTF8.self).replacing("=\r\n", with: "")
                    .firstMatch(of: /\/my\/link\/[A-Za-z0-9_-]{43}/).map { String($0.output) }
            }
        }

        /// A purpose, and a consent to it on paper.
        private static func addConsent(_ daemon: DaemonProcess) throws {
            _ = try daemon.json(
                "POST", "/api/v1/consents/purposes",
                body: [
                    "code": "newsletter", "language": "en", "title": "Newsletter",
                    "text": "We send you our newsletter with news of our products once a month.",
                ])
            _ = try daemon.json(
                "POST", "/api/v1/consents",
                body: [
                    "address": "ann@customer.example", "purpose": "newsletter", "textVersion": "en-1",
                    "act": "signed-paper", "givenAt": "2026-09-01T00:00:00Z", "evidence": "folder 7",
                ])
        }

        /// Pictures of every page go to the folder named by TICKETD_PICTURES, for people to look at.
        private static func walk(_ task: String, _ base: String, _ what: String, _ language: String) throws {
            var arguments = [root + "/scripts/walk-portal", task, base, what, language]
            if let folder = ProcessInfo.processInfo.environment["TICKETD_PICTURES"] {
                let pictures = folder + "/" + language + "-" + task
                try FileManager.default.createDirectory(atPath: pictures, withIntermediateDirectories: true)
                arguments.append(pictures)
            }
            let run = try ProgramRun(python, arguments)
            #expect(run.status == 0, "\(run.output.suffix(8_000))\(run.error.suffix(4_000))")
        }
    }
}
