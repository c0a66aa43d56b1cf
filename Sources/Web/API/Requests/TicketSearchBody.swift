/// `POST /api/v1/tickets/search`: personal parameters never stand in a URL over TCP.
package struct TicketSearchBody: StrictBody {
    package var text: String
    package var status: String?
    package var mailbox: String?
    package var priority: String?
    package var snoozed: String?
    package var after: String?
    package var limit: Int?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case text, status, mailbox, priority, snoozed, after, limit
    }

    package init(
        text: String, status: String? = nil, mailbox: String? = nil, priority: String? = nil, snoozed: String? = nil,
        after: String? = nil,
        limit: Int? = nil
    ) {
        self.text = text
        self.status = status
        self.mailbox = mailbox
        self.priority = priority
        self.snoozed = snoozed
        self.after = after
        self.limit = limit
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
        status = try container.decodeIfPresent(String.self, forKey: .status)
        mailbox = try container.decodeIfPresent(String.self, forKey: .mailbox)
        priority = try container.decodeIfPresent(String.self, forKey: .priority)
        snoozed = try container.decodeIfPresent(String.self, forKey: .snoozed)
        after = try container.decodeIfPresent(String.self, forKey: .after)
        limit = try container.decodeIfPresent(Int.self, forKey: .limit)
    }
}
