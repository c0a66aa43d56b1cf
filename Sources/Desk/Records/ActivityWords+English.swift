/// The record's activities in English.
extension ActivityWords {
    static let english: [ProcessingActivity: ActivityWords] = [
        .tickets: ActivityWords(
            name: "Answering support mail",
            purpose: "Receiving, assigning and answering requests that reach the mailboxes by mail.",
            people: "Customers and others who write; people copied or named in their mail.",
            data: "Mail address, name, subject, text and attachments of each mail, times, notes of the staff.",
            recipients: """
                Staff by mailbox; the mail provider; those to whom a mail was forwarded, each recorded with its \
                ticket.
                """,
            basis: "", period: ""),
        .automaticMail: ActivityWords(
            name: "Acknowledgements",
            purpose: "Telling who wrote that the mail arrived, within a budget that stops loops and floods.",
            people: "Who writes to a mailbox.",
            data: "Mail address; a keyed hash of it for the budget.",
            recipients: "The mail provider.",
            basis: "As for answering the mail.",
            period: "As for the ticket; the budget's counts for 30 days."),
        .rights: ActivityWords(
            name: "Requests under Art. 12 to 22",
            purpose: "Receiving, checking, answering and proving what people ask about their data.",
            people: "Who asks; who asks for somebody else.",
            data: """
                What was asked and how identity was checked, dates, decision, letters; certificates without a \
                name after an erasure.
                """,
            recipients: "Staff, the data protection officer; recipients under Art. 19.",
            basis: "Legal obligation, Art. 6(1)(c) with Art. 12 to 22 and 5(2).",
            period: "Three years from the end of the year of the decision; after an erasure without any name."),
        .suppression: ActivityWords(
            name: "Unsubscribes",
            purpose: "Not writing again to who does not want it.",
            people: "Who unsubscribed.",
            data: "A keyed hash of the mail address, what it covers, since when.",
            recipients: "None.",
            basis: "Art. 21(2) and (3); legitimate interest in keeping to it, Art. 6(1)(f).",
            period: "As long as mail is sent. It survives an erasure, because it protects the person."),
        .consent: ActivityWords(
            name: "Consents",
            purpose: "Recording, proving and withdrawing consent, each purpose by itself.",
            people: "Who was asked for consent.",
            data: "Mail address, purpose, the exact text, act and time, withdrawal.",
            recipients: "None beyond what the purpose says.",
            basis: "Consent, Art. 6(1)(a); the proof rests on Art. 7(1).",
            period: "While the consent is relied on, then as long as it must be provable."),
        .staff: ActivityWords(
            name: "Administration of agents",
            purpose: "Letting staff in, and seeing who read and did what.",
            people: "Staff of the controller.",
            data: "Name, work address, role, login proofs, sessions, who read which ticket to the hour.",
            recipients: "Administrators, the data protection officer.",
            basis: "Art. 6(1)(b) and (f), Art. 32; national law on employment where it applies.",
            period: "Until offboarding destroys the agent's key; the log is pseudonymous then."),
        .accountability: ActivityWords(
            name: "Accountability",
            purpose: "Proving what was done: audit log, registers, disclosures.",
            people: "Whoever a recorded act concerns, by numbers of ours alone.",
            data: "Ids, counts and codes in a chained log; registers of the controller.",
            recipients: "The data protection officer, the supervisory authority on request.",
            basis: "Legal obligation, Art. 6(1)(c) with Art. 5(2), 24, 30 and 33(5).",
            period: "Three years, as set."),
        .operation: ActivityWords(
            name: "Operation and security",
            purpose: "Running the service: queues, alarms, tokens of programs, what could not be read.",
            people: "Who writes; staff who are told.",
            data: "Mail that waits or could not be read, sealed; numbers and states.",
            recipients: "The host; programs that are told of events by numbers alone.",
            basis: "Legitimate interest in a working and secure service, Art. 6(1)(f), Art. 32.",
            period: "Until the queue is done; what could not be read, 30 days after somebody looked at it."),
        .backups: ActivityWords(
            name: "Backups",
            purpose: "Restoring the service after a loss (Art. 32(1)(c)).",
            people: "Everybody above.",
            data: "The encrypted store and, apart from it, the keys. An erasure reaches them through the keys.",
            recipients: "Whoever hosts the folders.",
            basis: "Art. 6(1)(f), Art. 32.",
            period: ""),
    ]
}
