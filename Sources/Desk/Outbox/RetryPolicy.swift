package import Foundation

/// Turns what a courier says into what the outbox records. Pure: the same outcome at the same time, the same row.
///
/// RFC 5321 §4.5.4.1: wait, wait longer, give up after days; a 5yz is final; a lost answer to the final dot is
/// neither, and is repeated exactly once.
package struct RetryPolicy: Sendable {
    package var waits: [Duration]
    package var giveUp: Duration
    /// How long a mailbox rests when its server does not let us in.
    package var pause: Duration

    package init(waits: [Duration], giveUp: Duration, pause: Duration = .seconds(60)) {
        self.waits = waits
        self.giveUp = giveUp
        self.pause = pause
    }

    /// `attempts` counts this try. `fraction` in `0..<1` spreads the wait by ±20 %.
    package func settlement(
        of outcome: DeliveryOutcome, entry: ClaimedEntry, attempts: Int, now: Date, fraction: Double
    ) -> Settlement {
        switch outcome {
        case .accepted(let reply):
            return .sent(reply: reply.description)
        case .refused(let reply, _):
            return .failed(reason: "refused by the server", reply: reply.description)
        case .withheld:
            return .suppressed(reason: "withheld at the gate")
        case .unknown where entry.isRepetition:
            return .failed(reason: "the answer was lost twice; it may have been delivered", reply: nil)
        case .unknown:
            return .unknown(retryAt: now.addingTimeInterval(Limits.unknownRetryAfter.seconds))
        case .unavailable:
            return expired(entry, at: now) ?? .released(until: now.addingTimeInterval(pause.seconds))
        case .deferred(let reply):
            return expired(entry, at: now, reply: reply)
                ?? .deferred(
                    until: now.addingTimeInterval(wait(after: attempts, fraction: fraction)),
                    reply: reply?.description)
        }
    }

    private func expired(_ entry: ClaimedEntry, at now: Date, reply: SMTPReply? = nil) -> Settlement? {
        guard now.timeIntervalSince(entry.enqueuedAt) >= giveUp.seconds else { return nil }
        return .failed(reason: "not delivered in time", reply: reply?.description)
    }

    /// Seconds until the next try after so many failed; `fraction` in `0..<1` spreads them.
    package func wait(after attempts: Int, fraction: Double) -> TimeInterval {
        let index = min(max(attempts - 1, 0), waits.count - 1)
        let base = waits.indices.contains(index) ? waits[index].seconds : pause.seconds
        return base * (1 + Limits.retryJitter * (2 * fraction - 1))
    }
}

extension Duration {
    /// Seconds as a floating number, for adding to a `Date`.
    package var seconds: TimeInterval {
        let parts = components
        return TimeInterval(parts.seconds) + TimeInterval(parts.attoseconds) * 1e-18
    }
}
