/// `POST /api/v1/webhooks`.
package struct WebhookBody: StrictBody {
    package var url: String
    package var events: [String]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case url, events
    }

    package init(url: String, events: [String]) {
        self.url = url
        self.events = events
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        url = try container.decode(String.self, forKey: .url)
        events = try container.decode([String].self, forKey: .events)
    }
}
