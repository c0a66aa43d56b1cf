/// The subject of a `mailto:` unsubscribe: a word people understand, and the token.
package enum UnsubscribeSubject {
    private static let word = "unsubscribe"

    package static func text(token: String) -> String { "\(word) \(token)" }

    /// The token of a subject that has exactly this form, whatever a mail program did to the case of the word.
    package static func token(in subject: String) -> String? {
        let parts = subject.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == word, parts[1].utf8.count == 80 else { return nil }
        return String(parts[1])
    }
}
