internal import Desk

/// Whose a ticket is, and what agents are called on it.
extension DeskRecords {
    /// What the word of an assignee means.
    enum Assignee {
        case nobody
        case agent(AgentID)
        /// On a desk without agents any word will do.
        case word(String)

        /// What is kept of it with the ticket; an agent stands in a row of its own.
        var word: String? {
            if case .word(let word) = self { word } else { nil }
        }

        var agent: AgentID? {
            if case .agent(let agent) = self { agent } else { nil }
        }
    }

    /// nil: no agent of this name, address or id looks after the mailbox.
    func assignee(_ text: String, of mailbox: MailboxName) throws(StoreFailure) -> Assignee? {
        guard !text.isEmpty else { return .nobody }
        let agents = try AgentRecords(self).all()
        guard !agents.isEmpty else { return .word(text) }
        return agents.first { $0.answers(to: text) && $0.looksAfter(mailbox) }.map { .agent($0.id) }
    }

    func assign(_ ticket: TicketNumber, to agent: AgentID?) throws(StoreFailure) {
        guard let agent else {
            try session.run("DELETE FROM assignment WHERE ticket = ?", [.integer(ticket.value)])
            return
        }
        try session.run(
            """
            INSERT INTO assignment (ticket, agent) VALUES (?, ?)
            ON CONFLICT (ticket) DO UPDATE SET agent = excluded.agent
            """, [.integer(ticket.value), .id(agent.object)])
    }

    /// The name of the agent whose the ticket is; nil when it is nobody's.
    func assignee(of ticket: TicketNumber) throws(StoreFailure) -> String? {
        let id = try session.first(
            "SELECT agent FROM assignment WHERE ticket = ?", [.integer(ticket.value)]
        ) { row throws(StoreFailure) in AgentID(try row.id(0)) }
        return try id.flatMap { (id) throws(StoreFailure) in try AgentRecords(self).agent(id)?.name }
    }

    /// Every ticket of an agent who leaves: the open ones go to a successor who looks after their mailbox, or are
    /// nobody's. Closed ones are nobody's.
    func release(
        _ agent: AgentID, to successor: Agent?, now: Int64
    ) throws(StoreFailure) -> (reassigned: Int, unassigned: Int) {
        let numbers = try session.all(
            "SELECT ticket FROM assignment WHERE agent = ? ORDER BY ticket", [.id(agent.object)]
        ) { row throws(StoreFailure) in TicketNumber(row.integer(0)) }
        var counts = (reassigned: 0, unassigned: 0)
        for number in numbers.compactMap({ $0 }) {
            guard var ticket = try ticket(number), ticket.status != .closed else {
                try assign(number, to: nil)
                continue
            }
            let isTaken = successor?.looksAfter(ticket.mailbox) == true
            try assign(number, to: isTaken ? successor?.id : nil)
            if isTaken { counts.reassigned += 1 } else { counts.unassigned += 1 }
            ticket.updatedAt = now
            ticket.version += 1
            try update(ticket)
        }
        return counts
    }

    /// What staff are called where they wrote something: an agent by the name it has now, anybody else as written.
    func shownAuthor(_ author: String) throws(StoreFailure) -> String {
        guard author.hasPrefix(Principal.agentPrefix),
            let id = AgentID(hex: String(author.dropFirst(Principal.agentPrefix.count)))
        else { return author }
        return try AgentRecords(self).agent(id)?.name ?? Agent.formerName
    }
}
