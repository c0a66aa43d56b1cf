/// Reads whether a mail may be a request under Art. 12–22, so that a human looks at it in time (gdpr.md A5.5).
///
/// It is generous: a mail taken for a request costs a click, a request taken for a mail costs its month. What it says
/// is never acted on and never dropped; a human confirms or dismisses.
package enum RightsRecognition {
    /// The right the text seems to ask for; nil when nothing in it reads like one. Looks at the subject and the first
    /// `Limits.recognisedBytes` of what the person wrote, quotes left out by the caller.
    package static func right(subject: String, text: String) -> RightsRequest.Right? {
        let words = folded(subject + "\n" + String(decoding: text.utf8.prefix(Limits.recognisedBytes), as: UTF8.self))
        if let right = index.first(in: words) { return right }
        guard laws.first(in: words) != nil else { return nil }
        return articles.first(in: words)
    }

    private static let index = PhraseIndex(phrases)
    private static let laws = PhraseIndex(lawNames)
    /// A mail that names the law and an article of Chapter III means that article.
    private static let articles = PhraseIndex(articleNames)

    /// One spelling for what people write in many: small letters, straight apostrophes, single spaces.
    private static func folded(_ text: String) -> [UInt8] {
        var folded = ""
        var wasSpace = false
        for scalar in text.lowercased().unicodeScalars {
            let isSpace = scalar.properties.isWhitespace
            if isSpace, wasSpace { continue }
            wasSpace = isSpace
            switch scalar {
            case "\u{2019}", "\u{2018}", "\u{00B4}", "\u{0060}": folded.unicodeScalars.append("'")
            default: folded.unicodeScalars.append(isSpace ? " " : scalar)
            }
        }
        return Array(folded.utf8)
    }
}
