import Desk
package import Foundation
import Mail

/// One recipient outside the desk who was sent something of a person's.
package struct APIDisclosure: Codable, Sendable, Equatable {
    /// `forward` or `copy`.
    package var kind: String
    package var ticket: Int64
    /// The message that was forwarded, or the answer that was copied.
    package var message: String
    package var at: Date
    /// Who decided it.
    package var by: String
    @OrNull package var to: String?
    @OrNull package var reason: String?
    @OrNull package var basis: String?
    /// How many files went along.
    package var files: Int
    /// What became of the mail; one that never left disclosed nothing.
    package var state: String

    init(_ disclosure: Disclosure) {
        kind = disclosure.kind.rawValue
        ticket = disclosure.ticket.value
        message = disclosure.message.hex
        at = disclosure.at
        by = disclosure.author
        to = disclosure.recipient?.text
        reason = disclosure.reason
        basis = disclosure.basis
        files = disclosure.files
        state = disclosure.state.publicName
    }
}
