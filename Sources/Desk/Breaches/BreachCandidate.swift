package import Foundation

/// Something the daemon saw that may be a breach. It decides nothing: a human confirms it, and it becomes a breach, or
/// dismisses it with a reason, and both stay written down.
package struct BreachCandidate: Sendable, Equatable {
    /// The words stand in the database and in scripts: they never change.
    package enum Sign: String, Sendable, CaseIterable {
        /// An entry of the audit log is missing or not what was written.
        case auditBroken = "audit-broken"
        /// Sealed values did not open: tampering, a swap, or a damaged disk.
        case openingFailed = "opening-failed"
        /// One reader opened more tickets in an hour than anybody works on.
        case massReading = "mass-reading"
        /// Somebody took more exports in a day than anybody asks for.
        case massExport = "mass-export"
        /// Somebody guesses at the password of one agent.
        case loginGuessing = "login-guessing"
        /// Attempts to log in came in such numbers that further ones were refused.
        case loginFlood = "login-flood"
        /// A backup was put back though lines of the erasure ledger were missing.
        case restoreGap = "restore-gap"
        /// Another user of the machine could read the keys: by the mode of a file, or because it is theirs.
        case keyExposed = "key-exposed"
        /// The same of the desk's other files.
        case fileExposed = "file-exposed"
    }

    package enum Decision: Sendable, Equatable {
        case confirmed(BreachNumber)
        case dismissed(reasons: String)
    }

    package var id: BreachCandidateID
    package var sign: Sign
    /// What it was seen at, in ids and numbers of ours: `entry 17`, `agent:…, 2026-11-24`.
    package var subject: String
    package var count: Int
    package var at: Date
    package var decision: Decision?
    package var decidedAt: Date?
    package var decidedBy: String?

    package init(
        id: BreachCandidateID, sign: Sign, subject: String, count: Int, at: Date, decision: Decision? = nil,
        decidedAt: Date? = nil, decidedBy: String? = nil
    ) {
        self.id = id
        self.sign = sign
        self.subject = subject
        self.count = count
        self.at = at
        self.decision = decision
        self.decidedAt = decidedAt
        self.decidedBy = decidedBy
    }

    /// What was seen, for the human who decides. No full stop.
    package var what: String {
        switch sign {
        case .auditBroken: "the audit log is not what was written, from \(subject) on"
        case .openingFailed: "\(count) accesses met sealed values that did not open (\(subject))"
        case .massReading: "\(count) tickets were opened in one hour (\(subject))"
        case .massExport: "\(count) exports were taken in one day (\(subject))"
        case .loginGuessing: "\(count) logins in a row failed (\(subject))"
        case .loginFlood: "\(count) attempts to log in came within a minute (\(subject))"
        case .keyExposed: "other users of the machine can read the keys (\(subject))"
        case .fileExposed: "a file of the desk is open to other users of the machine (\(subject))"
        case .restoreGap: "a backup was put back with \(count) lines of the erasure ledger missing (\(subject))"
        }
    }

    /// The kind of breach it would be.
    package var kinds: Set<BreachAccount.Kind> {
        switch sign {
        case .auditBroken, .openingFailed: [.integrity]
        case .massReading, .massExport, .loginGuessing, .loginFlood, .keyExposed, .fileExposed: [.confidentiality]
        case .restoreGap: [.integrity, .availability]
        }
    }
}

package enum BreachCandidateKind: Sendable {}
package typealias BreachCandidateID = Identifier<BreachCandidateKind>
