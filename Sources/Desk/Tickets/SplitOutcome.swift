/// What became of a wish to take messages out of a ticket.
package enum SplitOutcome: Sendable {
    /// The new ticket.
    case split(Ticket)
    case conflict(currentVersion: Int64)
    case notFound
    case refused(SplitRefusal)
}

/// Why messages stay where they are.
package enum SplitRefusal: Sendable, Equatable {
    case unknownMessage
    /// A ticket without messages would be left.
    case nothingLeft
    /// A ticket belongs to one person. Several strangers' mails, or a stranger's with our answers to somebody else, do
    /// not make one.
    case severalPeople

    var refusal: DeskRefusal {
        switch self {
        case .unknownMessage: .invalid(field: "messages", expected: "ids of messages of this ticket")
        case .nothingLeft: .invalid(field: "messages", expected: "some of the messages, not all of them")
        case .severalPeople:
            .invalid(
                field: "messages",
                expected: "mails of one person; answers and notes only together with the requester's, or alone")
        }
    }
}
