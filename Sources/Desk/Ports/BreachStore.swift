package import Foundation

/// What the register of breaches asks of the store. Each verb is one transaction with its entry of the audit log.
package protocol BreachStore: Sendable {
    func openBreach(_ draft: BreachDraft, by author: Principal, now: Date) async throws(StoreFailure) -> Breach
    func breach(_ number: BreachNumber) async throws(StoreFailure) -> Breach?
    /// Open ones first, by the end of their clock; then closed ones, newest first.
    func breaches(includingClosed: Bool, limit: Int) async throws(StoreFailure) -> [Breach]
    /// Carries out a move, guarded by the rules of `Breach` inside the transaction.
    func change(
        _ number: BreachNumber, by act: BreachAct, author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachOutcome
    /// How many a question finds, without writing anything.
    func countAffected(_ source: AffectedSource) async throws(StoreFailure) -> AffectedCounts?
    /// Adds whoever a question finds to those the breach is about.
    func addAffected(
        _ source: AffectedSource, to number: BreachNumber, by author: Principal, now: Date
    ) async throws(StoreFailure) -> BreachOutcome
    /// After this person, in the order of ids.
    func affected(
        by number: BreachNumber, after person: PersonID?, limit: Int
    ) async throws(StoreFailure) -> [AffectedPerson]
    /// Writes and queues letters to people who have none yet, at most so many: a piece of a long work that can be
    /// ended and begun again anywhere. Answers how many are left.
    func queueBreachLetters(
        about number: BreachNumber, limit: Int, by author: Principal, dispatch: Dispatch
    ) async throws(StoreFailure) -> BreachLetterOutcome
}

package enum BreachOutcome: Sendable {
    case done(Breach)
    /// The move is none of the state machine's.
    case refused(DeskRefusal)
    /// The ticket, message, mail or epoch asked for is not there.
    case sourceNotFound
    case notFound
}

package enum BreachLetterOutcome: Sendable, Equatable {
    case queued(remaining: Int)
    case notComposed(Dispatch.Failure)
    case refused(DeskRefusal)
    case notFound
}
