package import Foundation
package import Mail

/// What single-use links and the portal ask of the store. Each verb is one transaction.
package protocol PortalStore: Sendable {
    /// Notes that a link to this address is wanted, under its keyed hash; nobody is looked up. False: too many wait.
    func askForLink(to address: EmailAddress, now: Date) async throws(StoreFailure) -> Bool
    func isLinkAskedFor() async throws(StoreFailure) -> Bool
    /// Settles the oldest asks: whoever is on file and within the budget gets a link (P15); the others get nothing.
    func answerAsks(limit: Int, dispatch: Dispatch) async throws(StoreFailure) -> PortalAnswers
    /// A link that proves a request to be the person's own, to the address on file.
    func sendProofLink(
        for request: RightsRequestID, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> ProofLinkOutcome
    /// What a living link that was not used is for. Reads only (P13).
    func portalLink(_ hash: [UInt8], now: Date) async throws(StoreFailure) -> PortalLink?
    /// Uses a link up and does what it is for: a session begins under the hash, in the place of the one that was there,
    /// or the request is proved. nil when it is not alive, or its request is over.
    func useLink(
        _ hash: [UInt8], beginning session: [UInt8], replacing old: [UInt8]?, dispatch: Dispatch
    ) async throws(StoreFailure) -> PortalLink?
    /// Whose living session this is; that it was seen is noted once a minute.
    func person(ofPortalSession hash: [UInt8], now: Date) async throws(StoreFailure) -> PersonID?
    func endPortalSession(_ hash: [UInt8]) async throws(StoreFailure)
    /// Removes links and sessions whose time is over, with what is kept of the mails that brought them.
    func endOldLinks(now: Date) async throws(StoreFailure)
    func portalOverview(of person: PersonID) async throws(StoreFailure) -> PortalOverview?
    /// Tickets the person takes part in, the newest first.
    func tickets(of person: PersonID, limit: Int) async throws(StoreFailure) -> [Ticket]
    /// Newest first.
    func rightsRequests(of person: PersonID, limit: Int) async throws(StoreFailure) -> [RightsRequest]
}

package enum ProofLinkOutcome: Sendable, Equatable {
    case sent(RightsRequest)
    /// There is nobody on file, or no address any more.
    case nobodyToAsk
    /// The request is closed, not confirmed, or its person is proved already.
    case notOpen
    /// So many were sent today already.
    case tooMany
    /// The mail could not be composed: nothing was written.
    case notComposed(Dispatch.Failure)
    case notFound
}
