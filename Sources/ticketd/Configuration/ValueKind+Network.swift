/// The kinds that name a place on a network.
extension ValueKind where Value == HostPort {
    static let endpoint = written(
        "host:port", expected: "a host and a port, such as \"127.0.0.1:8025\" or \"[::1]:8025\"", echo: true
    ) { HostPort($0) }
}

extension ValueKind where Value == PublicURL {
    static let publicURL = written(
        "url", expected: "an https URL without user, query and fragment, such as \"https://help.example.com\"",
        echo: false
    ) { PublicURL($0) }
}

extension ValueKind where Value == MailServer {
    /// Nothing of a wrong URL is repeated: it may hold a password.
    static func server(_ schemes: [MailServer.Scheme]) -> ValueKind {
        let words = schemes.map { "\($0.rawValue)://host" }.joined(separator: " or ")
        return written(
            "url", expected: "\(words), with a port if it is unusual and without user, password and path", echo: false
        ) { MailServer($0, schemes: schemes) }
    }
}

extension ValueKind where Value == AddressBlock {
    static let addressBlock = written(
        "address block", expected: "an IP address or a CIDR block, such as \"10.0.0.0/8\"", echo: true
    ) { AddressBlock($0) }
}

extension ValueKind where Value == String {
    /// A web page for people.
    static let page = written("url", expected: "an http or https URL, such as \"https://example.com\"", echo: false) {
        text in
        let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
        let isPlain = text.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
        }
        return isWeb && isPlain && text.utf8.count <= ConfigurationLimits.textCharacters && !text.contains("@")
            ? text : nil
    }

    /// A mail address; the strict reading is done where the mail is written, here only what can never be one is
    /// refused.
    static let address = written("address", expected: "a mail address, such as \"support@example.com\"", echo: false) {
        text in
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64, HostPort.isName(String(parts[1])) else {
            return nil
        }
        let isPlain = text.unicodeScalars.allSatisfy {
            RawValue.isVisible($0) && !"<>()[],;:\\\" ".unicodeScalars.contains($0)
        }
        return isPlain && text.utf8.count <= ConfigurationLimits.addressBytes ? text : nil
    }

    /// A folder of an IMAP server.
    static let folder = written("folder", expected: "the name of a mail folder, such as \"INBOX\"", echo: true) {
        text in
        let isPlain = text.unicodeScalars.allSatisfy(RawValue.isVisible)
        return isPlain && (1...255).contains(text.utf8.count) ? text : nil
    }

    /// The identity a trusted server writes into Authentication-Results (RFC 8601 §2.5).
    static let serverName = written("host name", expected: "a host name, such as \"mx.example.com\"", echo: true) {
        text in
        HostPort.isName(text) ? text : nil
    }
}
