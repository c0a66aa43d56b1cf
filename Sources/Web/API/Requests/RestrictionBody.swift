/// `POST /api/v1/people/{id}/restrict` and `…/unrestrict`.
package struct RestrictionBody: StrictBody {
    /// The letter of Art. 18(1).
    package var ground: String
    /// `unrestrict`: why it ends, in words the person reads.
    package var reason: String?
    /// `unrestrict`: how the person was told; left out, they are written to first.
    package var told: String?
    /// `restrict`: why recipients are not told (Art. 19); left out, they are.
    package var untold: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case ground, reason, told, untold
    }

    package init(ground: String, reason: String? = nil, told: String? = nil, untold: String? = nil) {
        self.ground = ground
        self.reason = reason
        self.told = told
        self.untold = untold
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        ground = try container.decode(String.self, forKey: .ground)
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
        told = try container.decodeIfPresent(String.self, forKey: .told)
        untold = try container.decodeIfPresent(String.self, forKey: .untold)
    }
}
