internal import Foundation

/// The comparable form of a domain: lower-case A-labels without a final dot (RFC 5890 §2.3.2.1).
///
/// The mapping is that of UTS 46, non-transitional, as far as compatibility normalisation and lower-casing give it.
/// Text that cannot be encoded stays as it is: comparing must not fail.
package enum DomainName {
    package static func ascii(_ domain: String) -> String {
        var text = domain
        if !text.utf8.allSatisfy({ $0 < 0x80 }) {
            text = text.precomposedStringWithCompatibilityMapping.lowercased().precomposedStringWithCanonicalMapping
            // UTS 46 §4: the ideographic full stop separates labels as the ASCII one does.
            text = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{3002}" ? "." : $0 }))
        }
        var labels: [String] = []
        for label in text.split(separator: ".", omittingEmptySubsequences: true) {
            if label.utf8.allSatisfy({ $0 < 0x80 }) {
                labels.append(label.lowercased())
            } else {
                labels.append(Punycode.encode(label).map { "xn--" + $0 } ?? String(label))
            }
        }
        return labels.joined(separator: ".")
    }
}
