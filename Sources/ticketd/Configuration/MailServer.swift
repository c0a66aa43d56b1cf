/// An IMAP or SMTP server as its URL names it. `imaps`/`smtps` mean TLS from the first byte, `imap`/`smtp` mean
/// that STARTTLS is required. A user, a password, a path or a query in the URL is refused.
struct MailServer: Hashable, Sendable {
    enum Scheme: String, Sendable, CaseIterable {
        case imap, imaps, smtp, smtps

        /// RFC 9051 §2.1, RFC 8314 §3.2 and §3.3, RFC 6409 §3.1.
        var standardPort: Int {
            switch self {
            case .imap: 143
            case .imaps: 993
            case .smtp: 587
            case .smtps: 465
            }
        }

        var isEncryptedAtOnce: Bool { self == .imaps || self == .smtps }
    }

    let scheme: Scheme
    let endpoint: HostPort

    init?(_ text: String, schemes: [Scheme] = Scheme.allCases) {
        guard let colon = text.firstRange(of: "://"),
            let scheme = Scheme(rawValue: text[..<colon.lowerBound].lowercased()),
            schemes.contains(scheme)
        else { return nil }
        var rest = text[colon.upperBound...]
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        guard let endpoint = HostPort(String(rest), defaultPort: scheme.standardPort) else { return nil }
        self.scheme = scheme
        self.endpoint = endpoint
    }

    /// The URL with its port, ready for the connection.
    var url: String { "\(scheme.rawValue)://\(endpoint.text)" }
    var isLoopback: Bool { endpoint.isLoopback }
}
