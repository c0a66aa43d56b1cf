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
    /// M7: a recipient of staff mail muted notices (mail.md, Classes). It stands under a hash of its own and covers no
    /// mail of the outbox; `Mutes` says what it does.
    package static let notices = UnsubscribeScope(rawValue: 16)
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
