import Desk
package import Foundation
import Mail

/// That a recipient of a person's data was told, or why not (Art. 19).
package struct APIRecipientNotice: Codable, Sendable, Equatable {
    package var act: String
    @OrNull package var to: String?
    package var at: Date
    /// What became of the mail; null when none was sent.
    @OrNull package var state: String?
    @OrNull package var reason: String?

    init(_ notice: RecipientNotice) {
        act = notice.act.rawValue
        to = notice.recipient?.text
        at = notice.at
        state = notice.state?.publicName
        reason = notice.reason
    }
}

package struct APIRecipientNotices: Codable, Sendable, Equatable {
    package var notices: [APIRecipientNotice]
}
