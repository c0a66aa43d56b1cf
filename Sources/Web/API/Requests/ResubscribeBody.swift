/// `POST /api/v1/people/{id}/resubscribe`: how and when the person asked for it stands in `evidence`.
package struct ResubscribeBody: StrictBody {
    package var group: String
    package var evidence: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case group, evidence
    }

    package init(group: String = "default", evidence: String? = nil) {
        self.group = group
        self.evidence = evidence
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        group = try container.decodeIfPresent(String.self, forKey: .group) ?? "default"
        evidence = try container.decodeIfPresent(String.self, forKey: .evidence)
    }
}
