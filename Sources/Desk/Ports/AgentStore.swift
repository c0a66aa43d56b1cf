package import Foundation

/// The staff, as the store keeps it.
package protocol AgentStore: Sendable {
    /// The agent's key first, then the agent with its audit entry.
    func addAgent(_ agent: Agent, by author: Principal) async throws(StoreFailure) -> AgentOutcome
    /// Everybody there is or was, oldest first.
    func agents() async throws(StoreFailure) -> [Agent]
    func agent(_ id: AgentID) async throws(StoreFailure) -> Agent?
    /// The agent whom a local user was named to be; never a former one.
    func agent(ofUnixUser user: UInt32) async throws(StoreFailure) -> Agent?
    func changeAgent(
        _ id: AgentID, to changes: AgentChanges, by author: Principal, now: Date
    ) async throws(StoreFailure) -> AgentOutcome
    /// Offboarding: what the agent could get in by is gone and the open tickets are somebody's or nobody's in one
    /// transaction; then the key is destroyed. Said again it finishes what was broken off.
    func disableAgent(
        _ id: AgentID, successor: AgentID?, by author: Principal, now: Date
    ) async throws(StoreFailure) -> OffboardingOutcome
}

package enum AgentOutcome: Sendable, Equatable {
    case done(Agent)
    /// Another agent has this already.
    case taken(AgentMark)
    /// As many agents as there may be.
    case full
    /// Unknown, or a former agent.
    case notFound
}

package enum OffboardingOutcome: Sendable, Equatable {
    case done(Offboarding)
    case notFound
    /// Whoever should take the tickets is unknown, a former agent, the same one, or answers no tickets.
    case noSuchSuccessor
}

/// What became of the open tickets of an agent who left.
package struct Offboarding: Sendable, Equatable {
    package var agent: Agent
    package var reassigned: Int
    package var unassigned: Int

    package init(agent: Agent, reassigned: Int, unassigned: Int) {
        self.agent = agent
        self.reassigned = reassigned
        self.unassigned = unassigned
    }
}
