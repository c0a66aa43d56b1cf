/// What is asked of the store about handing things on to others.
package protocol DisclosureStore: Sendable {
    /// The mail, the message that shows it and the record of the disclosure in one transaction. The recipient becomes
    /// neither a person nor a participant. Idempotent on the draft's key.
    func forward(
        _ message: TicketMessageID, of number: TicketNumber, with draft: ForwardDraft, by author: Principal,
        dispatch: Dispatch
    ) async throws(StoreFailure) -> ForwardOutcome
}

package enum ForwardOutcome: Sendable {
    case forwarded(TicketMessage)
    /// The Idempotency-Key was used before; this is what it made then.
    case repeated(TicketMessage)
    case conflict(currentVersion: Int64)
    /// The mail could not be composed: nothing was written.
    case notComposed(Dispatch.Failure)
    case ticketNotFound
    case messageNotFound
    case refused(ForwardRefusal)
}

/// Why a message stays inside.
package enum ForwardRefusal: Sendable, Equatable {
    /// Notes are what staff say among themselves.
    case isNote
    /// Nobody has decided yet that it belongs here.
    case isHeld
    /// It cannot be opened: its author was erased.
    case isErased
    /// What its author wrote is withheld (Art. 18(2)).
    case isRestricted
    case unknownFile
    case tooManyFiles
    /// Whose message it is needs no copy; an answer is written to them.
    case isRequester

    var refusal: DeskRefusal {
        switch self {
        case .isNote: .invalid(field: "message", expected: "a mail; internal notes are not forwarded")
        case .isHeld: .invalid(field: "message", expected: "a message that was admitted; this one is held")
        case .isErased: .invalid(field: "message", expected: "a message that can be opened; this one was erased")
        case .isRestricted:
            .invalid(field: "message", expected: "a message whose author's data is not restricted (Art. 18)")
        case .unknownFile: .invalid(field: "attachments", expected: "ids of attachments of this message")
        case .tooManyFiles:
            .invalid(field: "attachments", expected: "at most \(Limits.attachmentsPerReply) files")
        case .isRequester: .invalid(field: "to", expected: "somebody other than the requester, who gets answers")
        }
    }
}
