/// Who asks. Every verb of the desk takes one, and decides by it; routes decide nothing.
package enum Principal: Sendable, Equatable {
    /// The caller of the admin socket whom the kernel named root, or the user the daemon runs as.
    case operatorOnHost
    /// A local user whom nobody has mapped to an agent: sees the status and nothing else.
    case unmappedLocalUser
    /// Somebody of the staff, by session or as the local user named for it.
    case agent(AgentID, role: AgentRole, mailboxes: Set<MailboxName>?)
    case token(AccessTokenID, scopes: Set<Scope>, mailboxes: Set<MailboxName>?)
    /// Somebody who writes to us, signed in to the portal by a link to their address: sees what is their own.
    case person(PersonID)
    /// The daemon's own loops.
    case daemon

    /// A name for the read log and the audit: never a person's.
    package var auditName: String {
        switch self {
        case .operatorOnHost: "operator"
        case .unmappedLocalUser: "local-user"
        case .agent(let id, _, _): "\(Self.agentPrefix)\(id.hex)"
        case .token(let id, _, _): "token:\(id.hex)"
        // Who it was stands with what was done; the log outlives an erasure.
        case .person: "person"
        case .daemon: "daemon"
        }
    }

    /// Messages name their author so; what an agent is called is looked up when they are shown.
    package static let agentPrefix = "agent:"

    package func has(_ scope: Scope) -> Bool {
        switch self {
        case .operatorOnHost, .daemon: scope != .dpo
        case .unmappedLocalUser, .person: false
        case .agent(_, let role, _): role.scopes.contains(scope)
        case .token(_, let scopes, _): scopes.contains(scope) || (scopes.contains(.admin) && scope != .dpo)
        }
    }

    /// Whether tickets of this mailbox exist for the principal at all.
    package func sees(_ mailbox: MailboxName) -> Bool {
        switch self {
        case .operatorOnHost, .daemon: true
        case .unmappedLocalUser, .person: false
        case .agent(_, _, let mailboxes), .token(_, _, let mailboxes): mailboxes?.contains(mailbox) ?? true
        }
    }

    /// The mailboxes a list may show; nil means all.
    package var visibleMailboxes: Set<MailboxName>? {
        switch self {
        case .operatorOnHost, .daemon: nil
        case .unmappedLocalUser, .person: []
        case .agent(_, _, let mailboxes), .token(_, _, let mailboxes): mailboxes
        }
    }

    /// Whether it is this person, who may see and do what is their own.
    package func isPerson(_ id: PersonID) -> Bool { self == .person(id) }

    package func require(_ scope: Scope) throws(DeskRefusal) {
        guard has(scope) else { throw .forbidden(scope) }
    }

    /// Nobody hands on more than he has: no scope, no mailbox beyond his own. The operator on the host appoints whom
    /// he wants, the DPO included, without being one.
    func requireToGive(_ scopes: Set<Scope>, of mailboxes: Set<MailboxName>?) throws(DeskRefusal) {
        if case .operatorOnHost = self { return }
        for scope in Scope.allCases where scopes.contains(scope) { try require(scope) }
        guard let own = visibleMailboxes else { return }
        guard let mailboxes, mailboxes.isSubset(of: own) else { throw .notFound(.mailbox) }
    }

    /// An admin or the DPO. The refusal names the scope that gives less besides. What is overseen is every mailbox, so
    /// a token bound to some has no part in it, whatever its scopes.
    func requireOversight() throws(DeskRefusal) {
        guard has(.admin) || has(.dpo), visibleMailboxes == nil else { throw .forbidden(.dpo) }
    }

    /// The staff is the whole desk's affair: who is bound to some mailboxes has no part in it, whatever the scopes.
    func requireAdministration() throws(DeskRefusal) {
        guard has(.admin), visibleMailboxes == nil else { throw .forbidden(.admin) }
    }
}

/// What an access token may do (design: privacy.md "Who may do what").
package enum Scope: String, Sendable, CaseIterable {
    case ticketsRead = "tickets:read"
    case ticketsWrite = "tickets:write"
    case peopleRead = "people:read"
    case privacyExport = "privacy:export"
    case privacyErase = "privacy:erase"
    case dpo
    case admin
}
