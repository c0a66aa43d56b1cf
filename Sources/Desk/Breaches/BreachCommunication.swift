package import Foundation

/// How the people were told, or why they need not be (Art. 34).
package struct BreachCommunication: Sendable, Equatable, Codable {
    package enum Means: String, Sendable, CaseIterable, Codable {
        /// A mail to each, of class M0.
        case letters
        /// A public communication instead, because letters would be out of proportion.
        case publicNotice = "public"
        /// Nobody has to be told.
        case exempt
    }

    /// Art. 34(3)(a), (b), (c), in this order.
    package enum Ground: String, Sendable, CaseIterable, Codable {
        case unintelligible
        case riskRemoved = "risk-removed"
        case publicNotice = "public"
    }

    package var means: Means
    /// For anything but letters.
    package var ground: Ground?
    package var reasons: String?
    /// Where a public communication can be read.
    package var place: String?
    package var at: Date
    package var by: String

    package init(
        means: Means, ground: Ground? = nil, reasons: String? = nil, place: String? = nil, at: Date, by: String
    ) {
        self.means = means
        self.ground = ground
        self.reasons = reasons
        self.place = place
        self.at = at
        self.by = by
    }
}
