internal import Desk
internal import Foundation

/// A webhook as it lies: what leads to its receiver is sealed.
struct WebhookRow: Sendable {
    var id: WebhookID
    var topics: Set<WebhookTopic>
    var createdAt: Int64
    var isDisabled: Bool
    var failures: Int64
    var failingSince: Int64?
    var lastFailure: String?
    var url: WebhookURL
    var secret: [UInt8]

    static let select = """
        SELECT id, topics, created_at, is_disabled, failures, failing_since, last_failure, content FROM webhook
        """

    /// In the order of `select`.
    init(_ row: any SQLRow, sealer: Sealer) throws(StoreFailure) {
        id = WebhookID(try row.id(0))
        topics = Set(row.text(1).split(separator: " ").compactMap { WebhookTopic(rawValue: String($0)) })
        createdAt = row.integer(2)
        isDisabled = row.flag(3)
        failures = row.integer(4)
        failingSince = row.integerIfAny(5)
        lastFailure = row.textIfAny(6)
        var content = ByteReader(try sealer.desk.open(row.blob(7), at: Place.webhook(id)))
        guard let url = WebhookURL(try content.text()) else { throw .damaged }
        self.url = url
        secret = Array(try content.text().utf8)
    }

    func shown(waiting: Int) -> Webhook {
        Webhook(
            id: id, url: url, topics: topics, createdAt: Moment.date(createdAt),
            failingSince: failingSince.map(Moment.date), lastFailure: lastFailure, isDisabled: isDisabled,
            waiting: waiting)
    }
}
