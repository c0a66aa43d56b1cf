package import Foundation

/// Coming back to a ticket later.
extension Helpdesk {
    package func snooze(
        _ number: TicketNumber, until: Date, as principal: Principal
    ) async throws(DeskRefusal) -> Ticket {
        try await requireWriting(on: number, by: principal)
        let now = world.now()
        guard until > now, until.timeIntervalSince(now) <= Limits.snoozeLongest.seconds else {
            throw .invalid(field: "until", expected: "a time to come, at most a year ahead")
        }
        return try await outcome { () async throws(StoreFailure) -> SnoozeOutcome in
            try await store.snooze(number, until: until, by: principal, now: now)
        }
    }

    package func wake(_ number: TicketNumber, as principal: Principal) async throws(DeskRefusal) -> Ticket {
        try await requireWriting(on: number, by: principal)
        return try await outcome { () async throws(StoreFailure) -> SnoozeOutcome in
            try await store.wake(number, by: principal, now: world.now())
        }
    }

    private func outcome(
        _ body: @Sendable () async throws(StoreFailure) -> SnoozeOutcome
    ) async throws(DeskRefusal) -> Ticket {
        switch try await storage(body) {
        case .done(let ticket): return ticket
        case .isClosed: throw .invalid(field: "status", expected: "a ticket that is not closed; reopen it first")
        case .notFound: throw .notFound(.ticket)
        }
    }
}
