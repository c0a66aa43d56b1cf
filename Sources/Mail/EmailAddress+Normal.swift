internal import Foundation

/// The one spelling under which an address is looked up, hashed and compared, and the forms with and without a tag.
extension EmailAddress {
    /// Unquoted where possible, NFC, lower case, the domain as A-labels. A `+tag` and dots stay: merging two spellings
    /// that a provider keeps apart would disclose one person's data to another.
    package var normalized: String {
        var local = localPart
        if local.hasPrefix("\"") {
            let plain = Self.unquoted(local)
            if Self.isDotAtom(Array(plain.utf8)[...]), !plain.isEmpty { local = plain }
        }
        local = local.precomposedStringWithCanonicalMapping.lowercased().precomposedStringWithCanonicalMapping
        return local + "@" + DomainName.ascii(domain)
    }

    /// The address up to the first `+` of its local part; itself when there is none or nothing stands before it.
    package var withoutTag: EmailAddress {
        guard !localPart.hasPrefix("\""), let plus = localPart.firstIndex(of: "+"), plus != localPart.startIndex
        else { return self }
        return EmailAddress(localPart[..<plus] + "@" + domain) ?? self
    }

    /// `support@…` with `tag` becomes `support+tag@…`; `nil` when the result would not be an address.
    package func tagged(_ tag: String) -> EmailAddress? {
        guard !tag.isEmpty, !localPart.hasPrefix("\"") else { return nil }
        return EmailAddress(localPart + "+" + tag + "@" + domain)
    }

    private static func unquoted(_ local: String) -> String {
        var out: [UInt8] = []
        var escaped = false
        for byte in local.utf8.dropFirst().dropLast() {
            if byte == .backslash && !escaped {
                escaped = true
            } else {
                escaped = false
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The same mailbox with its domain as A-labels (RFC 5890 §2.3.2.1), which servers without SMTPUTF8 understand.
    package var withASCIIDomain: EmailAddress {
        EmailAddress(localPart + "@" + DomainName.ascii(domain)) ?? self
    }
}
