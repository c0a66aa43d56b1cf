package import Mail

/// The one acknowledgement of a new ticket. It holds no word the sender typed (P15, RFC 3834 §3.2).
package enum AcknowledgementLetter {
    package static func make(
        ticket: TicketNumber, to recipient: EmailAddress, answering message: MessageID?, mailbox: MailboxProfile,
        settings: DeskSettings, isFirstContact: Bool
    ) -> Letter {
        let language = mailbox.language
        let values = ["number": String(ticket.value), "service": settings.serviceName]
        return Letter(
            mailClass: .automaticService, mailbox: mailbox, ticket: ticket, recipient: recipient, recipientName: nil,
            subject: Phrase.acknowledgementSubject.text(in: language, values),
            text: Phrase.acknowledgementText.text(in: language, values), inReplyTo: message,
            references: message.map { [$0] } ?? [], isFirstContact: isFirstContact, language: language)
    }
}
