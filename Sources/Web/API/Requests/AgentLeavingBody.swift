/// `POST /api/v1/agents/{id}/disable`.
package struct AgentLeavingBody: StrictBody {
    /// The id of the agent who takes the open tickets; absent: nobody does.
    package var successor: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case successor
    }

    package init(successor: String? = nil) {
        self.successor = successor
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        successor = try container.decodeIfPresent(String.self, forKey: .successor)
    }
}
