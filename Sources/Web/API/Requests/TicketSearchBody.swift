/// `POST /api/v1/tickets/search`: personal parameters never stand in a URL over TCP.
package struct TicketSearchBody: StrictBody {
    package var text: String?
    package var criteria: CriteriaBody
    /// The name of a saved filter; what stands beside it comes first.
    package var filter: String?
    /// `newest`, as ever, or `relevance`.
    package var order: String?
    package var after: String?
    package var limit: Int?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case text, status, mailbox, priority, snoozed, assignee, unassigned, tag, label, unchangedFor
        case filter, order, after, limit
    }

    package init(
        text: String? = nil, criteria: CriteriaBody = CriteriaBody(), filter: String? = nil, order: String? = nil,
        after: String? = nil, limit: Int? = nil
    ) {
        self.text = text
        self.criteria = criteria
        self.filter = filter
        self.order = order
        self.after = after
        self.limit = limit
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        text = try container.decodeIfPresent(String.self, forKey: .text)
        criteria = try CriteriaBody(in: container) { CodingKeys(rawValue: $0.rawValue) }
        filter = try container.decodeIfPresent(String.self, forKey: .filter)
        order = try container.decodeIfPresent(String.self, forKey: .order)
        after = try container.decodeIfPresent(String.self, forKey: .after)
        limit = try container.decodeIfPresent(Int.self, forKey: .limit)
    }

    package func encode(to encoder: any Encoder) throws {
        try criteria.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(text, forKey: .text)
        try container.encodeIfPresent(filter, forKey: .filter)
        try container.encodeIfPresent(order, forKey: .order)
        try container.encodeIfPresent(after, forKey: .after)
        try container.encodeIfPresent(limit, forKey: .limit)
    }
}
