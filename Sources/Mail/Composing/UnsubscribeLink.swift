/// The one way out that every mail carries: the address a provider posts to, the address a person opens, and the
/// mail that does the same where no web server answers.
///
/// A value of this type can be written into a header and a body as it stands: it holds no white space, no angle
/// bracket, no comma and no control character. It refuses plain `http` except towards the machine itself, because
/// RFC 8058 §3.1 asks for HTTPS and a token must not cross a network in the clear.
package struct UnsubscribeLink: Sendable, Equatable {
    /// What a provider's one-click button posts to (RFC 8058 §3.1).
    package let headerURL: String
    /// What stands, visibly, in both bodies.
    package let bodyURL: String
    /// Where the mail form goes; always an ASCII address.
    package let mailto: EmailAddress
    /// The subject of the mail form; it carries the token (RFC 5321 §4.5.3.1.1 leaves 64 octets to a local part).
    package let mailtoSubject: String

    package init?(headerURL: String, bodyURL: String, mailto: EmailAddress, mailtoSubject: String) {
        guard Self.isLink(headerURL), Self.isLink(bodyURL), mailto.isASCII else { return nil }
        let subject = Array(mailtoSubject.utf8)
        guard !subject.isEmpty, subject.count <= Limits.unsubscribeSubjectOctets else { return nil }
        guard subject.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") })
        else { return nil }
        self.headerURL = headerURL
        self.bodyURL = bodyURL
        self.mailto = mailto
        self.mailtoSubject = mailtoSubject
        guard mailtoURL.utf8.count <= Limits.unsubscribeURLOctets else { return nil }
    }

    /// The mail form as a URI, everything outside the unreserved set percent-encoded (RFC 6068 §2).
    package var mailtoURL: String {
        "mailto:" + Self.percentEncoded(mailto.text, keeping: "@") + "?subject="
            + Self.percentEncoded(mailtoSubject, keeping: "")
    }

    /// Whether a text is an absolute https URL (http towards a loopback host) made of URI characters alone.
    static func isLink(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= Limits.unsubscribeURLOctets, bytes.allSatisfy(isURICharacter) else { return false }
        guard let scheme = text.range(ofScheme: "://") else { return false }
        let rest = bytes[scheme.upperBound...]
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let host = hostOfAuthority(Array(authority))
        guard !host.isEmpty else { return false }
        switch scheme.name {
        case "https": return true
        case "http": return isLoopback(host)
        default: return false
        }
    }

    private static func isURICharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default:
            // RFC 3986 §2.2 and §2.3 without the comma and the apostrophe, which end a URI in a header or in HTML.
            return "-._~:/?#[]@!$&()*+;=%".utf8.contains(byte)
        }
    }

    /// The host of an authority without its port; empty when it holds user information, which no link of ours does.
    private static func hostOfAuthority(_ authority: [UInt8]) -> String {
        guard !authority.contains(UInt8(ascii: "@")) else { return "" }
        if authority.first == UInt8(ascii: "[") {
            guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { return "" }
            return String(decoding: authority[1..<end], as: UTF8.self)
        }
        let host = authority.prefix { $0 != UInt8(ascii: ":") }
        return String(decoding: host, as: UTF8.self).lowercased()
    }

    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "::1" { return true }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count == 4 && labels[0] == "127"
            && labels.allSatisfy { UInt8($0) != nil }
    }

    private static func percentEncoded(_ text: String, keeping kept: String) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            let isPlain =
                (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
                || "-._~".utf8.contains(byte) || kept.utf8.contains(byte)
            if isPlain {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(contentsOf: HexDigits.pair(byte))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

extension String {
    /// The lower-case scheme in front of a separator and the octet offset after it.
    fileprivate func range(ofScheme separator: String) -> (name: String, upperBound: Int)? {
        let bytes = Array(utf8)
        let mark = Array(separator.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + mark.count <= bytes.count,
            bytes[colon..<(colon + mark.count)].elementsEqual(mark)
        else { return nil }
        return (String(decoding: bytes[..<colon], as: UTF8.self).lowercased(), colon + mark.count)
    }
}
