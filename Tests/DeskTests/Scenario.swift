import Desk
import DeskTesting
import Foundation
import Mail
import Vault

/// What the tests of this folder start from: one mailbox, one installation, one instant.
enum Scenario {
    static let now = Date(timeIntervalSince1970: 1_790_000_000)

    static func address(_ text: String) -> EmailAddress {
        guard let address = EmailAddress(text) else { preconditionFailure("not an address: \(text)") }
        return address
    }

    static func number(_ value: Int64) -> TicketNumber {
        guard let number = TicketNumber(value) else { preconditionFailure("not a ticket number: \(value)") }
        return number
    }

    static func mailbox(_ change: (inout MailboxProfile) -> Void = { _ in }) -> MailboxProfile {
        guard let name = MailboxName("support") else { preconditionFailure("not a mailbox name") }
        var profile = MailboxProfile(
            name: name, address: address("support@example.com"), language: .english,
            authservID: "mx.example.com")
        change(&profile)
        return profile
    }

    static func settings(_ mailbox: MailboxProfile = mailbox()) -> DeskSettings {
        DeskSettings(
            serviceName: "Example Support", publicURL: "https://help.example.com", language: .english,
            controller: Controller(
                name: "Example GmbH", address: "Musterstr. 1, Berlin", email: "privacy@example.com", country: "DE"),
            dataProtectionOfficer: Contact(name: "D. P. Officer", email: "dpo@example.com"), authority: nil,
            mailboxes: [mailbox], undo: .seconds(15), retry: [.seconds(1800), .seconds(3600)],
            giveUp: .seconds(5 * 86_400), sendingRefusal: nil)
    }

    static func message(_ lines: [String]) -> Message {
        MessageParser().parse(Array(lines.joined(separator: "\r\n").utf8))
    }

    /// A plain mail of a customer; `headers` come first and replace nothing.
    static func mail(_ headers: [String] = [], from: String = "Ann <ann@customer.example>") -> Message {
        message(
            headers + [
                "From: \(from)", "To: support@example.com", "Subject: Printer", "Message-ID: <1@customer.example>",
                "Date: Mon, 21 Sep 2026 10:00:00 +0000", "", "It burns.", "",
            ])
    }

    static let verified = "Authentication-Results: mx.example.com; dmarc=pass header.from=customer.example"
    static let failed = "Authentication-Results: mx.example.com; dmarc=fail header.from=customer.example"

    static func context(
        _ message: Message, mailbox: MailboxProfile = mailbox(), _ change: (inout IntakeContext) -> Void = { _ in }
    ) -> IntakeContext {
        var context = IntakeContext(
            now: now, isArchive: false, profile: mailbox, authorship: Authorship(of: message, for: mailbox))
        change(&context)
        return context
    }

    static func candidate(
        participant: Bool, status: TicketStatus = .open, closedDaysAgo: Double? = nil
    ) -> ThreadCandidate {
        ThreadCandidate(
            number: number(7), status: status, closedAt: closedDaysAgo.map { now.addingTimeInterval(-$0 * 86_400) },
            authorIsParticipant: participant)
    }
}
