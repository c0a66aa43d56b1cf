/// `PATCH /api/v1/tickets/{number}`: an absent field stays as it is, `"assignee": null` takes it from everybody.
package struct TicketPatchBody: StrictBody {
    package var status: String?
    package var assignee: String?
    package var tags: [String]?
    package var priority: String?
    /// All of them: a label that is not among them goes.
    package var labels: [String]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case status, assignee, tags, priority, labels
    }

    package init(
        status: String? = nil, assignee: String? = nil, tags: [String]? = nil, priority: String? = nil,
        labels: [String]? = nil
    ) {
        self.status = status
        self.assignee = assignee
        self.tags = tags
        self.priority = priority
        self.labels = labels
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        status = try container.decodeIfPresent(String.self, forKey: .status)
        tags = try container.decodeIfPresent([String].self, forKey: .tags)
        priority = try container.decodeIfPresent(String.self, forKey: .priority)
        labels = try container.decodeIfPresent([String].self, forKey: .labels)
        if container.contains(.assignee) {
            assignee =
                try container.decodeNil(forKey: .assignee) ? "" : container.decode(String.self, forKey: .assignee)
        }
    }
}
