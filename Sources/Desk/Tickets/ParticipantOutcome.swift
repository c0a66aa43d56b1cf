/// What became of a wish to let somebody into a ticket, or out of it.
package enum ParticipantOutcome: Sendable {
    /// Who takes part besides the requester now.
    case changed([PersonSummary])
    case ticketNotFound
    case notParticipant
    /// The requester is no guest in their own ticket.
    case isRequester
    case tooMany
}

/// What became of a wish to admit a held message.
package enum AdmissionOutcome: Sendable {
    /// The ticket with the message in it. A message that was not held answers so too and changes nothing.
    case admitted(Ticket)
    case ticketNotFound
    case messageNotFound
}
