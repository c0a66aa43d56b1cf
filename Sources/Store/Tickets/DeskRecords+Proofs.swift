internal import Desk
internal import Foundation

/// Facts about a mailbox that were seen to be so at a time. They age; whoever asks says for how long they are good.
extension DeskRecords {
    /// The profile as replies use it now: with plus addresses while one came back lately.
    func addressed(_ profile: MailboxProfile, now: Date) throws(StoreFailure) -> MailboxProfile {
        guard profile.awaitsPlusProof else { return profile }
        let provedAt = try session.first(
            "SELECT value FROM counter WHERE name = ?", [.text(Self.plusProof(profile.name))]
        ) { row throws(StoreFailure) in Moment.date(row.integer(0)) }
        return profile.addressed(provedAt: provedAt, now: now)
    }

    func provePlusAddressing(_ mailbox: MailboxName, at now: Date) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO counter (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """, [.text(Self.plusProof(mailbox)), .integer(Moment.milliseconds(now))])
    }

    private static func plusProof(_ mailbox: MailboxName) -> String { "proved-plus:" + mailbox.value }
}
