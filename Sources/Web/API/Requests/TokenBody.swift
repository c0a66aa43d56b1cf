/// `POST /api/v1/tokens`.
package struct TokenBody: StrictBody {
    package var label: String
    package var scopes: [String]
    /// Absent or null: every mailbox.
    package var mailboxes: [String]?
    /// Seconds until it expires; 90 days when absent.
    package var lifetime: Int64?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case label, scopes, mailboxes, lifetime
    }

    package init(label: String, scopes: [String], mailboxes: [String]? = nil, lifetime: Int64? = nil) {
        self.label = label
        self.scopes = scopes
        self.mailboxes = mailboxes
        self.lifetime = lifetime
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        label = try container.decode(String.self, forKey: .label)
        scopes = try container.decode([String].self, forKey: .scopes)
        mailboxes = try container.decodeIfPresent([String].self, forKey: .mailboxes)
        lifetime = try container.decodeIfPresent(Int64.self, forKey: .lifetime)
    }
}
