package import Foundation
import Vault

/// One event on its way to one program. At least once: its id tells a repetition.
package struct WebhookDelivery: Sendable, Equatable {
    /// Never given twice, not even after a restore.
    package var id: String
    package var hook: WebhookID
    package var url: WebhookURL
    /// The bytes the receiver was given as text.
    package var secret: [UInt8]
    package var topic: WebhookTopic
    package var ticket: TicketNumber?
    package var mailbox: MailboxName?
    package var entry: OutboxEntryID?
    package var at: Date
    /// Tries of this program in a row that failed.
    package var failures: Int

    package init(
        id: String, hook: WebhookID, url: WebhookURL, secret: [UInt8], topic: WebhookTopic, ticket: TicketNumber?,
        mailbox: MailboxName?, entry: OutboxEntryID?, at: Date, failures: Int
    ) {
        self.id = id
        self.hook = hook
        self.url = url
        self.secret = secret
        self.topic = topic
        self.ticket = ticket
        self.mailbox = mailbox
        self.entry = entry
        self.at = at
        self.failures = failures
    }

    /// Ids and words of ours: nothing of it is about a person. Every value is one that needs no escaping in JSON.
    package var body: [UInt8] {
        var fields = ["\"id\":\"\(id)\"", "\"event\":\"\(topic.rawValue)\"", "\"at\":\"\(at.formatted(.iso8601))\""]
        if let ticket { fields.append("\"ticket\":\(ticket.value)") }
        if let mailbox { fields.append("\"mailbox\":\"\(mailbox.value)\"") }
        if let entry { fields.append("\"entry\":\"\(entry.hex)\"") }
        return Array("{\(fields.joined(separator: ","))}".utf8)
    }

    /// `t=SECONDS,v1=HEX`: HMAC-SHA-256 over `SECONDS.BODY`, so that an old message cannot be said again later.
    package func signature(at now: Date) -> String {
        let seconds = Int64(now.timeIntervalSince1970)
        let digest = KeyedDigest.sha256(key: secret, Array("\(seconds).".utf8) + body)
        return "t=\(seconds),v1=\(Hex.encode(digest))"
    }
}

/// How a try ended.
package enum WebhookResult: Sendable, Equatable {
    case delivered
    /// Tried again at this time.
    case failed(String, retryAt: Date)
    /// No more tries: the program is disabled, and what waits for it goes.
    case givenUp(String)
}
