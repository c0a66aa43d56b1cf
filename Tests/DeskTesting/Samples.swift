package import Desk
package import Foundation
package import Mail

/// Things of the desk with every value filled in, for tests that care about one of them.
package enum Samples {
    package struct Impossible: Error {}

    package static func address(_ text: String) throws -> EmailAddress {
        guard let address = EmailAddress(text) else { throw Impossible() }
        return address
    }

    package static func mailboxName(_ text: String = "support") throws -> MailboxName {
        guard let name = MailboxName(text) else { throw Impossible() }
        return name
    }
}

extension MailboxProfile {
    package static func make(
        name: String = "support", address: String = "support@desk.example", group: String = "default",
        acknowledges: Bool = true, usesPlusAddressing: Bool = true
    ) throws -> MailboxProfile {
        MailboxProfile(
            name: try Samples.mailboxName(name), address: try Samples.address(address), language: .english,
            suppressionGroup: group, authservID: "mx.desk.example", acknowledges: acknowledges,
            usesPlusAddressing: usesPlusAddressing)
    }
}

extension DeskSettings {
    package static func make(
        mailboxes: [MailboxProfile]? = nil, undo: Duration = .zero, sendingRefusal: String? = nil
    ) throws -> DeskSettings {
        DeskSettings(
            serviceName: "Desk Example", publicURL: "https://help.desk.example", language: .english,
            controller: Controller(
                name: "Desk Example GmbH", address: "Somewhere 1", email: "privacy@desk.example", country: "DE"),
            dataProtectionOfficer: nil, authority: nil, mailboxes: try mailboxes ?? [.make()], undo: undo,
            retry: [.seconds(1800), .seconds(3600)], giveUp: .seconds(5 * 86_400), sendingRefusal: sendingRefusal)
    }
}

extension IntakeBatch {
    package static func make(
        _ arrivals: [Arrival], profile: MailboxProfile? = nil, settings: DeskSettings? = nil, folder: String = "INBOX",
        uidValidity: UInt32 = 7, isArchive: Bool = false, now: Date
    ) throws -> IntakeBatch {
        let profile = try profile ?? .make()
        return IntakeBatch(
            profile: profile, settings: try settings ?? .make(mailboxes: [profile]), folder: folder,
            uidValidity: uidValidity, arrivals: arrivals, isArchive: isArchive, now: now)
    }
}

/// A mail as a server would hand it over, from its text.
package struct SampleMail: Sendable {
    package var from = "Ada <ada@customer.example>"
    package var to = "support@desk.example"
    package var subject = "Printer on fire"
    package var messageID: String?
    package var date = "Tue, 24 Nov 2026 06:00:00 +0000"
    package var headers: [String] = []
    package var body = "It burns."
    /// Whether the mailbox's own server vouches for the sender.
    package var isAuthenticated = true

    package init() {}

    package static func make(_ change: (inout SampleMail) -> Void = { _ in }) -> SampleMail {
        var mail = SampleMail()
        change(&mail)
        return mail
    }

    package var bytes: [UInt8] {
        var lines: [String] = []
        if isAuthenticated {
            let domain = from.split(separator: "@").last.map { $0.filter { $0 != ">" } } ?? ""
            lines.append("Authentication-Results: mx.desk.example; dmarc=pass header.from=\(domain)")
        }
        lines += ["From: \(from)", "To: \(to)", "Subject: \(subject)", "Date: \(date)"]
        if let messageID { lines.append("Message-ID: <\(messageID)>") }
        lines += headers
        if !headers.contains(where: { $0.lowercased().hasPrefix("content-type:") }) {
            lines += [
                "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
            ]
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
    }

    package func arrival(uid: UInt32, at date: Date) -> Arrival {
        Arrival(uid: uid, receivedAt: date, content: .message(MessageParser().parse(bytes)))
    }
}
