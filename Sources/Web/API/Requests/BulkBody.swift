/// `POST /api/v1/tickets/bulk`: with `preview` it selects and shows, without it does what was shown.
package struct BulkBody: StrictBody {
    package struct Item: StrictBody, Equatable {
        package var number: Int64
        package var version: Int64

        enum CodingKeys: String, CodingKey, CaseIterable {
            case number, version
        }

        package init(number: Int64, version: Int64) {
            self.number = number
            self.version = version
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
            number = try container.decode(Int64.self, forKey: .number)
            version = try container.decode(Int64.self, forKey: .version)
        }
    }

    package struct Change: StrictBody {
        package var status: String?
        package var assignee: String?
        package var priority: String?
        package var addTags: [String]?
        package var removeTags: [String]?

        enum CodingKeys: String, CodingKey, CaseIterable {
            case status, assignee, priority, addTags, removeTags
        }

        package init(
            status: String? = nil, assignee: String? = nil, priority: String? = nil, addTags: [String]? = nil,
            removeTags: [String]? = nil
        ) {
            self.status = status
            self.assignee = assignee
            self.priority = priority
            self.addTags = addTags
            self.removeTags = removeTags
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
            status = try container.decodeIfPresent(String.self, forKey: .status)
            if container.contains(.assignee) {
                assignee =
                    try container.decodeNil(forKey: .assignee) ? "" : container.decode(String.self, forKey: .assignee)
            }
            priority = try container.decodeIfPresent(String.self, forKey: .priority)
            addTags = try container.decodeIfPresent([String].self, forKey: .addTags)
            removeTags = try container.decodeIfPresent([String].self, forKey: .removeTags)
        }
    }

    package var preview: Bool
    package var numbers: [Int64]?
    package var filter: String?
    package var criteria: CriteriaBody?
    package var items: [Item]?
    package var digest: String?
    package var change: Change

    enum CodingKeys: String, CodingKey, CaseIterable {
        case preview, numbers, filter, criteria, items, digest, change
    }

    /// Asks what a change would do.
    package init(previewing change: Change, numbers: [Int64]?, filter: String?, criteria: CriteriaBody?) {
        preview = true
        self.numbers = numbers
        self.filter = filter
        self.criteria = criteria
        self.change = change
    }

    /// Does what was shown.
    package init(doing change: Change, items: [Item], digest: String) {
        preview = false
        self.items = items
        self.digest = digest
        self.change = change
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        preview = try container.decodeIfPresent(Bool.self, forKey: .preview) ?? false
        numbers = try container.decodeIfPresent([Int64].self, forKey: .numbers)
        filter = try container.decodeIfPresent(String.self, forKey: .filter)
        criteria = try container.decodeIfPresent(CriteriaBody.self, forKey: .criteria)
        items = try container.decodeIfPresent([Item].self, forKey: .items)
        digest = try container.decodeIfPresent(String.self, forKey: .digest)
        change = try container.decode(Change.self, forKey: .change)
    }
}
