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
