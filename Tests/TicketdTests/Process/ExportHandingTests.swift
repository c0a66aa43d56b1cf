import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// Copies handed over with the real binary: the command, the mail, the link, the archive; and kills between.
    struct ExportHandingTests {
        private static let form = [(name: "Content-Type", value: "application/x-www-form-urlencoded")]

        private struct Scene {
            let daemon: DaemonProcess
            let site: Site

            init() throws {
                daemon = try DaemonProcess()
                site = try Site(daemon)
                daemon.imap.deliver(CustomerMail.bytes("m1"))
                try daemon.start()
                try daemon.wait("the acknowledgement") { daemon.smtp.captured.count == 1 }
            }

            func person() throws -> String {
                let found = try daemon.json(
                    "POST", "/api/v1/people/lookup", body: ["address": "ann@customer.example"])
                return try #require((found["people"] as? [DaemonProcess.JSON])?.first?["id"] as? String)
            }

            func exports() throws -> [DaemonProcess.JSON] {
                try daemon.json("GET", "/api/v1/exports")["exports"] as? [DaemonProcess.JSON] ?? []
            }

            func links() -> [String] {
                daemon.smtp.captured.compactMap { mail in
                    String(decoding: mail.bytes, as: UTF8.self).replacing("=\r\n", with: "")
                        .firstMatch(of: /\/my\/link\/[A-Za-z0-9_-]{43}/).map { String($0.output) }
                }
            }

            /// Presses the button behind a link; answers the cookie and where it leads.
            func press(_ link: String) throws -> (status: Int, cookie: String, place: String) {
                let answer = try PlainHTTP.exchange(
                    "POST", link, at: .tcp(site.port), headers: ExportHandingTests.form, body: Array("use=1".utf8))
                let value = { (name: String) -> String in
                    answer.head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name + ":") }
                        .map { String($0.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces) } ?? ""
                }
                return (answer.status, String(value("set-cookie").prefix { $0 != ";" }), value("location"))
            }

            func get(_ path: String, _ cookie: String) throws -> (status: Int, body: [UInt8]) {
                try PlainHTTP.send("GET", path, at: .tcp(site.port), headers: [(name: "Cookie", value: cookie)])
            }
        }

        @Test func `Art 15 a request by phone is fulfilled with a copy, by a link that works once`() throws {
            let scene = try Scene()
            let (daemon, person) = (scene.daemon, try scene.person())
            let opened = try daemon.json(
                "POST", "/api/v1/requests",
                body: [
                    "right": "access", "channel": "phone", "person": person, "wording": "All of it",
                    "acknowledge": false,
                ])
            let (id, reference) = (
                try #require(opened["id"] as? String), try #require(opened["reference"] as? String)
            )
            _ = try daemon.ticketd("requests", "verify", reference, "--how", "called back")
            let order = try daemon.json("POST", "/api/v1/people/\(person)/export", body: ["request": id])
            let export = try #require(order["id"] as? String)
            try daemon.wait("it is ready") { try scene.exports().first?["state"] as? String == "ready" }
            #expect(scene.links().isEmpty, "nobody has read it yet")
            _ = try daemon.ticketd("requests", "fulfil", reference, "--export", export, "--text", "Here you are.")
            try daemon.wait("letter and link") { daemon.smtp.captured.count == 3 && scene.links().count == 1 }
            let closed = try daemon.json("GET", "/api/v1/requests/\(id)")
            #expect(closed["decision"] as? String == "fulfilled")
            let shown = try #require(try scene.exports().first)
            #expect(shown["request"] as? String == id && shown["handedAt"] is String)

            let link = try #require(scene.links().first)
            let used = try scene.press(link)
            #expect(used.status == 303 && used.place == "../exports")
            let file = try scene.get("/my/exports/\(export)", used.cookie)
            #expect(file.status == 200 && file.body.prefix(4) == [0x50, 0x4B, 3, 4])
            #expect(try scene.press(link).status == 404, "it was used")
            let stranger = "__Host-my=" + String(repeating: "A", count: 43)
            #expect(try scene.get("/my/exports/\(export)", stranger).status == 403)
            // Staff find the letter on its ticket, and no link.
            let tickets = try daemon.tickets().compactMap { $0["number"] as? Int }
            for number in tickets {
                let ticket = try daemon.request("GET", "/api/v1/tickets/\(number)")
                #expect(!String(decoding: ticket.body, as: UTF8.self).contains("/my/link/"))
            }
            _ = try daemon.request("DELETE", "/api/v1/exports/\(export)")
            #expect(try scene.get("/my/exports/\(export)", used.cookie).status == 404)
        }

        @Test func `a copy that somebody asked for is handed to them once, though a kill came before`() throws {
            let scene = try Scene()
            let daemon = scene.daemon
            _ = try PlainHTTP.send(
                "POST", "/my/ask", at: .tcp(scene.site.port), headers: Self.form,
                body: Array("address=ann%40customer.example".utf8))
            try daemon.wait("the link", seconds: 60) { scene.links().count == 1 }
            try daemon.stop()
            // Killed when the copy is ready, and before it is handed over.
            try daemon.start(fault: "x4")
            let used = try scene.press(try #require(scene.links().first))
            let page = try scene.get("/my/exports", used.cookie)
            let key = try #require(
                String(decoding: page.body, as: UTF8.self).firstMatch(of: /name="key" value="([^"]+)"/))
            do {
                _ = try PlainHTTP.send(
                    "POST", "/my/exports", at: .tcp(scene.site.port),
                    headers: Self.form + [(name: "Cookie", value: used.cookie)],
                    body: Array("key=\(key.1)&kind=access".utf8))
            } catch {}
            #expect(try daemon.waitForExit() == 128 + 9)
            try daemon.start()
            try daemon.wait("the link to the copy", seconds: 60) { scene.links().count == 2 }
            let requests = try daemon.json("GET", "/api/v1/requests?state=all")["requests"] as? [DaemonProcess.JSON]
            #expect(requests?.map { $0["decision"] as? String } == ["fulfilled"])
            #expect(try scene.exports().map { $0["state"] as? String } == ["ready"])
            try daemon.kill9()
            try daemon.start()
            daemon.imap.deliverNow(CustomerMail.bytes("m2", subject: "Another"))
            try daemon.wait("the next mail") { try daemon.tickets().count == 2 }
            #expect(scene.links().count == 2, "once")
        }
    }
}
