/// `POST /api/v1/tickets/{number}/replies`.
package struct ReplyBody: StrictBody {
    package struct Attachment: StrictBody {
        package var filename: String
        package var mediaType: String
        /// Base64 (RFC 4648 §4).
        package var content: String

        enum CodingKeys: String, CodingKey, CaseIterable {
            case filename, mediaType, content
        }

        package init(filename: String, mediaType: String, content: String) {
            self.filename = filename
            self.mediaType = mediaType
            self.content = content
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
            filename = try container.decode(String.self, forKey: .filename)
            mediaType = try container.decodeIfPresent(String.self, forKey: .mediaType) ?? "application/octet-stream"
            content = try container.decode(String.self, forKey: .content)
        }
    }

    /// Why somebody who unsubscribed is written to all the same.
    package struct Override: StrictBody {
        package var reason: String
        package var basis: String

        enum CodingKeys: String, CodingKey, CaseIterable {
            case reason, basis
        }

        package init(reason: String, basis: String) {
            self.reason = reason
            self.basis = basis
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
            reason = try container.decode(String.self, forKey: .reason)
            basis = try container.decode(String.self, forKey: .basis)
        }
    }

    package var text: String
    package var close: Bool
    package var cc: [String]
    package var attachments: [Attachment]
    package var override: Override?
    /// The name of a canned reply, whose text stands below this one.
    package var canned: String?
    /// Whether the mailbox's signature stands below both.
    package var signature: Bool
    /// Refuse when a colleague answered since the caller last looked at the ticket.
    package var ifUnanswered: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case text, close, cc, attachments, override, ifUnanswered, canned, signature
    }

    package init(
        text: String, close: Bool = false, cc: [String] = [], attachments: [Attachment] = [],
        override: Override? = nil, ifUnanswered: Bool = false, canned: String? = nil,
        signature: Bool = true
    ) {
        self.text = text
        self.close = close
        self.cc = cc
        self.attachments = attachments
        self.override = override
        self.ifUnanswered = ifUnanswered
        self.canned = canned
        self.signature = signature
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        canned = try container.decodeIfPresent(String.self, forKey: .canned)
        // Without a canned reply there has to be a text of one's own.
        text =
            try canned == nil
            ? container.decode(String.self, forKey: .text)
            : container.decodeIfPresent(String.self, forKey: .text) ?? ""
        signature = try container.decodeIfPresent(Bool.self, forKey: .signature) ?? true
        close = try container.decodeIfPresent(Bool.self, forKey: .close) ?? false
        cc = try container.decodeIfPresent([String].self, forKey: .cc) ?? []
        attachments = try container.decodeIfPresent([Attachment].self, forKey: .attachments) ?? []
        override = try container.decodeIfPresent(Override.self, forKey: .override)
        ifUnanswered = try container.decodeIfPresent(Bool.self, forKey: .ifUnanswered) ?? false
    }
}
