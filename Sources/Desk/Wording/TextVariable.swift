/// What a text of ours may leave open until it is used. A closed list: nothing else can get into a mail this way.
package enum TextVariable: String, Sendable, CaseIterable {
    case ticketNumber = "ticket.number"
    case ticketSubject = "ticket.subject"
    case personName = "person.name"
    case agentName = "agent.name"
    case serviceName = "service.name"
    case mailboxAddress = "mailbox.address"
    case privacyLink = "privacy.link"

    /// Not every customer says a name, and a subject may be empty: the text has to say what stands there then.
    package var needsFallback: Bool {
        switch self {
        case .personName, .ticketSubject: true
        case .ticketNumber, .agentName, .serviceName, .mailboxAddress, .privacyLink: false
        }
    }

    package static let list = allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
}
