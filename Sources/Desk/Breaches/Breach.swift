package import Foundation

/// A personal data breach (Art. 4(12)) in the register of Art. 33(5), with its clock. Its table stands in
/// `Desk.docc/Breaches.md`.
///
/// It names nobody whose data it was: who that is stands beside it, by ids that an erasure removes and counts.
package struct Breach: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case open, closed
    }

    package struct Closing: Sendable, Equatable, Codable {
        package var reasons: String
        package var at: Date
        package var by: String

        package init(reasons: String, at: Date, by: String) {
            self.reasons = reasons
            self.at = at
            self.by = by
        }
    }

    package var number: BreachNumber
    /// An exercise: everything is as in earnest, but no letter leaves and no alarm is raised.
    package var isDrill: Bool
    package var state: State
    package var openedAt: Date
    package var openedBy: String
    /// When something was noticed.
    package var detectedAt: Date
    /// When it was reasonably certain that personal data are concerned: the clock's beginning (EDPB 9/2022 §31).
    package var awareAt: Date
    /// Who decided that, in the words of whoever took it down.
    package var decidedBy: String
    package var kinds: Set<BreachAccount.Kind>
    package var account: BreachAccount
    /// All of them; the last one counts.
    package var assessments: [BreachAssessment]
    package var filings: [BreachFiling]
    package var communications: [BreachCommunication]
    package var queries: [AffectedQuery]
    package var closing: Closing?
    /// The profile of the law it was opened under.
    package var law: String
    /// People and messages that belonged to it and were erased since.
    package var erased: AffectedCounts
    package var version: Int64
    /// Those of them that are still there; counted by the store when it is read.
    package var counted: AffectedCounts
    package var letters: BreachLetterCounts

    package init(
        number: BreachNumber, isDrill: Bool, state: State = .open, openedAt: Date, openedBy: String, detectedAt: Date,
        awareAt: Date, decidedBy: String, kinds: Set<BreachAccount.Kind>, account: BreachAccount = BreachAccount(),
        assessments: [BreachAssessment] = [], filings: [BreachFiling] = [],
        communications: [BreachCommunication] = [], queries: [AffectedQuery] = [], closing: Closing? = nil,
        law: String = LawProfile.current.name, erased: AffectedCounts = AffectedCounts(), version: Int64 = 1,
        counted: AffectedCounts = AffectedCounts(), letters: BreachLetterCounts = BreachLetterCounts()
    ) {
        self.number = number
        self.isDrill = isDrill
        self.state = state
        self.openedAt = openedAt
        self.openedBy = openedBy
        self.detectedAt = detectedAt
        self.awareAt = awareAt
        self.decidedBy = decidedBy
        self.kinds = kinds
        self.account = account
        self.assessments = assessments
        self.filings = filings
        self.communications = communications
        self.queries = queries
        self.closing = closing
        self.law = law
        self.erased = erased
        self.version = version
        self.counted = counted
        self.letters = letters
    }

    package var clock: BreachClock { BreachClock(awareAt: awareAt) }
    package var risk: BreachAssessment.Risk? { assessments.last?.risk }

    /// When the authority was first told, if it was.
    package var notifiedAt: Date? {
        filings.filter { $0.recipient == .authority }.map(\.at).min()
    }

    /// Whether somebody still has to be told by the end of the clock: not known to be harmless, and not yet told.
    package var isClockRunning: Bool {
        state == .open && notifiedAt == nil && risk?.needsAuthority != false
    }

    /// With what was erased since, and with what lies elsewhere: the numbers of Art. 33(3)(a).
    package var affected: AffectedCounts {
        AffectedCounts(
            people: counted.people + erased.people + account.otherPeople,
            records: counted.records + erased.records + account.otherRecords)
    }
}
