/// A text and nothing else: a note, a draft of an answer, other words for a message.
package struct TextBody: StrictBody {
    package var text: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case text
    }

    package init(text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
    }
}
