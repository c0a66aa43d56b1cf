/// `POST /api/v1/tickets/{number}/messages/{id}/forward`: a message is handed on to somebody outside.
package struct ForwardBody: StrictBody {
    package var to: String
    package var reason: String
    package var basis: String?
    package var text: String
    /// Ids of the message's attachments that go along.
    package var attachments: [String]
    package var allAttachments: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case to, reason, basis, text, attachments, allAttachments
    }

    package init(
        to: String, reason: String, basis: String? = nil, text: String = "", attachments: [String] = [],
        allAttachments: Bool = false
    ) {
        self.to = to
        self.reason = reason
        self.basis = basis
        self.text = text
        self.attachments = attachments
        self.allAttachments = allAttachments
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        to = try container.decode(String.self, forKey: .to)
        reason = try container.decode(String.self, forKey: .reason)
        basis = try container.decodeIfPresent(String.self, forKey: .basis)
        text = try container.decodeIfPresent(String.self, forKey: .text) ?? ""
        attachments = try container.decodeIfPresent([String].self, forKey: .attachments) ?? []
        allAttachments = try container.decodeIfPresent(Bool.self, forKey: .allAttachments) ?? false
    }
}
