/// `POST /api/v1/tickets/{number}/split`: messages become a ticket of their own.
package struct SplitBody: StrictBody {
    /// Ids of messages of the ticket.
    package var messages: [String]
    /// That of the first message when absent.
    package var subject: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case messages, subject
    }

    package init(messages: [String], subject: String? = nil) {
        self.messages = messages
        self.subject = subject
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        messages = try container.decode([String].self, forKey: .messages)
        subject = try container.decodeIfPresent(String.self, forKey: .subject)
    }
}
