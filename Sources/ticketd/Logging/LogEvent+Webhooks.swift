import Desk
import Logging
import Vault

/// What the daemon says about other programs that want to know. Never where they are: an address may say whose it is.
extension LogEvent {
    static func webhookFailed(_ hook: WebhookID, status: Int?) -> LogEvent {
        var fields = [LogField.id("webhook", hook.object.bytes)]
        if let status { fields.append(.count("status", status)) }
        return LogEvent(
            .warning, "webhook-failed", "a webhook did not take an event, which is tried again", fields)
    }

    static func webhookDisabled(_ hook: WebhookID) -> LogEvent {
        LogEvent(
            .error, "webhook-disabled",
            "a webhook is given up and told nothing any more; see `ticketd webhooks list`, then enable or remove it",
            [.id("webhook", hook.object.bytes)])
    }
}
