/// `PATCH /api/v1/agents/{id}`: an absent field stays as it is; null means every mailbox, or no local user.
package struct AgentPatchBody: StrictBody {
    package var role: String?
    package var mailboxes: [String]??
    package var unixUser: UInt32??

    enum CodingKeys: String, CodingKey, CaseIterable {
        case role, mailboxes, unixUser
    }

    package init(role: String? = nil, mailboxes: [String]?? = nil, unixUser: UInt32?? = nil) {
        self.role = role
        self.mailboxes = mailboxes
        self.unixUser = unixUser
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        role = try container.decodeIfPresent(String.self, forKey: .role)
        if container.contains(.mailboxes) {
            mailboxes = .some(try container.decodeIfPresent([String].self, forKey: .mailboxes))
        }
        if container.contains(.unixUser) {
            unixUser = .some(try container.decodeIfPresent(UInt32.self, forKey: .unixUser))
        }
    }

    /// What is to be left alone is not written; what is to be taken away is null.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(role, forKey: .role)
        if let mailboxes { try container.encode(mailboxes, forKey: .mailboxes) }
        if let unixUser { try container.encode(unixUser, forKey: .unixUser) }
    }
}
