import Foundation
import LoopbackMail

/// Mails of customers for the process tests, each with its own Message-ID.
enum CustomerMail {
    static func bytes(
        _ id: String, from: String = "ann@customer.example", to: String = "support@example.com",
        subject: String = "Printer on fire", headers: [String] = [], text: String = "It burns."
    ) -> [UInt8] {
        let lines =
            headers + [
                "Authentication-Results: mx.example.com; dmarc=pass header.from=customer.example",
                "From: \(from)", "To: \(to)", "Subject: \(subject)", "Message-ID: <\(id)@customer.example>",
                "Date: Tue, 24 Nov 2026 06:00:00 +0000", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "", text, "",
            ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}

extension IMAPLoopback {
    /// Delivers as a server does: now.
    func deliverNow(_ bytes: [UInt8]) {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "dd-MMM-yyyy HH:mm:ss +0000"
        deliver(bytes, internalDate: format.string(from: Date().addingTimeInterval(2)))
    }
}
