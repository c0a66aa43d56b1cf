/// What became of a wish to make one ticket part of another.
package enum MergeOutcome: Sendable {
    /// The ticket that is left. Merging the same two again answers so too and changes nothing.
    case merged(Ticket)
    case conflict(currentVersion: Int64)
    case notFound
    case refused(MergeRefusal)
}

/// Why two tickets stay two.
package enum MergeRefusal: Sendable, Equatable {
    /// Both numbers lead to one ticket: a ring of merges would have no end.
    case itself
    case alreadyMerged(into: TicketNumber)
    /// Who may see a ticket, how long it is kept and on what basis is a matter of its mailbox.
    case differentMailboxes
    /// Their requesters differ, and nobody has decided that one may read the other's ticket.
    case differentPeople
    /// Together they would have more messages than a ticket shows.
    case tooLong

    var refusal: DeskRefusal {
        switch self {
        case .itself: .invalid(field: "into", expected: "another ticket")
        case .alreadyMerged(let number):
            .invalid(
                field: "number",
                expected: "a ticket that was not merged yet; this one is part of \(number.value), merge that one")
        case .differentMailboxes: .invalid(field: "into", expected: "a ticket of the same mailbox")
        case .differentPeople:
            .invalid(
                field: "into",
                expected:
                    "a ticket of the same person, or one whose participant that person is: add them first, if they "
                    + "may read it")
        case .tooLong:
            .invalid(field: "into", expected: "tickets of at most \(Limits.messagesMoved) messages together")
        }
    }
}
