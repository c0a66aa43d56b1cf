package import Desk
package import Foundation

/// A breach of the register, with its clock. Names nobody it concerns.
package struct APIBreach: Codable, Sendable, Equatable {
    package var number: Int64
    package var drill: Bool
    package var state: String
    package var kinds: [String]
    package var detectedAt: Date
    package var awareAt: Date
    package var decidedBy: String
    package var openedAt: Date
    package var openedBy: String
    /// The end of the hours of Art. 33(1).
    package var dueAt: Date
    /// Whole hours that are left; negative when it is over.
    package var hoursLeft: Int
    /// Whether the authority still has to be told by then.
    package var clockRunning: Bool
    @OrNull package var notifiedAt: Date?
    @OrNull package var risk: String?
    package var account: APIBreachAccount
    package var assessments: [APIBreachAssessment]
    package var filings: [APIBreachFiling]
    package var communications: [APIBreachCommunication]
    package var queries: [APIAffectedQuery]
    package var affected: APIAffectedCounts
    package var letters: APIBreachLetters
    @OrNull package var closedAt: Date?
    @OrNull package var closedBy: String?
    @OrNull package var closingReasons: String?
    package var law: String
    package var version: Int64

    package init(_ breach: Breach, at now: Date) {
        number = breach.number.value
        drill = breach.isDrill
        state = breach.state.rawValue
        kinds = breach.kinds.map(\.rawValue).sorted()
        detectedAt = breach.detectedAt
        awareAt = breach.awareAt
        decidedBy = breach.decidedBy
        openedAt = breach.openedAt
        openedBy = breach.openedBy
        dueAt = breach.clock.dueAt
        hoursLeft = breach.clock.hoursLeft(at: now)
        clockRunning = breach.isClockRunning
        notifiedAt = breach.notifiedAt
        risk = breach.risk?.rawValue
        account = APIBreachAccount(breach.account)
        assessments = breach.assessments.map { APIBreachAssessment($0) }
        filings = breach.filings.map { APIBreachFiling($0) }
        communications = breach.communications.map { APIBreachCommunication($0) }
        queries = breach.queries.map { APIAffectedQuery($0) }
        affected = APIAffectedCounts(breach)
        letters = APIBreachLetters(breach.letters)
        closedAt = breach.closing?.at
        closedBy = breach.closing?.by
        closingReasons = breach.closing?.reasons
        law = breach.law
        version = breach.version
    }
}

package struct APIBreaches: Codable, Sendable, Equatable {
    package var breaches: [APIBreach]
}
