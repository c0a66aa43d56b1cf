/// `POST /api/v1/agents`.
package struct AgentBody: StrictBody {
    package var name: String
    package var email: String
    package var role: String
    /// Absent or null: every mailbox.
    package var mailboxes: [String]?
    /// The number of the local user who is this agent on the admin socket.
    package var unixUser: UInt32?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, email, role, mailboxes, unixUser
    }

    package init(name: String, email: String, role: String, mailboxes: [String]? = nil, unixUser: UInt32? = nil) {
        self.name = name
        self.email = email
        self.role = role
        self.mailboxes = mailboxes
        self.unixUser = unixUser
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        email = try container.decode(String.self, forKey: .email)
        role = try container.decode(String.self, forKey: .role)
        mailboxes = try container.decodeIfPresent([String].self, forKey: .mailboxes)
        unixUser = try container.decodeIfPresent(UInt32.self, forKey: .unixUser)
    }
}
