/// `POST /api/v1/tickets`: writing first.
package struct OpeningBody: StrictBody {
    /// May be absent when the caller sees one mailbox only.
    package var mailbox: String?
    package var to: String
    package var subject: String
    package var text: String
    package var reason: String
    package var basis: String
    package var attachments: [ReplyBody.Attachment]

    enum CodingKeys: String, CodingKey, CaseIterable {
        case mailbox, to, subject, text, reason, basis, attachments
    }

    package init(
        mailbox: String? = nil, to: String, subject: String, text: String, reason: String, basis: String,
        attachments: [ReplyBody.Attachment] = []
    ) {
        self.mailbox = mailbox
        self.to = to
        self.subject = subject
        self.text = text
        self.reason = reason
        self.basis = basis
        self.attachments = attachments
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        mailbox = try container.decodeIfPresent(String.self, forKey: .mailbox)
        to = try container.decode(String.self, forKey: .to)
        subject = try container.decode(String.self, forKey: .subject)
        text = try container.decode(String.self, forKey: .text)
        reason = try container.decode(String.self, forKey: .reason)
        basis = try container.decode(String.self, forKey: .basis)
        attachments = try container.decodeIfPresent([ReplyBody.Attachment].self, forKey: .attachments) ?? []
    }
}
