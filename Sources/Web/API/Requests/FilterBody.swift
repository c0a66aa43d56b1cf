/// `POST /api/v1/filters`.
package struct FilterBody: StrictBody {
    package var name: String
    /// Of the caller alone, not of the whole desk.
    package var own: Bool
    package var criteria: CriteriaBody

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, own, criteria
    }

    package init(name: String, own: Bool, criteria: CriteriaBody) {
        self.name = name
        self.own = own
        self.criteria = criteria
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        own = try container.decodeIfPresent(Bool.self, forKey: .own) ?? false
        criteria = try container.decode(CriteriaBody.self, forKey: .criteria)
    }
}
