/// `POST /api/v1/people/{id}/hold`: what must not be destroyed yet, and until when somebody looks at it again.
package struct HoldBody: StrictBody {
    package var matter: String
    /// The letter of Art. 17(3): `b` or `e`.
    package var ground: String
    /// A day, as 2027-03-05.
    package var review: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case matter, ground, review
    }

    package init(matter: String, ground: String, review: String) {
        self.matter = matter
        self.ground = ground
        self.review = review
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        matter = try container.decode(String.self, forKey: .matter)
        ground = try container.decode(String.self, forKey: .ground)
        review = try container.decode(String.self, forKey: .review)
    }
}
