/// `POST /api/v1/canned-replies` and `POST /api/v1/signatures`.
package struct WordingBody: StrictBody {
    package var name: String?
    package var mailbox: String?
    package var text: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, mailbox, text
    }

    package init(name: String?, mailbox: String?, text: String) {
        self.name = name
        self.mailbox = mailbox
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        name = try container.decodeIfPresent(String.self, forKey: .name)
        mailbox = try container.decodeIfPresent(String.self, forKey: .mailbox)
        text = try container.decode(String.self, forKey: .text)
    }
}
