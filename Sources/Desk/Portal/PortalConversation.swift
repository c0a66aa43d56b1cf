package import Foundation
package import Mail

/// A ticket as the person it is about sees it: what they wrote, and what we sent them. Notes of the staff, events and
/// what others wrote are not in it; there is no way to put them in.
package struct PortalConversation: Sendable, Equatable {
    package struct Message: Sendable, Equatable {
        /// The person's own; otherwise ours.
        package var isOwn: Bool
        package var text: String
        package var at: Date
        package var files: [AttachmentSummary]
        /// It was written and did not reach the person, by their wish or because no server took it.
        package var isUndelivered: Bool
        /// It cannot be opened any more.
        package var isGone: Bool
    }

    package var number: TicketNumber
    package var subject: String
    package var isOpen: Bool
    package var updatedAt: Date
    package var messages: [Message]

    /// - Parameter address: what the person's mail is addressed to now.
    package init(_ view: TicketView, of person: PersonID, address: EmailAddress?) {
        self.init(view.ticket)
        let isRequester = view.ticket.requester.id == person
        messages = view.messages.compactMap { message in
            switch message.direction {
            case .note: nil
            case .in: message.authorID == person ? Message(message, isOwn: true, isUndelivered: false) : nil
            case .out: Self.delivered(message, to: address, isRequester: isRequester)
            }
        }
    }

    /// For a list: no message is opened.
    package init(_ ticket: Ticket) {
        number = ticket.number
        subject = ticket.subject
        isOpen = ticket.status != .closed
        updatedAt = ticket.updatedAt
        messages = []
    }

    /// What was sent to the person, or was meant to be. What waits can still be taken back, and what was taken back was
    /// never said.
    private static func delivered(
        _ message: TicketMessage, to address: EmailAddress?, isRequester: Bool
    ) -> Message? {
        // Where nothing is known of the delivery any more, our mails on a ticket went to its requester.
        guard !message.recipients.isEmpty else {
            return isRequester ? Message(message, isOwn: false, isUndelivered: false) : nil
        }
        let own = message.recipients.filter { delivery in
            address != nil && delivery.to?.normalized == address?.normalized
        }
        let states = own.map(\.state).filter { ![.queued, .claimed, .withdrawn].contains($0) }
        guard !states.isEmpty else { return nil }
        return Message(
            message, isOwn: false, isUndelivered: states.allSatisfy { $0 == .suppressed || $0 == .failed })
    }
}

extension PortalConversation.Message {
    fileprivate init(_ message: TicketMessage, isOwn: Bool, isUndelivered: Bool) {
        self.isOwn = isOwn
        text = message.text
        at = message.at
        files = message.attachments
        self.isUndelivered = isUndelivered
        isGone = message.text.isEmpty && !Set(message.remarks).isDisjoint(with: ["erased", "damaged", "withheld"])
    }
}
