/// The address under which customers reach ticketd. Every link is this text plus a path; it holds no user, query or
/// fragment and no trailing slash.
struct PublicURL: Hashable, Sendable {
    let text: String
    let host: String
    let isEncrypted: Bool
    let isLoopback: Bool

    init?(_ text: String) {
        let lowered = text.lowercased()
        let scheme = ["https://", "http://"].first { lowered.hasPrefix($0) }
        guard let scheme else { return nil }
        let rest = text.dropFirst(scheme.utf8.count)
        let authorityEnd = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = String(rest[..<authorityEnd])
        let isEncrypted = scheme == "https://"
        guard let endpoint = HostPort(authority, defaultPort: isEncrypted ? 443 : 80) else { return nil }
        var path = rest[authorityEnd...]
        while path.hasSuffix("/") { path = path.dropLast() }
        // RFC 3986 §3.3: unreserved characters are enough for a prefix, and none of them needs quoting in a header.
        let isPlain = path.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/-._~".contains($0)) }
        guard isPlain, text.utf8.count <= ConfigurationLimits.textCharacters else { return nil }
        self.text = scheme + authority.lowercased() + path
        self.host = endpoint.host
        self.isEncrypted = isEncrypted
        self.isLoopback = endpoint.isLoopback
    }

    /// Links may be sent only when nobody on the way can read or change them; on this machine itself there is no way.
    var maySendLinks: Bool { isEncrypted || isLoopback }
}
