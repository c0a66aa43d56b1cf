internal import Desk
internal import Foundation

/// The numbers that stay when tickets go: how many on which day in which mailbox, and of nobody.
struct Statistics {
    let session: any SQLSession

    init(_ session: any SQLSession) { self.session = session }

    /// Counts what is in `erased_ticket` and `erased_message`, before it goes.
    func add(expiredOn now: Date) throws(StoreFailure) {
        for statement in Self.counting { try session.run(statement) }
        try session.run(
            """
            INSERT INTO statistic (mailbox, kind, span, day, amount)
            SELECT mailbox, 'expired', 'day', ?, COUNT(*) FROM ticket
            WHERE number IN (SELECT number FROM erased_ticket) GROUP BY mailbox
            ON CONFLICT (mailbox, kind, span, day) DO UPDATE SET amount = statistic.amount + excluded.amount
            """, [.integer(Moment.milliseconds(now) / 86_400_000)])
    }

    private static let counting = [
        """
        INSERT INTO statistic (mailbox, kind, span, day, amount)
        SELECT mailbox, 'opened', 'day', created_at / 86400000, COUNT(*) FROM ticket
        WHERE number IN (SELECT number FROM erased_ticket) GROUP BY mailbox, created_at / 86400000
        ON CONFLICT (mailbox, kind, span, day) DO UPDATE SET amount = statistic.amount + excluded.amount
        """,
        """
        INSERT INTO statistic (mailbox, kind, span, day, amount)
        SELECT mailbox, 'closed', 'day', closed_at / 86400000, COUNT(*) FROM ticket
        WHERE closed_at IS NOT NULL AND number IN (SELECT number FROM erased_ticket)
        GROUP BY mailbox, closed_at / 86400000
        ON CONFLICT (mailbox, kind, span, day) DO UPDATE SET amount = statistic.amount + excluded.amount
        """,
        """
        INSERT INTO statistic (mailbox, kind, span, day, amount)
        SELECT t.mailbox, CASE m.direction WHEN 1 THEN 'received' ELSE 'sent' END, 'day', m.at / 86400000, COUNT(*)
        FROM message m JOIN ticket t ON t.number = m.ticket
        WHERE m.direction < 3 AND m.ticket IN (SELECT number FROM erased_ticket)
        GROUP BY t.mailbox, m.direction, m.at / 86400000
        ON CONFLICT (mailbox, kind, span, day) DO UPDATE SET amount = statistic.amount + excluded.amount
        """,
    ]
}
