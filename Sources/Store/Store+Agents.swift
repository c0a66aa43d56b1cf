package import Desk
package import Foundation
internal import Vault

/// The staff.
extension Store {
    package func addAgent(_ agent: Agent, by author: Principal) async throws(StoreFailure) -> AgentOutcome {
        let sealer = sealer
        return try await engine.write(
            after: { session throws(StoreFailure) -> AgentOutcome? in
                // A key for somebody who is not taken on would lie about for ever.
                if let objection = try AgentRecords(DeskRecords(session, sealer: sealer)).objection(to: agent) {
                    return objection
                }
                try vault { () throws(VaultFailure) in try sealer.keys.makePersonKeys(for: [agent.id.object]) }
                return nil
            },
            { session, refused throws(StoreFailure) in
                if let refused { return refused }
                let agents = AgentRecords(DeskRecords(session, sealer: sealer))
                try agents.add(agent)
                try AuditLog(agents.records).append(
                    .agentAdded(agent.id, agent.role), by: author.auditName, at: Moment.milliseconds(agent.createdAt))
                guard let added = try agents.agent(agent.id) else { throw .damaged }
                return .done(added)
            })
    }

    package func agents() async throws(StoreFailure) -> [Agent] {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try AgentRecords(DeskRecords(session, sealer: sealer)).all()
        }
    }

    package func agent(_ id: AgentID) async throws(StoreFailure) -> Agent? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try AgentRecords(DeskRecords(session, sealer: sealer)).agent(id)
        }
    }

    package func agent(ofUnixUser user: UInt32) async throws(StoreFailure) -> Agent? {
        let sealer = sealer
        return try await engine.read { session throws(StoreFailure) in
            try AgentRecords(DeskRecords(session, sealer: sealer)).agent(ofUnixUser: user)
        }
    }

    package func changeAgent(
        _ id: AgentID, to changes: AgentChanges, by author: Principal, now: Date
    ) async throws(StoreFailure) -> AgentOutcome {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        return try await engine.write { session throws(StoreFailure) in
            let agents = AgentRecords(DeskRecords(session, sealer: sealer))
            guard let agent = try agents.agent(id), !agent.isDisabled else { return .notFound }
            let changed = changes.applied(to: agent)
            guard changed != agent else { return .done(agent) }
            if let objection = try agents.objection(to: changed) { return objection }
            try agents.update(changed)
            try AuditLog(agents.records).append(.agentChanged(id, changed.role), by: author.auditName, at: now)
            return .done(changed)
        }
    }

    package func disableAgent(
        _ id: AgentID, successor: AgentID?, by author: Principal, now: Date
    ) async throws(StoreFailure) -> OffboardingOutcome {
        let (sealer, now) = (sealer, Moment.milliseconds(now))
        let outcome = try await engine.write { session throws(StoreFailure) -> OffboardingOutcome in
            let records = DeskRecords(session, sealer: sealer)
            let agents = AgentRecords(records)
            guard var agent = try agents.agent(id) else { return .notFound }
            let heir = try successor.flatMap { (id) throws(StoreFailure) in try agents.agent(id) }
            if successor != nil {
                guard let heir, heir.id != id, heir.principal?.has(.ticketsWrite) == true else {
                    return .noSuchSuccessor
                }
            }
            let (reassigned, unassigned) = try records.release(id, to: heir, now: now)
            if !agent.isDisabled {
                try agents.disable(id)
                try records.forgetOwn(of: Principal.agentPrefix + id.hex)
                try AuditLog(records).append(
                    .agentDisabled(id, reassigned: reassigned, unassigned: unassigned), by: author.auditName, at: now)
                agent.isDisabled = true
                (agent.name, agent.address, agent.unixUser) = (nil, nil, nil)
            }
            return .done(Offboarding(agent: agent, reassigned: reassigned, unassigned: unassigned))
        }
        // Rows first: whoever left is shut out even if the machine stops here; the next start destroys the key.
        if case .done = outcome { try await destroyKeys(of: [id]) }
        return outcome
    }

    /// Finishes offboardings that were broken off between the two files.
    func finishOffboardings() async throws(StoreFailure) {
        let former = try await engine.read { session throws(StoreFailure) in
            try session.all("SELECT id FROM agent WHERE is_disabled = 1", []) { row throws(StoreFailure) in
                AgentID(try row.id(0))
            }
        }
        do throws(StoreFailure) {
            try await destroyKeys(of: former)
        } catch .notWritable, .busy {
            // Reading goes on from a full disk (P9); there is a next start.
            return
        }
    }

    private func destroyKeys(of agents: [AgentID]) async throws(StoreFailure) {
        let keys = keys
        try await engine.offload { () throws(StoreFailure) in
            try vault { () throws(VaultFailure) in
                for agent in agents where try keys.hasKey(agent.object) { try keys.destroyKeys(of: agent.object) }
            }
        }
    }
}
