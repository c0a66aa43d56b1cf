package import Foundation

/// Other programs that want to know, and what waits for them. An event's rows are written in the transaction of what
/// happened: what was committed will be told, and what was not will not.
package protocol WebhookStore: Sendable {
    /// False when there are as many as there may be.
    func addWebhook(_ hook: Webhook, secret: [UInt8], by author: Principal) async throws(StoreFailure) -> Bool
    func webhooks() async throws(StoreFailure) -> [Webhook]
    /// With everything that waits for it. False when there was none of that id.
    func removeWebhook(_ id: WebhookID, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
    /// Lets a disabled one be told of what happens from now on.
    func enableWebhook(_ id: WebhookID, by author: Principal, now: Date) async throws(StoreFailure) -> Bool
    /// An event that says nothing, to try the way. False when there is no such one, or it is disabled.
    func testWebhook(_ id: WebhookID, now: Date) async throws(StoreFailure) -> Bool
    /// The oldest waiting event of each program that is due.
    func dueDeliveries(now: Date) async throws(StoreFailure) -> [WebhookDelivery]
    func settle(_ delivery: WebhookDelivery, as result: WebhookResult, now: Date) async throws(StoreFailure)
    func failingSince(_ id: WebhookID) async throws(StoreFailure) -> Date?
}
