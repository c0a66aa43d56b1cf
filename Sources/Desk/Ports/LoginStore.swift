package import Foundation

/// Passwords, codes and sessions of the staff, as the store keeps them. Everything of an agent goes with the agent.
package protocol LoginStore: Sendable {
    /// New credentials in the place of any before; every session of the agent ends. False: unknown, or a former agent.
    func resetLogin(
        of agent: AgentID, to credentials: AgentCredentials, by author: Principal, now: Date
    ) async throws(StoreFailure) -> Bool
    /// Counts an attempt and answers what it is to be compared with. Until it succeeds it counts as failed.
    func attemptLogin(of agent: AgentID, now: Date) async throws(StoreFailure) -> LoginAttempt
    /// What a right attempt ends in, if nothing came between: the code's step is used up, the failures are forgotten,
    /// the password perhaps replaced, and the session begins. False when the code was used or the login reset since.
    func beginSession(
        _ session: AgentSession, step: Int64, against credentials: AgentCredentials, becoming new: AgentCredentials,
        now: Date
    ) async throws(StoreFailure) -> Bool
    /// The agent whose living session this is; that it was seen is noted once a minute.
    func agent(ofSession hash: [UInt8], now: Date) async throws(StoreFailure) -> Agent?
    func endSession(_ hash: [UInt8]) async throws(StoreFailure)
}
