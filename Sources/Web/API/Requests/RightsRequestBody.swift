package import Foundation

/// `POST /api/v1/requests`: what a person asked, as it was taken down.
package struct RightsRequestBody: StrictBody {
    package var right: String
    package var channel: String
    package var receivedAt: Date?
    /// The id of a person on file.
    package var person: String?
    package var ticket: Int64?
    package var mailbox: String?
    package var wording: String
    package var contact: String?
    package var acknowledge: Bool

    enum CodingKeys: String, CodingKey, CaseIterable {
        case right, channel, receivedAt, person, ticket, mailbox, wording, contact, acknowledge
    }

    package init(
        right: String, channel: String, receivedAt: Date? = nil, person: String? = nil, ticket: Int64? = nil,
        mailbox: String? = nil, wording: String = "", contact: String? = nil, acknowledge: Bool = true
    ) {
        self.right = right
        self.channel = channel
        self.receivedAt = receivedAt
        self.person = person
        self.ticket = ticket
        self.mailbox = mailbox
        self.wording = wording
        self.contact = contact
        self.acknowledge = acknowledge
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        right = try container.decode(String.self, forKey: .right)
        channel = try container.decode(String.self, forKey: .channel)
        receivedAt = try container.decodeIfPresent(Date.self, forKey: .receivedAt)
        person = try container.decodeIfPresent(String.self, forKey: .person)
        ticket = try container.decodeIfPresent(Int64.self, forKey: .ticket)
        mailbox = try container.decodeIfPresent(String.self, forKey: .mailbox)
        wording = try container.decodeIfPresent(String.self, forKey: .wording) ?? ""
        contact = try container.decodeIfPresent(String.self, forKey: .contact)
        acknowledge = try container.decodeIfPresent(Bool.self, forKey: .acknowledge) ?? true
    }
}

/// `POST /api/v1/requests/{id}/…`: a move, with what belongs to it.
package struct RightsMoveBody: StrictBody {
    /// `confirm`: which right it is.
    package var right: String?
    /// `verification`: how the person was recognised.
    package var how: String?
    /// `suspension`: what is asked. `decision`: a text for the letter.
    package var text: String?
    /// `extension`, and a decision that is not simply done.
    package var reason: String?
    /// `decision`: fulfilled, partly, refused, not-identified, withdrawn, not-a-request.
    package var decision: String?
    /// A refusal's ground.
    package var ground: String?
    /// `decision`: the id of the copy that is the answer. The person gets a single-use link to it.
    package var export: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case right, how, text, reason, decision, ground, export
    }

    package init(
        right: String? = nil, how: String? = nil, text: String? = nil, reason: String? = nil, decision: String? = nil,
        ground: String? = nil, export: String? = nil
    ) {
        self.right = right
        self.how = how
        self.text = text
        self.reason = reason
        self.decision = decision
        self.ground = ground
        self.export = export
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        right = try container.decodeIfPresent(String.self, forKey: .right)
        how = try container.decodeIfPresent(String.self, forKey: .how)
        text = try container.decodeIfPresent(String.self, forKey: .text)
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
        decision = try container.decodeIfPresent(String.self, forKey: .decision)
        ground = try container.decodeIfPresent(String.self, forKey: .ground)
        export = try container.decodeIfPresent(String.self, forKey: .export)
    }
}
