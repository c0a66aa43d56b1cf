/// What a domain publishes about mail in its name, read as far as an operator can mend it (RFC 7208, RFC 7489).
enum SenderPolicy {
    enum SPF: Sendable, Hashable {
        case missing
        /// RFC 7208 §4.5: more than one record is none.
        case several
        /// `+all` or nothing at the end: everybody may send.
        case open
        case fine
    }

    enum DMARC: Sendable, Hashable {
        case missing
        case several
        /// Without a policy the record says nothing.
        case unreadable
        case fine(policy: String)
    }

    static func spf(_ texts: [String]) -> SPF {
        let records = texts.filter { text in
            let first = text.split(separator: " ").first.map { $0.lowercased() }
            return first == "v=spf1"
        }
        guard let record = records.first else { return .missing }
        guard records.count == 1 else { return .several }
        let terms = record.lowercased().split(separator: " ").dropFirst()
        if terms.contains("all") || terms.contains("+all") { return .open }
        // RFC 7208 §4.7: without `all` and `redirect` the answer is neutral, which shuts nobody out.
        let ends = terms.contains { $0.hasSuffix("all") && $0.count == 4 || $0.hasPrefix("redirect=") }
        return ends ? .fine : .open
    }

    static func dmarc(_ texts: [String]) -> DMARC {
        let records = texts.map { text in
            text.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
        }.filter { $0.first == "v=dmarc1" }
        guard let record = records.first else { return .missing }
        guard records.count == 1 else { return .several }
        let policy = record.first { $0.hasPrefix("p=") }.map { String($0.dropFirst(2)) }
        guard let policy, ["none", "quarantine", "reject"].contains(policy) else { return .unreadable }
        return .fine(policy: policy)
    }

    /// Whether a key record holds a key; an empty `p=` takes it back (RFC 6376 §3.6.1).
    static func isKey(_ text: String) -> Bool {
        keyText(of: text) != nil
    }

    /// The `p=` of a key record, without white space; nil where there is none or an empty one.
    static func keyText(of text: String) -> String? {
        let tags = text.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        return tags.first { $0.hasPrefix("p=") && $0.count > 2 }
    }
}
