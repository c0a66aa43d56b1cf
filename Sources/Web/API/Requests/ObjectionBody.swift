/// `POST /api/v1/people/{id}/objection`.
package struct ObjectionBody: StrictBody {
    /// `processing` (Art. 21(1)) or `marketing` (Art. 21(2)).
    package var to: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case to
    }

    package init(to: String) {
        self.to = to
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        to = try container.decode(String.self, forKey: .to)
    }
}
