package import Foundation

/// One notification as it was made: to whom, which way, when, and under which reference. The clock asks for the first
/// one to the authority; what comes later adds to it (Art. 33(4)).
package struct BreachFiling: Sendable, Equatable, Codable {
    package enum Recipient: String, Sendable, CaseIterable, Codable {
        case authority
        /// Whoever's data a processor looks after (Art. 33(2)).
        case controller
    }

    package enum Way: String, Sendable, CaseIterable, Codable {
        case portal, email, post, phone
    }

    package enum Stage: String, Sendable, CaseIterable, Codable {
        case initial, supplementary, final
    }

    package var recipient: Recipient
    package var way: Way
    package var stage: Stage
    package var reference: String
    package var at: Date
    /// Why it was not within the hours of Art. 33(1).
    package var lateReasons: String?
    package var recordedAt: Date
    package var by: String

    package init(
        recipient: Recipient, way: Way, stage: Stage, reference: String, at: Date, lateReasons: String?,
        recordedAt: Date, by: String
    ) {
        self.recipient = recipient
        self.way = way
        self.stage = stage
        self.reference = reference
        self.at = at
        self.lateReasons = lateReasons
        self.recordedAt = recordedAt
        self.by = by
    }
}
