/// `POST /api/v1/people/{id}/unsubscribe`.
package struct UnsubscribeBody: StrictBody {
    package var group: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case group
    }

    package init(group: String = "default") {
        self.group = group
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        group = try container.decodeIfPresent(String.self, forKey: .group) ?? "default"
    }
}
