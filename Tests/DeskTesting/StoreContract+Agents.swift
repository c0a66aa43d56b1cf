package import Desk
import Foundation
import Mail
import Vault

/// The staff. These clauses need no mail, so the store in memory keeps them too.
extension StoreContract {
    package static let agents = [
        StoreContract("an agent is kept as it was added, and found as the local user it is") { subject in
            let agent = try subject.agent("Bea", unixUser: 1001)
            try subject.require(try await subject.add(agent) == .done(agent), "it is added")
            try subject.require(try await subject.store.agents() == [agent], "it is in the list")
            try subject.require(try await subject.store.agent(agent.id) == agent, "it is found by id")
            try subject.require(try await subject.store.agent(ofUnixUser: 1001) == agent, "and as a local user")
            try subject.require(try await subject.store.agent(ofUnixUser: 1002) == nil, "no other user is it")
            let entry = try subject.unwrap(try await subject.store.auditEntries(after: 0, limit: 9).last, "an entry")
            try subject.require(
                entry.event == "agent.added" && entry.object == agent.id.object && entry.actor == "operator",
                "it is audited by id")
        },
        StoreContract("name, address and local user are one agent's alone, until it leaves") { subject in
            let bea = try subject.agent("Bea", unixUser: 1001)
            _ = try await subject.add(bea)
            let taken: [(AgentMark, Agent)] = [
                (.name, try subject.agent("bEA", email: "x@desk.example")),
                (.email, try subject.agent("Carl", email: "bea@desk.example")),
                (.unixUser, try subject.agent("Carl", unixUser: 1001)),
            ]
            for (mark, agent) in taken {
                try subject.require(try await subject.add(agent) == .taken(mark), "\(mark) is taken")
            }
            try subject.require(try await subject.store.agents() == [bea], "nobody was added")
            try subject.require(
                try await subject.disable(bea.id) == Offboarding(agent: bea.former, reassigned: 0, unassigned: 0),
                "it leaves")
            let next = try subject.agent("Bea", unixUser: 1001)
            try subject.require(try await subject.add(next) == .done(next), "all of it is free again")
            try subject.require(try await subject.store.agent(ofUnixUser: 1001) == next, "for the next one")
        },
        StoreContract("a change is kept and audited once; what is another's is refused") { subject in
            let (bea, carl) = (try subject.agent("Bea"), try subject.agent("Carl", unixUser: 1002))
            _ = try await subject.add(bea)
            _ = try await subject.add(carl)
            let changes = AgentChanges(role: .admin, unixUser: .some(1001))
            let changed = changes.applied(to: bea)
            for _ in 0..<2 {
                try subject.require(
                    try await subject.store.changeAgent(bea.id, to: changes, by: .operatorOnHost, now: subject.now)
                        == .done(changed), "it is changed, however often it is said")
            }
            try subject.require(try await subject.store.agent(bea.id) == changed, "it is kept")
            let events = try await subject.store.auditEntries(after: 0, limit: 9).map(\.event)
            try subject.require(events.count { $0 == "agent.changed" } == 1, "it is audited once: \(events)")
            let other = AgentChanges(unixUser: .some(1002))
            try subject.require(
                try await subject.store.changeAgent(bea.id, to: other, by: .operatorOnHost, now: subject.now)
                    == .taken(.unixUser), "another's local user")
            _ = try await subject.disable(bea.id)
            try subject.require(
                try await subject.store.changeAgent(bea.id, to: changes, by: .operatorOnHost, now: subject.now)
                    == .notFound, "a former agent does not change")
        },
        StoreContract("a former agent is nobody: no name, no address, no way in") { subject in
            let bea = try subject.agent("Bea", unixUser: 1001)
            _ = try await subject.add(bea)
            for _ in 0..<2 {
                let done = try await subject.disable(bea.id)
                try subject.require(done.agent == bea.former, "it is former, however often it is said")
            }
            try subject.require(try await subject.store.agents() == [bea.former], "an id and a role are left")
            try subject.require(try await subject.store.agent(ofUnixUser: 1001) == nil, "no local user is it")
            let events = try await subject.store.auditEntries(after: 0, limit: 9).map(\.event)
            try subject.require(events.count { $0 == "agent.disabled" } == 1, "it is audited once: \(events)")
            let nobody = try await subject.store.disableAgent(
                AgentID(from: subject.clock.world), successor: nil, by: .operatorOnHost, now: subject.now)
            try subject.require(nobody == .notFound, "nobody else is seen off")
        },
        StoreContract("tickets are handed on to an agent there is, who answers tickets") { subject in
            let bea = try subject.agent("Bea")
            let dpo = try subject.agent("Dora") { $0.role = .dpo }
            for agent in [bea, dpo] { _ = try await subject.add(agent) }
            for successor in [bea.id, dpo.id, AgentID(from: subject.clock.world)] {
                let outcome = try await subject.store.disableAgent(
                    bea.id, successor: successor, by: .operatorOnHost, now: subject.now)
                try subject.require(outcome == .noSuchSuccessor, "not to this one")
            }
            try subject.require(try await subject.store.agent(bea.id) == bea, "nothing happened")
        },
    ]
}

extension Agent {
    /// What is left when the key is destroyed.
    fileprivate var former: Agent {
        var former = self
        (former.name, former.address, former.unixUser, former.isDisabled) = (nil, nil, nil, true)
        return former
    }
}

extension StoreSubject {
    /// An agent as the desk makes it; times are kept to the minute.
    package func agent(
        _ name: String, email: String? = nil, unixUser: UInt32? = nil, _ change: (inout Agent) -> Void = { _ in }
    ) throws -> Agent {
        let minute = Date(timeIntervalSince1970: (now.timeIntervalSince1970 / 60).rounded(.down) * 60)
        var agent = Agent(
            id: AgentID(from: clock.world), name: name,
            address: try Samples.address(email ?? "\(name.lowercased())@desk.example"), role: .agent, mailboxes: nil,
            unixUser: unixUser, createdAt: minute)
        change(&agent)
        return agent
    }

    package func add(_ agent: Agent) async throws -> AgentOutcome {
        try await store.addAgent(agent, by: .operatorOnHost)
    }

    func disable(_ id: AgentID, successor: AgentID? = nil) async throws -> Offboarding {
        let outcome = try await store.disableAgent(id, successor: successor, by: .operatorOnHost, now: now)
        guard case .done(let offboarding) = outcome else {
            throw ContractBroken(description: "the agent was not seen off but \(outcome)")
        }
        return offboarding
    }
}
