/// A language we have a catalog for. Mails follow the mailbox, pages the link they were opened by.
package enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case german = "de"

    /// Reads a tag of RFC 5646 by its first subtag; anything unknown is English.
    package init(tag: String) {
        let primary = tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() }
        self = Language(rawValue: primary ?? "") ?? .english
    }
}
