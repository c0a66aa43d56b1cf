package import Foundation

/// Since when a check has come to what it comes to; kept, so that a restart or another look does not begin anew.
package struct ComplianceStanding: Sendable, Equatable {
    package var check: String
    package var outcome: ComplianceCheck.Outcome
    package var since: Date

    package init(check: String, outcome: ComplianceCheck.Outcome, since: Date) {
        self.check = check
        self.outcome = outcome
        self.since = since
    }
}
