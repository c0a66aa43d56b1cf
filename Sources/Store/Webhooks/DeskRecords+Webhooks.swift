internal import Desk
internal import Foundation

/// What other programs are told, written beside what happened.
extension DeskRecords {
    /// Queues an event for everybody who asked for it. Costs one look at a short table when nobody did.
    func announce(
        _ topic: WebhookTopic, ticket: TicketNumber, mailbox: MailboxName, entry: OutboxEntryID? = nil, now: Int64
    ) throws(StoreFailure) {
        let hooks = try session.all("SELECT id, topics FROM webhook WHERE is_disabled = 0", []) {
            row throws(StoreFailure) in (id: WebhookID(try row.id(0)), topics: row.text(1))
        }
        for hook in hooks where hook.topics.split(separator: " ").contains(Substring(topic.rawValue)) {
            guard try hasRoom(hook.id) else {
                try give(up: hook.id, because: "too much was waiting")
                continue
            }
            try queue(topic, for: hook.id, ticket: ticket, mailbox: mailbox, entry: entry, now: now)
        }
    }

    func queue(
        _ topic: WebhookTopic, for hook: WebhookID, ticket: TicketNumber?, mailbox: MailboxName?,
        entry: OutboxEntryID?, now: Int64
    ) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO webhook_event (hook, number, topic, ticket, mailbox, entry, at) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(hook.object), .integer(try next("webhook")), .text(topic.rawValue), .integer(ticket?.value),
                .text(mailbox?.value), .id(entry?.object), .integer(now),
            ])
    }

    /// The program is told nothing any more, and what waits for it goes: it would be old news.
    func give(up hook: WebhookID, because reason: String) throws(StoreFailure) {
        try session.run(
            "UPDATE webhook SET is_disabled = 1, last_failure = ? WHERE id = ?", [.text(reason), .id(hook.object)])
        try session.run("DELETE FROM webhook_event WHERE hook = ?", [.id(hook.object)])
    }

    private func hasRoom(_ hook: WebhookID) throws(StoreFailure) -> Bool {
        try !session.exists(
            "SELECT 1 FROM webhook_event WHERE hook = ? ORDER BY number LIMIT 1 OFFSET ?",
            [.id(hook.object), .integer(Desk.Limits.webhookEventsWaiting)])
    }
}
