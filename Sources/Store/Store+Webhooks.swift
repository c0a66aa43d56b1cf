package import Desk
package import Foundation

/// Other programs that want to know.
extension Store {
    package func addWebhook(
        _ hook: Webhook, secret: [UInt8], by author: Principal
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            let isFull = try session.exists(
                "SELECT 1 FROM webhook ORDER BY id LIMIT 1 OFFSET ?", [.integer(Desk.Limits.webhooks - 1)])
            guard !isFull else { return false }
            var content = ByteWriter()
            content.write(hook.url.text)
            content.write(String(decoding: secret, as: UTF8.self))
            let now = Moment.milliseconds(hook.createdAt)
            try session.run(
                """
                INSERT INTO webhook (id, topics, created_at, is_disabled, failures, failing_since, last_failure,
                                     next_attempt_at, content)
                VALUES (?, ?, ?, 0, 0, NULL, NULL, 0, ?)
                """,
                [
                    .id(hook.id.object), .text(hook.topics.map(\.rawValue).sorted().joined(separator: " ")),
                    .integer(now),
                    .blob(try sealer.desk.seal(content.bytes, at: Place.webhook(hook.id), padded: true)),
                ])
            try AuditLog(records).append(.webhookAdded(hook.id), by: author.auditName, at: now)
            return true
        }
    }

    package func webhooks() async throws(StoreFailure) -> [Webhook] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            let rows = try session.all("\(WebhookRow.select) ORDER BY id", []) { row throws(StoreFailure) in
                try WebhookRow(row, sealer: sealer)
            }
            var hooks: [Webhook] = []
            for row in rows {
                let waiting = try session.first(
                    "SELECT COUNT(*) FROM webhook_event WHERE hook = ?", [.id(row.id.object)]
                ) { row throws(StoreFailure) in Int(row.integer(0)) }
                hooks.append(row.shown(waiting: waiting ?? 0))
            }
            return hooks
        }
    }

    package func removeWebhook(
        _ id: WebhookID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let removed = try session.run("DELETE FROM webhook WHERE id = ?", [.id(id.object)])
            guard removed == 1 else { return false }
            try session.run("DELETE FROM webhook_event WHERE hook = ?", [.id(id.object)])
            try AuditLog(session, keys: sealer.keys).append(
                .webhookRemoved(id), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func enableWebhook(
        _ id: WebhookID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        let sealer = sealer
        return try await engine.write { session throws(StoreFailure) in
            let enabled = try session.run(
                """
                UPDATE webhook SET is_disabled = 0, failures = 0, failing_since = NULL, last_failure = NULL,
                       next_attempt_at = 0 WHERE id = ?
                """, [.id(id.object)])
            guard enabled == 1 else { return false }
            try AuditLog(session, keys: sealer.keys).append(
                .webhookAdded(id), by: author.auditName, at: Moment.milliseconds(now))
            return true
        }
    }

    package func testWebhook(_ id: WebhookID, now: Date) async throws(StoreFailure) -> Bool {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let isThere = try session.exists(
                "SELECT 1 FROM webhook WHERE id = ? AND is_disabled = 0", [.id(id.object)])
            guard isThere else { return false }
            try DeskRecords(session, sealer: sealer).queue(
                .test, for: id, ticket: nil, mailbox: nil, entry: nil, now: now)
            return true
        }
    }

    package func dueDeliveries(now: Date) async throws(StoreFailure) -> [WebhookDelivery] {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.read { session throws(StoreFailure) in
            let hooks = try session.all(
                "\(WebhookRow.select) WHERE is_disabled = 0 AND next_attempt_at <= ? ORDER BY id", [.integer(now)]
            ) { row throws(StoreFailure) in try WebhookRow(row, sealer: sealer) }
            var due: [WebhookDelivery] = []
            for hook in hooks {
                let oldest = try session.first(
                    """
                    SELECT number, topic, ticket, mailbox, entry, at FROM webhook_event WHERE hook = ?
                    ORDER BY number LIMIT 1
                    """, [.id(hook.id.object)]
                ) { row throws(StoreFailure) in try WebhookDelivery(row, of: hook) }
                if let oldest { due.append(oldest) }
            }
            return due
        }
    }

    package func settle(
        _ delivery: WebhookDelivery, as result: WebhookResult, now: Date
    ) async throws(StoreFailure) {
        let (sealer, now, hook) = (sealer, Moment.milliseconds(now), delivery.hook)
        let number = delivery.id.split(separator: "-").last.flatMap { Int64($0) }
        try await engine.write { session throws(StoreFailure) in
            switch result {
            case .delivered:
                try session.run(
                    "DELETE FROM webhook_event WHERE hook = ? AND number = ?", [.id(hook.object), .integer(number)])
                try session.run(
                    """
                    UPDATE webhook SET failures = 0, failing_since = NULL, last_failure = NULL, next_attempt_at = 0
                    WHERE id = ? AND failures > 0
                    """, [.id(hook.object)])
            case .failed(let reason, let retryAt):
                try session.run(
                    """
                    UPDATE webhook SET failures = failures + 1, failing_since = COALESCE(failing_since, ?),
                           last_failure = ?, next_attempt_at = ? WHERE id = ?
                    """,
                    [.integer(now), .text(reason), .integer(Moment.milliseconds(retryAt)), .id(hook.object)])
            case .givenUp(let reason):
                try DeskRecords(session, sealer: sealer).give(up: hook, because: reason)
            }
        }
    }

    package func failingSince(_ id: WebhookID) async throws(StoreFailure) -> Date? {
        try await engine.read { session throws(StoreFailure) in
            try session.first("SELECT failing_since FROM webhook WHERE id = ?", [.id(id.object)]) {
                row throws(StoreFailure) in row.integerIfAny(0).map(Moment.date)
            } ?? nil
        }
    }
}

extension WebhookDelivery {
    /// In the order `number, topic, ticket, mailbox, entry, at`. The number may come again after a restore; with the
    /// time before it, it does not.
    fileprivate init(_ row: any SQLRow, of hook: WebhookRow) throws(StoreFailure) {
        guard let topic = WebhookTopic(rawValue: row.text(1)) else { throw .damaged }
        self.init(
            id: "\(row.integer(5))-\(row.integer(0))", hook: hook.id, url: hook.url, secret: hook.secret, topic: topic,
            ticket: row.integerIfAny(2).flatMap { TicketNumber($0) },
            mailbox: row.textIfAny(3).flatMap { MailboxName($0) },
            entry: try row.idIfAny(4).map { OutboxEntryID($0) }, at: Moment.date(row.integer(5)),
            failures: Int(clamping: hook.failures))
    }
}
