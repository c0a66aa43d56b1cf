import Desk

/// Which of our languages a reader prefers (RFC 9110 §12.5.4). Total: what cannot be read asks for nothing.
enum AcceptLanguage {
    static func preferred(_ header: String?, otherwise: Language) -> Language {
        guard let header, header.utf8.count <= Limits.fieldBytes else { return otherwise }
        var best: (language: Language, quality: Double)?
        for range in header.split(separator: ",").prefix(Limits.languagesLookedAt) {
            let parts = range.split(separator: ";")
            guard let tag = parts.first.map(trimmed), let language = known(tag) else { continue }
            let quality =
                parts.dropFirst().lazy.map(trimmed).first { $0.hasPrefix("q=") }
                .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        return best?.language ?? otherwise
    }

    /// The language of a tag of which we have a catalog; nil for others.
    static func known(_ tag: String) -> Language? {
        Language(rawValue: String(tag.prefix { $0 != "-" }))
    }

    private static func trimmed(_ text: Substring) -> String {
        text.filter { $0 != " " && $0 != "\t" }.lowercased()
    }
}
