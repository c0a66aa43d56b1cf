/// `PATCH /api/v1/tickets/{number}`: an absent field stays as it is, `"assignee": null` takes it from everybody.
package struct TicketPatchBody: StrictBody {
    package var status: String?
    package var assignee: String?
    package var tags: [String]?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case status, assignee, tags
    }

    package init(status: String? = nil, assignee: String? = nil, tags: [String]? = nil) {
        self.status = status
        self.assignee = assignee
        self.tags = tags
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        status = try container.decodeIfPresent(String.self, forKey: .status)
        tags = try container.decodeIfPresent([String].self, forKey: .tags)
        if container.contains(.assignee) {
            assignee =
                try container.decodeNil(forKey: .assignee) ? "" : container.decode(String.self, forKey: .assignee)
        }
    }
}
