/// `POST /api/v1/people/{id}/restrict` and `…/unrestrict`.
package struct RestrictionBody: StrictBody {
    /// The letter of Art. 18(1).
    package var ground: String
    /// `unrestrict`: why it ends, in words the person reads.
    package var reason: String?
    /// `unrestrict`: how the person was told; left out, they are written to first.
    package var told: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case ground, reason, told
    }

    package init(ground: String, reason: String? = nil, told: String? = nil) {
        self.ground = ground
        self.reason = reason
        self.told = told
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        ground = try container.decode(String.self, forKey: .ground)
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
        told = try container.decodeIfPresent(String.self, forKey: .told)
    }
}
