package import Desk
package import Foundation

/// News for staff: which tickets got mail since the last notice.
extension Store {
    private static let settledCounter = "news-settled-at"

    package func news(limit: Int) async throws(StoreFailure) -> [TicketNews] {
        try await engine.read { session throws(StoreFailure) in
            try session.all(
                "SELECT ticket, mailbox, messages, is_new FROM news ORDER BY ticket LIMIT ?", [.integer(limit)]
            ) { row throws(StoreFailure) in
                guard let ticket = TicketNumber(row.integer(0)), let mailbox = MailboxName(row.text(1)) else {
                    throw .damaged
                }
                return TicketNews(
                    ticket: ticket, mailbox: mailbox, messages: Int(row.integer(2)), isNew: row.flag(3))
            }
        }
    }

    package func settle(_ news: [TicketNews], now: Date) async throws(StoreFailure) {
        try await engine.write { session throws(StoreFailure) in
            for told in news {
                try session.run(
                    "UPDATE news SET messages = messages - ?, is_new = 0 WHERE ticket = ?",
                    [.integer(told.messages), .integer(told.ticket.value)])
            }
            try session.run("DELETE FROM news WHERE messages <= 0")
            try session.run(
                """
                INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
                """, [.text(Self.settledCounter), .integer(Moment.milliseconds(now))])
        }
    }

    package func newsSettledAt() async throws(StoreFailure) -> Date? {
        try await engine.read { session throws(StoreFailure) in
            try session.first(
                "SELECT value FROM counter WHERE name = ?", [.text(Self.settledCounter)]
            ) { row throws(StoreFailure) in Moment.date(row.integer(0)) }
        }
    }
}

extension IntakeTransaction {
    /// Notes that mail came in on a ticket. An archive is no news to anybody.
    func noteNews(_ ticket: TicketNumber, isNew: Bool) throws(StoreFailure) {
        guard !batch.isArchive else { return }
        try session.run(
            """
            INSERT INTO news (ticket, mailbox, messages, is_new) VALUES (?, ?, 1, ?)
            ON CONFLICT (ticket) DO UPDATE SET messages = news.messages + 1
            """, [.integer(ticket.value), .text(batch.profile.name.value), .flag(isNew)])
    }
}
