/// Why a mail is sent. Every outbound mail has exactly one class (gdpr.md A7.1).
package enum MailClass: UInt8, Sendable, CaseIterable {
    /// M0: the law makes us send it.
    case legallyRequired = 0
    /// M1: a human answer to a request.
    case humanReply = 1
    /// M2: acknowledgements, status changes, reminders.
    case automaticService = 2
    /// M3: followers and carbon copies.
    case carbonCopy = 3
    /// M4: surveys.
    case survey = 4
    /// M5: news.
    case news = 5
    /// M6: a link the person asked for a moment ago.
    case requestedLink = 6
    /// M7: staff.
    case staff = 7

    /// Automatic mail carries Auto-Submitted and the null sender; human mail never does.
    package var isAutomatic: Bool {
        switch self {
        case .humanReply, .carbonCopy: false
        case .legallyRequired, .automaticService, .survey, .news, .requestedLink, .staff: true
        }
    }
}

/// What somebody unsubscribed from, as bits (gdpr.md A7.2).
package struct UnsubscribeScope: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// M1–M3 of one ticket.
    package static let ticket = UnsubscribeScope(rawValue: 1)
    /// M2–M4.
    package static let automatic = UnsubscribeScope(rawValue: 2)
    /// M4 and M5.
    package static let marketing = UnsubscribeScope(rawValue: 4)
    /// The open request is to be dropped too: not even its first human answer is wanted.
    package static let dropRequest = UnsubscribeScope(rawValue: 8)
    /// One click: everything except M0 and M6.
    package static let everything: UnsubscribeScope = [.ticket, .automatic, .marketing]

    /// Whether a mail of this class is covered. `sameTicket` tells whether it belongs to the ticket of the scope.
    package func covers(_ mailClass: MailClass, sameTicket: Bool) -> Bool {
        switch mailClass {
        case .legallyRequired, .requestedLink, .staff:
            return false
        case .humanReply:
            return isSuperset(of: .everything) || (contains(.ticket) && sameTicket)
        case .automaticService, .carbonCopy:
            return contains(.automatic) || (contains(.ticket) && sameTicket)
        case .survey:
            return contains(.automatic) || contains(.marketing)
        case .news:
            return contains(.marketing)
        }
    }
}
