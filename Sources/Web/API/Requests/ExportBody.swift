/// `POST /api/v1/people/{id}/export`: which copy, and a verified request, or who made sure of the identity and how.
package struct ExportBody: StrictBody {
    package var kind: String?
    package var request: String?
    package var verified: ErasureBody.Verified?
    /// For a shared account such as `info@`: with what authority the asker speaks for it.
    package var authority: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case kind, request, verified, authority
    }

    package init(
        kind: String? = nil, request: String? = nil, verified: ErasureBody.Verified? = nil, authority: String? = nil
    ) {
        self.kind = kind
        self.request = request
        self.verified = verified
        self.authority = authority
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        kind = try container.decodeIfPresent(String.self, forKey: .kind)
        request = try container.decodeIfPresent(String.self, forKey: .request)
        verified = try container.decodeIfPresent(ErasureBody.Verified.self, forKey: .verified)
        authority = try container.decodeIfPresent(String.self, forKey: .authority)
    }
}

/// `PUT /api/v1/exports/{id}/request`: which request the copy answers.
package struct ExportRequestBody: StrictBody {
    package var request: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case request
    }

    package init(request: String) {
        self.request = request
    }

    package init(from decoder: any Decoder) throws {
        request = try decoder.strictContainer(keyedBy: CodingKeys.self).decode(String.self, forKey: .request)
    }
}
