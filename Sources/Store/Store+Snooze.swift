package import Desk
package import Foundation

/// Tickets that are out of sight until a time.
extension Store {
    package func snooze(
        _ number: TicketNumber, until: Date, by author: Principal, now: Date
    ) async throws(StoreFailure) -> SnoozeOutcome {
        let (sealer, until, now) = (sealer, Moment.milliseconds(until), Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard var ticket = try records.ticket(number) else { return .notFound }
            guard ticket.status != .closed else { return .isClosed }
            try session.run(
                """
                INSERT INTO snooze (ticket, until) VALUES (?, ?)
                ON CONFLICT (ticket) DO UPDATE SET until = excluded.until
                """, [.integer(ticket.number.value), .integer(until)])
            ticket.snoozedUntil = until
            ticket.updatedAt = now
            ticket.version += 1
            try records.update(ticket)
            return .done(try records.shown(ticket))
        }
    }

    package func wake(
        _ number: TicketNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> SnoozeOutcome {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            guard var ticket = try records.ticket(number) else { return .notFound }
            guard ticket.snoozedUntil != nil else { return .done(try records.shown(ticket)) }
            try records.wake(&ticket)
            ticket.updatedAt = now
            ticket.version += 1
            try records.update(ticket)
            return .done(try records.shown(ticket))
        }
    }

    package func wakeDue(now: Date, limit: Int) async throws(StoreFailure) -> [TicketNumber] {
        let (sealer, world, now) = (sealer, world, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let records = DeskRecords(session, sealer: sealer)
            let due = try session.all(
                "SELECT ticket FROM snooze WHERE until <= ? ORDER BY until, ticket LIMIT ?",
                [.integer(now), .integer(max(0, limit))]
            ) { row throws(StoreFailure) in TicketNumber(row.integer(0)) }
            for number in due.compactMap({ $0 }) {
                guard var ticket = try records.ticket(number) else { continue }
                try records.wake(&ticket)
                try records.addEvent(
                    "The time this ticket was put off to has come.", to: &ticket, now: now,
                    id: TicketMessageID(from: world))
                if ticket.status == .pending { ticket.turn(to: .open, at: now) }
                ticket.updatedAt = now
                ticket.version += 1
                try records.update(ticket)
            }
            return due.compactMap { $0 }
        }
    }

    package func nextWake() async throws(StoreFailure) -> Date? {
        try await engine.read { session throws(StoreFailure) in
            try session.first("SELECT MIN(until) FROM snooze", []) { row throws(StoreFailure) in
                row.integerIfAny(0).map(Moment.date)
            } ?? nil
        }
    }
}
