/// The staff: who is there, who joins, who changes, who leaves.
extension Helpdesk {
    /// Whoever administers sees everybody with everything. Others see by name whom a ticket can be given to where they
    /// look, and no more of them.
    package func agents(as principal: Principal) async throws(DeskRefusal) -> [Agent] {
        try principal.require(.ticketsRead)
        let all = try await storage { () async throws(StoreFailure) -> [Agent] in try await store.agents() }
        if principal.has(.admin), principal.visibleMailboxes == nil { return all }
        return all.filter { agent in
            guard !agent.isDisabled else { return false }
            guard let own = principal.visibleMailboxes, let theirs = agent.mailboxes else { return true }
            return !own.isDisjoint(with: theirs)
        }.map { agent in
            var colleague = agent
            colleague.address = nil
            colleague.unixUser = nil
            if let own = principal.visibleMailboxes { colleague.mailboxes = agent.mailboxes?.intersection(own) }
            return colleague
        }
    }

    package func addAgent(_ draft: AgentDraft, as principal: Principal) async throws(DeskRefusal) -> Agent {
        try principal.requireAdministration()
        try draft.validate()
        try principal.requireToGive(draft.role.scopes, of: draft.mailboxes)
        try requireKnown(draft.mailboxes)
        let agent = Agent(
            id: AgentID(from: world), name: draft.name, address: draft.address, role: draft.role,
            mailboxes: draft.mailboxes, unixUser: draft.unixUser, createdAt: world.now())
        let outcome = try await storage { () async throws(StoreFailure) -> AgentOutcome in
            try await store.addAgent(agent, by: principal)
        }
        return try outcome.agent()
    }

    package func changeAgent(
        _ id: AgentID, to changes: AgentChanges, as principal: Principal
    ) async throws(DeskRefusal) -> Agent {
        let agent = try await manageable(id, by: principal)
        let changed = changes.applied(to: agent)
        try AgentChanges.validate(role: changed.role, mailboxes: changed.mailboxes, unixUser: changed.unixUser)
        try principal.requireToGive(changed.role.scopes, of: changed.mailboxes)
        if let mailboxes = changes.mailboxes { try requireKnown(mailboxes) }
        let outcome = try await storage { () async throws(StoreFailure) -> AgentOutcome in
            try await store.changeAgent(id, to: changes, by: principal, now: world.now())
        }
        return try outcome.agent()
    }

    /// Offboarding. What the agent wrote stays and reads "former agent"; who it was, nobody can tell any more.
    package func disableAgent(
        _ id: AgentID, successor: AgentID?, as principal: Principal
    ) async throws(DeskRefusal) -> Offboarding {
        _ = try await manageable(id, by: principal, isFormerFine: true)
        let outcome = try await storage { () async throws(StoreFailure) -> OffboardingOutcome in
            try await store.disableAgent(id, successor: successor, by: principal, now: world.now())
        }
        switch outcome {
        case .done(let offboarding):
            sightings.forget(Principal.agentPrefix + id.hex)
            return offboarding
        case .notFound: throw .notFound(.agent)
        case .noSuchSuccessor:
            throw .invalid(field: "successor", expected: "the id of another agent who may answer tickets")
        }
    }

    /// Who a local user is on the admin socket: looked up at every request, so that offboarding ends it at once.
    package func principal(ofLocalUser user: UInt32) async throws(DeskRefusal) -> Principal {
        let agent = try await storage { () async throws(StoreFailure) -> Agent? in
            try await store.agent(ofUnixUser: user)
        }
        return agent?.principal ?? .unmappedLocalUser
    }

    /// An agent this principal may change, reset or see off: one who may no more than it does.
    func manageable(
        _ id: AgentID, by principal: Principal, isFormerFine: Bool = false
    ) async throws(DeskRefusal) -> Agent {
        try principal.requireAdministration()
        let agent = try await storage { () async throws(StoreFailure) -> Agent? in try await store.agent(id) }
        guard let agent, isFormerFine || !agent.isDisabled else { throw .notFound(.agent) }
        try principal.requireToGive(agent.role.scopes, of: agent.mailboxes)
        return agent
    }

    /// Only mailboxes of the configuration can be given to anybody.
    func requireKnown(_ mailboxes: Set<MailboxName>?) throws(DeskRefusal) {
        guard let mailboxes else { return }
        let known = Set(settings.value.mailboxes.map(\.name))
        guard mailboxes.isSubset(of: known) else {
            let names = known.map(\.value).sorted().joined(separator: ", ")
            throw .invalid(field: "mailboxes", expected: "some of \(names)")
        }
    }
}

extension AgentOutcome {
    /// The agent, or why there is none.
    func agent() throws(DeskRefusal) -> Agent {
        switch self {
        case .done(let agent): return agent
        case .notFound: throw .notFound(.agent)
        case .full: throw .invalid(field: "agents", expected: "at most \(Limits.agents) agents")
        case .taken(let mark): throw .invalid(field: mark.rawValue, expected: "what no other agent has")
        }
    }
}
