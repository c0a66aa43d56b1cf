package import Mail

/// What a mail to staff says. It holds numbers and words of ours, never content (P14).
package struct StaffWords: Sendable, Equatable {
    package var subject: String
    package var text: String
    /// Who it is from, when that is not the first mailbox.
    package var sender: EmailAddress?
    package var language: Language

    package init(subject: String, text: String, sender: EmailAddress? = nil, language: Language) {
        self.subject = subject
        self.text = text
        self.sender = sender
        self.language = language
    }
}
