/// The processing activities of a desk: the rows of the record of Art. 30. The codes stand in JSON and never change.
package enum ProcessingActivity: String, Sendable, CaseIterable {
    case tickets
    case automaticMail = "automatic-mail"
    case rights
    case suppression
    case consent
    case staff
    case accountability
    case operation
    case backups

    /// Nothing of the desk's work rests on consent but what somebody consented to.
    package func words(in language: Language) -> ActivityWords {
        let catalog = language == .german ? ActivityWords.german : ActivityWords.english
        return catalog[self]
            ?? ActivityWords(name: rawValue, purpose: "", people: "", data: "", recipients: "", basis: "", period: "")
    }
}

/// One activity in the words of the record, by the letters of Art. 30(1).
package struct ActivityWords: Sendable, Equatable {
    package var name: String
    /// (b)
    package var purpose: String
    /// (c)
    package var people: String
    package var data: String
    /// (d)
    package var recipients: String
    /// By what right (Art. 6), which Art. 30 does not ask for and everybody asks. Empty where each mailbox says it.
    package var basis: String
    /// (f). Empty where each mailbox says it.
    package var period: String
}
