/// Whose key a DKIM-Signature field says it was made with (RFC 6376 §3.5): its `d=` and `s=` tags.
/// Nothing is verified.
package struct SignatureName: Sendable, Hashable {
    package let domain: String
    package let selector: String

    init?(_ value: [UInt8]) {
        var tags: [String: String] = [:]
        for part in value.split(separator: .semicolon) {
            let halves = part.split(separator: .equals, maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2 else { continue }
            let words = halves.map { String(decoding: $0.filter { !$0.isBlank }, as: UTF8.self) }
            tags[words[0]] = words[1].lowercased()
        }
        guard let domain = tags["d"], let selector = tags["s"], !domain.isEmpty, !selector.isEmpty else { return nil }
        (self.domain, self.selector) = (domain, selector)
    }
}

/// The DKIM-Signature fields of a mail.
extension Message {
    package var signatureNames: [SignatureName] {
        tree.fields("dkim-signature", of: 0).compactMap { SignatureName(tree.unfolded($0, of: 0)) }
    }
}
