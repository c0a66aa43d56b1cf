package import Foundation

/// Turns an answer into what is recorded. Pure. The waits are the outbox's.
package struct WebhookRetry: Sendable {
    package var policy: RetryPolicy

    package init(policy: RetryPolicy) {
        self.policy = policy
    }

    /// - Parameters:
    ///   - status: the answer's; nil when none came, and `cause` says why.
    ///   - failingSince: since when this program has not answered well; nil when this is the first failure.
    package func result(
        status: Int?, cause: String, failures: Int, failingSince: Date?, now: Date, fraction: Double
    ) -> WebhookResult {
        if let status, (200..<300).contains(status) { return .delivered }
        let word = status.map { "answered \($0)" } ?? cause
        // RFC 9110 §15.5.11: it says itself that it will not be there again.
        if status == 410 { return .givenUp(word) }
        if let failingSince, now.timeIntervalSince(failingSince) >= policy.giveUp.seconds { return .givenUp(word) }
        let wait = policy.wait(after: failures + 1, fraction: fraction)
        return .failed(word, retryAt: now.addingTimeInterval(wait))
    }
}
