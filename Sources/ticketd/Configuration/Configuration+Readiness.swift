/// What a valid configuration still leaves open: why nothing may be sent, and what only the operator can answer.
extension Configuration {
    /// Why `serve` must not send anything, in three parts; nil when it may.
    var sendingRefusal: String? {
        guard let url = service.publicURL else {
            return "nothing is sent: service.public_url is not set, so no mail can carry a working unsubscribe link; "
                + "set it to the https address customers reach ticketd at"
        }
        guard url.maySendLinks else {
            return "nothing is sent: service.public_url is not https, so anybody on the way could follow or change an "
                + "unsubscribe link; put a proxy with TLS in front and set the https address"
        }
        return nil
    }

    /// The questions that are still open, each with its setting and why it matters. Nothing is deleted from a
    /// mailbox that has open questions.
    var unanswered: [String] {
        var questions: [String] = []
        func ask(_ isOpen: Bool, _ question: String) {
            if isOpen { questions.append(question) }
        }
        ask(mailboxes.isEmpty, "mailbox: no mailbox is configured; run `ticketd init ADDRESS` or add [[mailbox]]")
        ask(controller.name == nil, "controller.name: who answers for the data? It stands in the notice (Art. 13)")
        ask(controller.address == nil, "controller.address: its postal address? It stands in the notice (Art. 13)")
        ask(controller.email == nil, "controller.email: where do people reach it? It stands in the notice (Art. 13)")
        ask(controller.country == nil, "controller.country: which country? It decides deadlines and holidays")
        ask(backup.desk.to == nil, "backup.desk.to: no backup of the database is made")
        ask(backup.keys.to == nil, "backup.keys.to: no backup of the keys is made; nothing is expunged on a server")
        ask(
            alerts.email.isEmpty && alerts.command == nil,
            "alerts.email: nobody is mailed when something breaks, and every alarm turns /readyz red")
        for mailbox in mailboxes { questions += mailbox.unanswered }
        return questions
    }
}

extension MailboxSettings {
    /// The questions about this mailbox that only the operator can answer.
    var unanswered: [String] {
        let place = "mailbox \(name.text)"
        var questions: [String] = []
        if legalBasis.customers == nil {
            questions.append("\(place), legal_basis.customers: by what right is mail of customers processed? (Art. 6)")
        }
        if legalBasis.others == nil {
            questions.append("\(place), legal_basis.others: by what right is mail of others processed? (Art. 6)")
        }
        if legalBasis.needsInterest, legalBasis.interest == nil {
            questions.append("\(place), legal_basis.interest: which legitimate interest? (Art. 13(1)(d))")
        }
        if retention.closedTickets == nil {
            questions.append("\(place), retention.closed_tickets: how long are closed tickets kept? (Art. 5(1)(e))")
        }
        return questions
    }
}
