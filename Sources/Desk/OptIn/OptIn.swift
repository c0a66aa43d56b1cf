package import Foundation
package import Mail

/// A wish somebody uttered for an address, which only the holder of the mailbox can make true: by a link in a mail, and
/// there by a button (double opt-in; gdpr.md A3).
///
/// It is written down before anything is looked up, so that neither the answer nor its time tells whether the address
/// is known (P15). The state table is in `Desk.docc/Consent.md`.
package struct OptIn: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        /// Nobody has looked at it yet.
        case waiting
        /// The link is on its way, or with the person.
        case sent
        /// The person pressed the button.
        case confirmed(at: Date)
    }

    package var id: OptInID
    package var wish: OptInWish
    package var address: EmailAddress
    package var language: Language
    package var askedAt: Date
    package var state: State

    package init(
        id: OptInID, wish: OptInWish, address: EmailAddress, language: Language, askedAt: Date,
        state: State = .waiting
    ) {
        self.id = id
        self.wish = wish
        self.address = address
        self.language = language
        self.askedAt = askedAt
        self.state = state
    }

    /// After this instant the link is dead and what was kept is gone.
    package var expiresAt: Date { askedAt.addingTimeInterval(Limits.optInKept.seconds) }
}

/// What can be confirmed by a link. A closed list: each has a page, a mail and an effect of its own.
package enum OptInWish: Sendable, Equatable {
    /// To receive mail of a group of mailboxes again.
    case resubscription(group: String)
    /// To consent to a purpose.
    case consent(ConsentWish)
}

package enum OptInKind: Sendable {}
package typealias OptInID = Identifier<OptInKind>
