internal import Desk
internal import Foundation
internal import Vault

/// Rows of logins and sessions inside one transaction.
struct LoginRecords {
    let records: DeskRecords

    private var session: any SQLSession { records.session }

    struct Login {
        var credentials: AgentCredentials
        var lastStep: Int64
        var failures: Int
        var blockedUntil: Int64
    }

    init(_ records: DeskRecords) {
        self.records = records
    }

    func login(of agent: AgentID) throws(StoreFailure) -> Login? {
        let row = try session.first(
            "SELECT credentials, last_step, failures, blocked_until FROM agent_login WHERE agent = ?",
            [.id(agent.object)]
        ) { row throws(StoreFailure) in (row.blob(0), row.integer(1), row.integer(2), row.integer(3)) }
        guard let (sealed, lastStep, failures, blockedUntil) = row else { return nil }
        return Login(
            credentials: try credentials(sealed, of: agent), lastStep: lastStep, failures: Int(clamping: failures),
            blockedUntil: blockedUntil)
    }

    /// In the place of any login before, as if nothing had failed and no code had been used.
    func set(_ credentials: AgentCredentials, of agent: AgentID) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO agent_login (agent, credentials, last_step, failures, blocked_until) VALUES (?, ?, 0, 0, 0)
            ON CONFLICT (agent) DO UPDATE SET credentials = excluded.credentials, last_step = 0, failures = 0,
                blocked_until = 0
            """, [.id(agent.object), .blob(try seal(credentials, of: agent))])
    }

    func noteFailures(_ failures: Int, blockedUntil: Int64, of agent: AgentID) throws(StoreFailure) {
        try session.run(
            "UPDATE agent_login SET failures = ?, blocked_until = ? WHERE agent = ?",
            [.integer(failures), .integer(blockedUntil), .id(agent.object)])
    }

    func noteSuccess(_ credentials: AgentCredentials, step: Int64, of agent: AgentID) throws(StoreFailure) {
        try session.run(
            """
            UPDATE agent_login SET credentials = ?, last_step = ?, failures = 0, blocked_until = 0 WHERE agent = ?
            """, [.blob(try seal(credentials, of: agent)), .integer(step), .id(agent.object)])
    }

    /// Writes a session. Everybody's that are too old go, and the agent's oldest beyond the number there may be.
    func add(_ new: AgentSession) throws(StoreFailure) {
        let oldest = new.begunAt.addingTimeInterval(-Desk.Limits.sessionLength.seconds)
        try session.run("DELETE FROM agent_session WHERE begun_at < ?", [.integer(Moment.milliseconds(oldest))])
        try session.run(
            "INSERT INTO agent_session (hash, agent, begun_at, seen_at) VALUES (?, ?, ?, ?)",
            [
                .blob(new.hash), .id(new.agent.object), .integer(Moment.milliseconds(new.begunAt)),
                .integer(Moment.minute(new.seenAt)),
            ])
        let hashes = try session.all(
            "SELECT hash FROM agent_session WHERE agent = ? ORDER BY begun_at DESC, hash", [.id(new.agent.object)]
        ) { row throws(StoreFailure) in row.blob(0) }
        for hash in hashes.dropFirst(Desk.Limits.sessionsPerAgent) { try end(hash) }
    }

    func known(_ hash: [UInt8]) throws(StoreFailure) -> AgentSession? {
        try session.first(
            "SELECT agent, begun_at, seen_at FROM agent_session WHERE hash = ?", [.blob(hash)]
        ) { row throws(StoreFailure) in
            AgentSession(
                hash: hash, agent: AgentID(try row.id(0)), begunAt: Moment.date(row.integer(1)),
                seenAt: Moment.date(row.integer(2)))
        }
    }

    func touch(_ hash: [UInt8], now: Date) throws(StoreFailure) {
        try session.run(
            "UPDATE agent_session SET seen_at = ? WHERE hash = ?", [.integer(Moment.minute(now)), .blob(hash)])
    }

    func end(_ hash: [UInt8]) throws(StoreFailure) {
        try session.run("DELETE FROM agent_session WHERE hash = ?", [.blob(hash)])
    }

    func endAll(of agent: AgentID) throws(StoreFailure) {
        try session.run("DELETE FROM agent_session WHERE agent = ?", [.id(agent.object)])
    }

    private func seal(_ credentials: AgentCredentials, of agent: AgentID) throws(StoreFailure) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(credentials.password.text)
        writer.write(Hex.encode(credentials.codes.secret))
        writer.write(byte: credentials.isOneTime ? 1 : 0)
        return try records.sealer.seal(writer.bytes, at: Place.credentials(of: agent), agent: agent)
    }

    private func credentials(_ sealed: [UInt8], of agent: AgentID) throws(StoreFailure) -> AgentCredentials {
        var reader = ByteReader(try records.sealer.open(sealed, at: Place.credentials(of: agent), agent: agent))
        guard let password = PasswordHash(try reader.text()), let secret = Hex.decode(try reader.text()),
            let codes = TimeCode(secret: secret)
        else { throw .damaged }
        return AgentCredentials(password: password, codes: codes, isOneTime: try reader.byte() == 1)
    }
}
