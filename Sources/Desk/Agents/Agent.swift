package import Foundation
package import Mail

/// Somebody of the staff. Name, address and local user are sealed under the agent's own key, which offboarding
/// destroys: what is left then is a random id, so that old answers read "former agent".
package struct Agent: Sendable, Equatable {
    package var id: AgentID
    /// nil for a former agent.
    package var name: String?
    /// The work address; nil for a former agent.
    package var address: EmailAddress?
    package var role: AgentRole
    /// nil: every mailbox.
    package var mailboxes: Set<MailboxName>?
    /// The number of the local user who is this agent on the admin socket.
    package var unixUser: UInt32?
    package var isDisabled: Bool
    package var createdAt: Date

    package init(
        id: AgentID, name: String?, address: EmailAddress?, role: AgentRole, mailboxes: Set<MailboxName>?,
        unixUser: UInt32?, isDisabled: Bool = false, createdAt: Date
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.role = role
        self.mailboxes = mailboxes
        self.unixUser = unixUser
        self.isDisabled = isDisabled
        self.createdAt = createdAt
    }

    /// nil for a former agent.
    package var principal: Principal? { isDisabled ? nil : .agent(id, role: role, mailboxes: mailboxes) }

    /// What a former agent is called on the tickets of old.
    package static let formerName = "former agent"

    /// Whether somebody who writes this means this agent: by id, by name or by address, whatever the case.
    package func answers(to text: String) -> Bool {
        let text = text.lowercased()
        return text == id.hex || text == name?.lowercased() || text == address?.text.lowercased()
    }

    /// The mailboxes it may be given tickets of.
    package func looksAfter(_ mailbox: MailboxName) -> Bool {
        principal?.has(.ticketsWrite) == true && mailboxes?.contains(mailbox) ?? true
    }
}

/// What has to be one agent's alone.
package enum AgentMark: String, Sendable {
    case name, email, unixUser
}
