/// Whether a mail may leave for a person who may have unsubscribed (P5). Pure; asked at enqueue and at the gate.
package enum SendPermission: Sendable, Equatable {
    case granted
    case withheld(reason: String)

    /// - Parameter isFirstAnswer: this is the first human answer to an inbound message of the ticket that no human
    ///   has answered yet; P5 never covers it, unless the person dropped the request itself.
    package static func decide(
        _ mailClass: MailClass, ticket: TicketNumber?, isFirstAnswer: Bool, isOverridden: Bool,
        suppression: SuppressionRecord?
    ) -> SendPermission {
        guard let suppression else { return .granted }
        if mailClass == .humanReply {
            if isOverridden { return .granted }
            if suppression.drops(ticket) { return .withheld(reason: "the person dropped this request") }
            if isFirstAnswer { return .granted }
        }
        return suppression.covers(mailClass, ticket: ticket)
            ? .withheld(reason: "the person unsubscribed; an override needs a reason and a basis") : .granted
    }
}
