import Desk
package import Foundation

/// Something the daemon saw that may be a breach.
package struct APIBreachCandidate: Codable, Sendable, Equatable {
    package var id: String
    package var sign: String
    package var what: String
    package var subject: String
    package var count: Int
    package var at: Date
    /// `confirmed`, `dismissed`, or null while it waits.
    @OrNull package var decision: String?
    @OrNull package var breach: Int64?
    @OrNull package var reasons: String?
    @OrNull package var decidedAt: Date?
    @OrNull package var decidedBy: String?

    init(_ candidate: BreachCandidate) {
        id = candidate.id.hex
        sign = candidate.sign.rawValue
        what = candidate.what
        subject = candidate.subject
        count = candidate.count
        at = candidate.at
        switch candidate.decision {
        case .confirmed(let number): (decision, breach, reasons) = ("confirmed", number.value, nil)
        case .dismissed(let why): (decision, breach, reasons) = ("dismissed", nil, why)
        case nil: (decision, breach, reasons) = (nil, nil, nil)
        }
        decidedAt = candidate.decidedAt
        decidedBy = candidate.decidedBy
    }
}

package struct APIBreachCandidates: Codable, Sendable, Equatable {
    package var candidates: [APIBreachCandidate]
}
