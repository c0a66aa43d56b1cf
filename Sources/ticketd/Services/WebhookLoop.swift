import Curl
import Desk
import Foundation

/// Delivers what waits for other programs: in order for each, all of them beside one another, at least once.
struct WebhookLoop: Sendable {
    let store: any WebhookStore
    let retry: WebhookRetry
    let world: World
    let log: Log

    /// One look at a short table. What happens is told within about this long.
    static let every = Duration.seconds(2)
    /// After a failure of the store.
    static let pause = Duration.seconds(60)
    /// A receiver that works longer than this does so before it answers, and should not.
    static let timeout = Duration.seconds(10)
    /// Nothing in an answer but its status is looked at.
    static let answerBytes = 64 * 1024

    func run() async throws(StoreFailure) {
        while !Task.isCancelled {
            var wait = Self.every
            do throws(StoreFailure) {
                // Whoever took one may take the next at once.
                if try await deliverOldest() > 0 { wait = .zero }
            } catch {
                guard error.isTransient else { throw error }
                log(.storeReadOnly(reason: error.word))
                wait = Self.pause
            }
            do { try await world.sleep(wait) } catch { return }
        }
    }

    /// The oldest event of every program that is due. Answers how many were taken.
    private func deliverOldest() async throws(StoreFailure) -> Int {
        let due = try await store.dueDeliveries(now: world.now())
        guard !due.isEmpty else { return 0 }
        let results = await withTaskGroup(
            of: (WebhookDelivery, Int?, String).self, returning: [(WebhookDelivery, Int?, String)].self
        ) { group in
            for delivery in due {
                group.addTask {
                    let (status, cause) = await post(delivery)
                    return (delivery, status, cause)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        // A try that was broken off by the end of the daemon says nothing about its receiver.
        guard !Task.isCancelled else { return 0 }
        var delivered = 0
        for (delivery, status, cause) in results {
            let now = world.now()
            let result = retry.result(
                status: status, cause: cause, failures: delivery.failures,
                failingSince: try await store.failingSince(delivery.hook), now: now, fraction: world.randomFraction())
            try await store.settle(delivery, as: result, now: now)
            switch result {
            case .delivered: delivered += 1
            case .failed: log(.webhookFailed(delivery.hook, status: status))
            case .givenUp: log(.webhookDisabled(delivery.hook))
            }
        }
        return delivered
    }

    private func post(_ delivery: WebhookDelivery) async -> (status: Int?, cause: String) {
        let headers = [
            (name: "Content-Type", value: "application/json"), (name: "User-Agent", value: "ticketd"),
            (name: "Ticketd-Event", value: delivery.topic.rawValue), (name: "Ticketd-Event-Id", value: delivery.id),
            (name: "Ticketd-Signature", value: delivery.signature(at: world.now())),
        ]
        guard var request = HTTPRequest("POST", delivery.url.text, headers: headers, body: delivery.body) else {
            return (nil, "its address cannot be asked")
        }
        request.timeout = Self.timeout
        request.responseLimit = Self.answerBytes
        do throws(HTTPFailure) {
            return (try await HTTPClient.send(request).status, "")
        } catch {
            return (nil, error.webhookWord)
        }
    }
}

extension HTTPFailure {
    fileprivate var webhookWord: String {
        switch self {
        case .unreachable: "could not be reached"
        case .timedOut: "did not answer in time"
        case .tlsRefused: "has no valid certificate"
        case .tooLarge: "answered too much"
        case .dropped: "broke off"
        case .overloaded: "could not be asked: this machine is overloaded"
        }
    }
}
