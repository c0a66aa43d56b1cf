/// `POST /api/v1/tickets/{number}/notes`.
package struct NoteBody: StrictBody {
    package var text: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case text
    }

    package init(text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
    }
}

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
            assignee = try container.decodeNil(forKey: .assignee) ? "" : container.decode(String.self, forKey: .assignee)
        }
    }
}

/// `POST /api/v1/tickets/search`: personal parameters never stand in a URL over TCP.
package struct TicketSearchBody: StrictBody {
    package var text: String
    package var status: String?
    package var mailbox: String?
    package var after: String?
    package var limit: Int?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case text, status, mailbox, after, limit
    }

    package init(
        text: String, status: String? = nil, mailbox: String? = nil, after: String? = nil, limit: Int? = nil
    ) {
        self.text = text
        self.status = status
        self.mailbox = mailbox
        self.after = after
        self.limit = limit
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
        status = try container.decodeIfPresent(String.self, forKey: .status)
        mailbox = try container.decodeIfPresent(String.self, forKey: .mailbox)
        after = try container.decodeIfPresent(String.self, forKey: .after)
        limit = try container.decodeIfPresent(Int.self, forKey: .limit)
    }
}
