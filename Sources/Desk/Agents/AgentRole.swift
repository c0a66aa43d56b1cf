/// What an agent is there for. One role each: whoever watches over the desk as its DPO does not run it (Art. 38(6)).
package enum AgentRole: String, Sendable, CaseIterable {
    case agent, admin, dpo

    /// What the role may do. This is the only place that says so.
    package var scopes: Set<Scope> {
        switch self {
        case .agent: [.ticketsRead, .ticketsWrite, .peopleRead]
        case .admin: Set(Scope.allCases).subtracting([.dpo])
        case .dpo: [.ticketsRead, .peopleRead, .privacyExport, .privacyErase, .dpo]
        }
    }

    /// An admin or a DPO answers for the whole desk; only agents are bound to mailboxes.
    package var isOfWholeDesk: Bool { self != .agent }
}
