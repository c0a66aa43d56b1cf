internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Rows of agents inside one transaction.
struct AgentRecords {
    let records: DeskRecords

    private var session: any SQLSession { records.session }

    init(_ records: DeskRecords) {
        self.records = records
    }

    func all() throws(StoreFailure) -> [Agent] {
        try session.all(
            "SELECT id, role, mailboxes, profile, created_at, is_disabled FROM agent ORDER BY id", []
        ) { row throws(StoreFailure) in try agent(row) }
    }

    func agent(_ id: AgentID) throws(StoreFailure) -> Agent? {
        try session.first(
            "SELECT id, role, mailboxes, profile, created_at, is_disabled FROM agent WHERE id = ?", [.id(id.object)]
        ) { row throws(StoreFailure) in try agent(row) }
    }

    func agent(ofUnixUser user: UInt32) throws(StoreFailure) -> Agent? {
        try session.first(
            """
            SELECT id, role, mailboxes, profile, created_at, is_disabled FROM agent
            WHERE unix_user = ? AND is_disabled = 0
            """, [.blob(hash(ofUnixUser: user))]
        ) { row throws(StoreFailure) in try agent(row) }
    }

    /// Why this agent cannot be written beside the others; nil when it can.
    func objection(to agent: Agent) throws(StoreFailure) -> AgentOutcome? {
        let others = try all().filter { !$0.isDisabled && $0.id != agent.id }
        guard others.count < Desk.Limits.agents else { return .full }
        for other in others {
            if other.name?.lowercased() == agent.name?.lowercased() { return .taken(.name) }
            if other.address?.normalized == agent.address?.normalized { return .taken(.email) }
            if let user = agent.unixUser, user == other.unixUser { return .taken(.unixUser) }
        }
        return nil
    }

    func add(_ agent: Agent) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO agent (id, role, mailboxes, profile, unix_user, created_at, is_disabled)
            VALUES (?, ?, ?, ?, ?, ?, 0)
            """,
            [
                .id(agent.id.object), .text(agent.role.rawValue), .text(mailboxes(agent)), .blob(try profile(agent)),
                .blob(agent.unixUser.map(hash)), .integer(Moment.minute(agent.createdAt)),
            ])
    }

    func update(_ agent: Agent) throws(StoreFailure) {
        try session.run(
            "UPDATE agent SET role = ?, mailboxes = ?, profile = ?, unix_user = ? WHERE id = ?",
            [
                .text(agent.role.rawValue), .text(mailboxes(agent)), .blob(try profile(agent)),
                .blob(agent.unixUser.map(hash)), .id(agent.id.object),
            ])
    }

    /// Takes away who the agent is and every way in.
    func disable(_ id: AgentID) throws(StoreFailure) {
        try session.run(
            "UPDATE agent SET is_disabled = 1, profile = NULL, unix_user = NULL WHERE id = ?", [.id(id.object)])
        try session.run("DELETE FROM agent_login WHERE agent = ?", [.id(id.object)])
        try session.run("DELETE FROM agent_session WHERE agent = ?", [.id(id.object)])
        // What was being written nobody finishes.
        try session.run("DELETE FROM draft WHERE author = ?", [.text(Principal.agentPrefix + id.hex)])
    }

    private func agent(_ row: any SQLRow) throws(StoreFailure) -> Agent {
        let id = AgentID(try row.id(0))
        guard let role = AgentRole(rawValue: row.text(1)) else { throw .damaged }
        let isDisabled = row.flag(5)
        let profile = try isDisabled ? nil : self.profile(of: id, row.blobIfAny(3))
        return Agent(
            id: id, name: profile?.name, address: profile.flatMap { EmailAddress($0.address) }, role: role,
            mailboxes: row.textIfAny(2).map { Set($0.split(separator: " ").compactMap { MailboxName(String($0)) }) },
            unixUser: profile?.unixUser, isDisabled: isDisabled, createdAt: Moment.date(row.integer(4)))
    }

    private func profile(of id: AgentID, _ sealed: [UInt8]?) throws(StoreFailure) -> AgentProfile {
        guard let sealed else { throw .damaged }
        return try AgentProfile(bytes: records.sealer.open(sealed, at: Place.profile(of: id), agent: id))
    }

    private func profile(_ agent: Agent) throws(StoreFailure) -> [UInt8] {
        try records.sealer.seal(AgentProfile(agent).bytes, at: Place.profile(of: agent.id), agent: agent.id)
    }

    private func mailboxes(_ agent: Agent) -> String? {
        agent.mailboxes.map { $0.map(\.value).sorted().joined(separator: " ") }
    }

    private func hash(ofUnixUser user: UInt32) -> [UInt8] {
        records.hashes.capability(withUnsafeBytes(of: user.bigEndian) { Array($0) }, label: "unix-user")
    }
}

extension Sealer {
    func seal(_ plaintext: [UInt8], at place: FieldPlace, agent: AgentID) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in
            try keys.seal(plaintext, at: place, owner: agent.object, padTo: Limits.padding)
        }
    }

    func open(_ sealed: [UInt8], at place: FieldPlace, agent: AgentID) throws(StoreFailure) -> [UInt8] {
        try vault { () throws(VaultFailure) in try keys.open(sealed, at: place, owner: agent.object) }
    }
}
