/// `POST /api/v1/agents/{id}/reset`.
package struct AgentResetBody: StrictBody {
    /// Absent or null: the desk makes a one-time password up.
    package var password: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case password
    }

    package init(password: String? = nil) {
        self.password = password
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        password = try container.decodeIfPresent(String.self, forKey: .password)
    }
}
