/// What the register of requests asks of the store. Each verb is one transaction; the letter is queued in it or nothing
/// happened.
package protocol RightsStore: Sendable {
    /// Registers a request. With a person on file it gets a ticket for its letters, unless it came with one.
    func register(
        _ request: RightsRequest, in mailbox: MailboxProfile, letter: RightsLetter?, by author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> RightsOutcome
    func rightsRequest(_ id: RightsRequestID) async throws(StoreFailure) -> RightsRequest?
    /// Open ones by their target day, the most urgent first; then the closed ones, newest first.
    func rightsRequests(
        includingClosed: Bool, limit: Int
    ) async throws(StoreFailure) -> [RightsRequest]
    /// The clocks of open requests, the nearest first.
    func rightsDeadlines(limit: Int) async throws(StoreFailure) -> [RightsDeadline]
    /// Staff were told of this stage, or it is over without being told.
    func noteReminded(
        _ urgency: RightsRequestUrgency, of requests: [RightsRequestID]
    ) async throws(StoreFailure)
    /// Carries out a move, guarded by the rules of `RightsRequest` inside the transaction.
    func change(
        _ id: RightsRequestID, by act: RightsAct, letter: RightsLetter?, author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> RightsOutcome
}

package enum RightsOutcome: Sendable {
    case done(RightsRequest)
    /// The move is none of the state machine's.
    case refused(DeskRefusal)
    /// The letter could not be composed: nothing was written.
    case notComposed(Dispatch.Failure)
    case notFound
}
