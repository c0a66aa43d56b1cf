package import Foundation
package import Mail

/// That a recipient of a person's data was told what became of it, or why not (Art. 19).
package struct RecipientNotice: Sendable, Equatable {
    package enum Act: String, Sendable, CaseIterable {
        case rectified, restricted, erased
    }

    package var act: Act
    package var recipient: EmailAddress?
    /// To the minute.
    package var at: Date
    /// What became of the mail; nil when none was sent.
    package var state: DeliveryState?
    /// Why none was sent: it would be impossible or out of proportion.
    package var reason: String?

    package init(act: Act, recipient: EmailAddress?, at: Date, state: DeliveryState?, reason: String?) {
        self.act = act
        self.recipient = recipient
        self.at = at
        self.state = state
        self.reason = reason
    }
}

/// The mail to a recipient. It names the mail of ours that they have, and nobody.
package enum RecipientLetter {
    package static func make(
        _ act: RecipientNotice.Act, correction: String?, sentOn day: Date, ticket: TicketNumber?,
        to recipient: EmailAddress, mailbox: MailboxProfile, settings: DeskSettings
    ) -> Letter {
        let language = mailbox.language
        let values = [
            "service": settings.serviceName, "day": DayText.of(day), "ticket": ticket.map { "#\($0.value)" } ?? "–",
            "controller": settings.controller.email, "correction": correction ?? "",
        ]
        let what: Phrase =
            switch act {
            case .rectified: .recipientRectified
            case .restricted: .recipientRestricted
            case .erased: .recipientErased
            }
        let text = [Phrase.recipientWhich, what, .recipientRights].map { $0.text(in: language, values) }
        return Letter(
            mailClass: .legallyRequired, mailbox: mailbox, ticket: nil, recipient: recipient, recipientName: nil,
            subject: Phrase.recipientSubject.text(in: language, values), text: text.joined(separator: "\n\n"),
            isFirstContact: false, isForwarded: true, language: language)
    }
}
