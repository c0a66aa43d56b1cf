package import Desk
package import Foundation

/// The staff of the fake. Whose a ticket is, it knows by name.
extension FakeDeskStore {
    package func addAgent(_ agent: Agent, by author: Principal) async throws(StoreFailure) -> AgentOutcome {
        try write { state in
            if let objection = state.objection(to: agent) { return objection }
            state.agents.append(agent)
            state.note(.agentAdded(agent.id, agent.role), by: author, at: agent.createdAt)
            return .done(agent)
        }
    }

    package func agents() async throws(StoreFailure) -> [Agent] {
        try read { $0.agents }
    }

    package func agent(_ id: AgentID) async throws(StoreFailure) -> Agent? {
        try read { state in state.agents.first { $0.id == id } }
    }

    package func agent(ofUnixUser user: UInt32) async throws(StoreFailure) -> Agent? {
        try read { state in state.agents.first { $0.unixUser == user } }
    }

    package func changeAgent(
        _ id: AgentID, to changes: AgentChanges, by author: Principal, now: Date
    ) async throws(StoreFailure) -> AgentOutcome {
        try write { state in
            guard let index = state.agents.firstIndex(where: { $0.id == id && !$0.isDisabled }) else {
                return .notFound
            }
            let changed = changes.applied(to: state.agents[index])
            guard changed != state.agents[index] else { return .done(changed) }
            if let objection = state.objection(to: changed) { return objection }
            state.agents[index] = changed
            state.note(.agentChanged(id, changed.role), by: author, at: now)
            return .done(changed)
        }
    }

    package func disableAgent(
        _ id: AgentID, successor: AgentID?, by author: Principal, now: Date
    ) async throws(StoreFailure) -> OffboardingOutcome {
        try write { state in
            guard let index = state.agents.firstIndex(where: { $0.id == id }) else { return .notFound }
            let heir = state.agents.first { $0.id == successor && $0.id != id }
            guard successor == nil || heir?.principal?.has(.ticketsWrite) == true else { return .noSuchSuccessor }
            let (reassigned, unassigned) = state.release(state.agents[index].name, to: heir)
            if !state.agents[index].isDisabled {
                state.agents[index].isDisabled = true
                (state.agents[index].name, state.agents[index].address) = (nil, nil)
                state.agents[index].unixUser = nil
                state.logins[id] = nil
                state.sessions.removeAll { $0.agent == id }
                state.note(
                    .agentDisabled(id, reassigned: reassigned, unassigned: unassigned), by: author, at: now)
            }
            return .done(
                Offboarding(agent: state.agents[index], reassigned: reassigned, unassigned: unassigned))
        }
    }
}

extension FakeDeskStore.State {
    fileprivate func objection(to agent: Agent) -> AgentOutcome? {
        let others = agents.filter { !$0.isDisabled && $0.id != agent.id }
        if others.count >= Limits.agents { return .full }
        if others.contains(where: { $0.name?.lowercased() == agent.name?.lowercased() }) { return .taken(.name) }
        if others.contains(where: { $0.address == agent.address }) { return .taken(.email) }
        if others.contains(where: { $0.unixUser != nil && $0.unixUser == agent.unixUser }) { return .taken(.unixUser) }
        return nil
    }

    fileprivate mutating func release(_ name: String?, to heir: Agent?) -> (reassigned: Int, unassigned: Int) {
        var counts = (reassigned: 0, unassigned: 0)
        for (number, stored) in tickets where name != nil && stored.ticket.assignee == name {
            let isOpen = stored.ticket.status != .closed
            let isTaken = isOpen && heir?.looksAfter(stored.ticket.mailbox) == true
            tickets[number]?.ticket.assignee = isTaken ? heir?.name : nil
            guard isOpen else { continue }
            tickets[number]?.ticket.version += 1
            if isTaken { counts.reassigned += 1 } else { counts.unassigned += 1 }
        }
        return counts
    }

    /// What staff are called on a ticket.
    func name(of author: Principal) -> String {
        guard case .agent(let id, _, _) = author else { return author.auditName }
        return agents.first { $0.id == id }?.name ?? Agent.formerName
    }
}
