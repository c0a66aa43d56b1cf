package import Mail

/// A new agent, before it is checked.
package struct AgentDraft: Sendable, Equatable {
    package var name: String
    package var address: EmailAddress
    package var role: AgentRole
    package var mailboxes: Set<MailboxName>?
    package var unixUser: UInt32?

    package init(
        name: String, address: EmailAddress, role: AgentRole, mailboxes: Set<MailboxName>? = nil,
        unixUser: UInt32? = nil
    ) {
        self.name = name
        self.address = address
        self.role = role
        self.mailboxes = mailboxes
        self.unixUser = unixUser
    }

    package func validate() throws(DeskRefusal) {
        let isName = name.contains { !$0.isWhitespace } && name.utf8.count <= Limits.assigneeBytes && name.isOneLine
        guard isName, name.first?.isWhitespace == false, name.last?.isWhitespace == false, !name.contains("@"),
            name.lowercased() != Agent.formerName
        else {
            throw .invalid(
                field: "name", expected: "one line of 1–\(Limits.assigneeBytes) bytes without @, taken by nobody")
        }
        // An id in the place of a name would make two agents answer to one word.
        guard AgentID(hex: name) == nil else { throw .invalid(field: "name", expected: "a name, not an id") }
        try AgentChanges.validate(role: role, mailboxes: mailboxes, unixUser: unixUser)
    }
}

/// What may be changed of an agent. Nil leaves a thing alone.
package struct AgentChanges: Sendable, Equatable {
    package var role: AgentRole?
    /// `.some(nil)`: every mailbox.
    package var mailboxes: Set<MailboxName>??
    /// `.some(nil)`: no local user any more.
    package var unixUser: UInt32??

    package init(role: AgentRole? = nil, mailboxes: Set<MailboxName>?? = nil, unixUser: UInt32?? = nil) {
        self.role = role
        self.mailboxes = mailboxes
        self.unixUser = unixUser
    }

    /// The agent as it would be. A role for the whole desk takes the bounds of the one before away.
    package func applied(to agent: Agent) -> Agent {
        var changed = agent
        if let role { changed.role = role }
        if role?.isOfWholeDesk == true { changed.mailboxes = nil }
        if let mailboxes { changed.mailboxes = mailboxes }
        if let unixUser { changed.unixUser = unixUser }
        return changed
    }

    static func validate(
        role: AgentRole, mailboxes: Set<MailboxName>?, unixUser: UInt32?
    ) throws(DeskRefusal) {
        if let mailboxes {
            guard !role.isOfWholeDesk else {
                throw .invalid(field: "mailboxes", expected: "none: an admin or DPO answers for every mailbox")
            }
            guard !mailboxes.isEmpty else {
                throw .invalid(field: "mailboxes", expected: "at least one, or none named for every mailbox")
            }
        }
        // Root is the operator already; the largest number means nobody (chown(2)).
        if let unixUser, unixUser == 0 || unixUser == .max {
            throw .invalid(field: "unixUser", expected: "the number of a local user other than root")
        }
    }
}
