package import Desk
package import Foundation

/// Other programs that want to know. This store announces nothing by itself; the store contract is about that.
extension FakeDeskStore {
    package func addWebhook(
        _ hook: Webhook, secret: [UInt8], by author: Principal
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard state.webhooks.count < Desk.Limits.webhooks else { return false }
            state.webhooks.append(hook)
            state.note(.webhookAdded(hook.id), by: author, at: hook.createdAt)
            return true
        }
    }

    package func webhooks() async throws(StoreFailure) -> [Webhook] {
        try read { $0.webhooks }
    }

    package func removeWebhook(
        _ id: WebhookID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            let before = state.webhooks.count
            state.webhooks.removeAll { $0.id == id }
            guard state.webhooks.count < before else { return false }
            state.note(.webhookRemoved(id), by: author, at: now)
            return true
        }
    }

    package func enableWebhook(
        _ id: WebhookID, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let index = state.webhooks.firstIndex(where: { $0.id == id }) else { return false }
            state.webhooks[index].isDisabled = false
            state.webhooks[index].failingSince = nil
            state.webhooks[index].lastFailure = nil
            state.note(.webhookAdded(id), by: author, at: now)
            return true
        }
    }

    package func testWebhook(_ id: WebhookID, now: Date) async throws(StoreFailure) -> Bool {
        try write { state in
            guard let index = state.webhooks.firstIndex(where: { $0.id == id && !$0.isDisabled }) else { return false }
            state.webhooks[index].waiting += 1
            return true
        }
    }

    package func dueDeliveries(now: Date) async throws(StoreFailure) -> [WebhookDelivery] { [] }

    package func settle(
        _ delivery: WebhookDelivery, as result: WebhookResult, now: Date
    ) async throws(StoreFailure) {
        throw .notFound
    }

    package func failingSince(_ id: WebhookID) async throws(StoreFailure) -> Date? {
        try read { state in state.webhooks.first { $0.id == id }?.failingSince }
    }
}
