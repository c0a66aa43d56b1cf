import Foundation
import LoopbackMail
import Testing

extension ProcessTests {
    /// P14: what the daemon says about its work holds nobody's data, also when things go wrong.
    struct DiscretionTests {
        @Test func `P14 nothing personal in logs, metrics, status or refusals`() throws {
            let daemon = try DaemonProcess()
            let marker = "zqmarkerzq"
            daemon.smtp.misbehave {
                $0.replies["RCPT"] = "550 5.1.1 <\(marker)@customer.example> unknown, says \(marker)"
            }
            daemon.imap.deliver(
                CustomerMail.bytes("\(marker)id", from: "\(marker)@customer.example", subject: marker, text: marker))
            try daemon.start()
            try daemon.wait("the refusal") { try daemon.outbox("failed").count == 1 }
            var said = daemon.log
            for (method, path) in [
                ("GET", "/metrics"), ("GET", "/readyz"), ("GET", "/api/v1/status"), ("GET", "/api/v1/outbox"),
                ("GET", "/api/v1/tickets/\(marker)"), ("GET", "/api/v1/tickets?status=\(marker)"),
                ("DELETE", "/api/v1/people/\(marker)"), ("GET", "/u/\(marker)"),
            ] {
                said += String(decoding: try daemon.request(method, path).body, as: UTF8.self)
            }
            // The name of an unknown field is said back to whoever sent it; a value never is.
            let answer = try daemon.request("POST", "/api/v1/people/lookup", body: ["address": "\(marker)@"])
            said += String(decoding: answer.body, as: UTF8.self)
            try daemon.stop()
            said += daemon.log
            #expect(!said.lowercased().contains(marker), "\(said.suffix(2000))")
            #expect(said.contains("ticketd_imap_messages_total"))
        }
    }
}
