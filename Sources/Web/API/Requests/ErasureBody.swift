/// `POST /api/v1/people/{id}/erase`: a verified request, or who made sure of the identity and how.
package struct ErasureBody: StrictBody {
    package struct Verified: StrictBody {
        package var how: String
        package var by: String

        enum CodingKeys: String, CodingKey, CaseIterable {
            case how, by
        }

        package init(how: String, by: String) {
            self.how = how
            self.by = by
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
            how = try container.decode(String.self, forKey: .how)
            by = try container.decode(String.self, forKey: .by)
        }
    }

    package var request: String?
    package var verified: Verified?
    /// For a shared account such as `info@`: with what authority the asker speaks for it.
    package var authority: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case request, verified, authority
    }

    package init(request: String? = nil, verified: Verified? = nil, authority: String? = nil) {
        self.request = request
        self.verified = verified
        self.authority = authority
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        request = try container.decodeIfPresent(String.self, forKey: .request)
        verified = try container.decodeIfPresent(Verified.self, forKey: .verified)
        authority = try container.decodeIfPresent(String.self, forKey: .authority)
    }
}
