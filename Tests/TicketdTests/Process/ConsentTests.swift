import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Consent with the real binary: from the form over the mail to the proof, killed at every step.
    struct ConsentTests {
        private static let address = "eve@customer.example"

        private static func desk() throws -> DaemonProcess {
            let daemon = try DaemonProcess()
            try daemon.start()
            _ = try daemon.ticketd(
                "consents", "purposes", "add", "newsletter", "--title", "Newsletter", "--text",
                "We send you our newsletter with news of our products once a month.")
            return daemon
        }

        private static func post(_ daemon: DaemonProcess, _ path: String, _ body: String) throws -> Int {
            try PlainHTTP.send(
                "POST", path, at: .tcp(try Site(daemon).port),
                headers: [(name: "Content-Type", value: "application/x-www-form-urlencoded")],
                body: Array(body.utf8)
            ).status
        }

        private static func fill(_ daemon: DaemonProcess) throws -> Int {
            try post(
                daemon, "/consent/newsletter", "version=en-1&address=eve%40customer.example&consent=newsletter")
        }

        /// The link of the newest mail to the person, when there is one.
        private static func link(_ daemon: DaemonProcess) -> String? {
            daemon.smtp.captured.reversed().lazy.compactMap { mail -> String? in
                let text = String(decoding: mail.bytes, as: UTF8.self).replacing("=\r\n", with: "")
                return text.firstMatch(of: /\/confirm\/[A-Za-z0-9_-]{43}/).map { String($0.output) }
            }.first
        }

        private static func granted(_ daemon: DaemonProcess) throws -> Bool {
            try daemon.json(
                "POST", "/api/v1/consents/lookup", body: ["address": address, "purpose": "newsletter"])["granted"]
                as? Bool ?? false
        }

        @Test(arguments: [nil, "c1", "c2", "c3", "c5"])
        func `the way from the form to the proof is whole whatever the instant of a kill`(point: String?) throws {
            let daemon = try Self.desk()
            try daemon.stop()
            try daemon.start(fault: point)
            do { _ = try Self.fill(daemon) } catch { #expect(point == "c1") }
            if let point, point != "c5" {
                #expect(try daemon.waitForExit() == 128 + 9)
                try daemon.start()
                // Where the answer never came, the person sends the form again.
                if point == "c1" { #expect(try Self.fill(daemon) == 200) }
            }
            try daemon.wait("the mail with the link") { Self.link(daemon) != nil }
            #expect(try !Self.granted(daemon))
            let link = try #require(Self.link(daemon))
            #expect(try PlainHTTP.send("GET", link, at: .tcp(try Site(daemon).port)).status == 200)
            #expect(try !Self.granted(daemon))
            do { #expect(try Self.post(daemon, link, "confirm=1") == 200) } catch { #expect(point == "c5") }
            if point == "c5" {
                #expect(try daemon.waitForExit() == 128 + 9)
                try daemon.start()
                #expect(try !Self.granted(daemon))
                #expect(try Self.post(daemon, link, "confirm=1") == 200)
            }
            #expect(try Self.granted(daemon))
            #expect(daemon.smtp.captured.count { $0.recipients.joined().contains(Self.address) } == 1)
        }

        @Test(arguments: ["c6", "c7"])
        func `a withdrawal that was begun is effective after any kill`(point: String) throws {
            let daemon = try Self.desk()
            #expect(try Self.fill(daemon) == 200)
            try daemon.wait("the mail with the link") { Self.link(daemon) != nil }
            let link = try #require(Self.link(daemon))
            #expect(try Self.post(daemon, link, "confirm=1") == 200)
            #expect(try Self.granted(daemon))
            try daemon.stop()
            try daemon.start(fault: point)
            do { _ = try Self.post(daemon, link, "withdraw=1") } catch {}
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            #expect(try !Self.granted(daemon))
            #expect(try Self.post(daemon, link, "confirm=1") == 200)
            #expect(try !Self.granted(daemon))
            let shown = try daemon.ticketd("consents", "list", "-", input: Self.address + "\n")
            #expect(shown.contains("withdrawn") && shown.contains("en-1") && shown.contains("double-opt-in-click"))
            let ledger = try String(contentsOfFile: daemon.state + "/erasures.log", encoding: .utf8)
            #expect(ledger.contains(" withdrawn consent=") && !ledger.contains("customer.example"))
            for file in ["desk.db", "desk.db-wal", "keys.db"] {
                let bytes = FileManager.default.contents(atPath: daemon.state + "/" + file) ?? Data()
                #expect(bytes.range(of: Data(Self.address.utf8)) == nil, "\(file)")
            }
        }
    }
}
