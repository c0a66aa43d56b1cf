internal import Foundation

/// Where a mail server listens and how it must be spoken to: `imaps://host`, `smtp://host:587` and their like.
///
/// `imap` and `smtp` mean STARTTLS, never plain text. Plain text exists only with `insecure`, which is refused unless
/// the host is a loopback address. No user, password, path or query can be part of it.
package struct ServerEndpoint: Sendable, Hashable {
    package enum Scheme: String, Sendable, CaseIterable {
        case imap, imaps, smtp, smtps

        package var isIMAP: Bool { self == .imap || self == .imaps }
        var isImplicitTLS: Bool { self == .imaps || self == .smtps }

        /// RFC 8314 §7.3, RFC 3501 §2.1, RFC 6409 §3.1.
        var standardPort: UInt16 {
            switch self {
            case .imap: 143
            case .imaps: 993
            case .smtp: 587
            case .smtps: 465
            }
        }
    }

    package let scheme: Scheme
    /// Without brackets.
    package let host: String
    package let port: UInt16
    package let isInsecure: Bool

    package init?(_ url: String, insecure: Bool = false) {
        guard let mark = url.range(of: "://"), let scheme = Scheme(rawValue: url[..<mark.lowerBound].lowercased())
        else { return nil }
        var rest = url[mark.upperBound...]
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        guard let (host, port) = Self.split(rest, standardPort: scheme.standardPort) else { return nil }
        self.init(scheme: scheme, host: host, port: port, insecure: insecure)
    }

    package init?(scheme: Scheme, host: String, port: UInt16, insecure: Bool = false) {
        guard (1...Limits.hostBytes).contains(host.utf8.count), port > 0, host.utf8.allSatisfy(Self.isHostByte)
        else { return nil }
        guard !insecure || (Self.isLoopback(host) && !scheme.isImplicitTLS) else { return nil }
        self.scheme = scheme
        self.host = host
        self.port = port
        self.isInsecure = insecure
    }

    /// Without a path: libcurl takes an SMTP path for the EHLO name and an IMAP path for a folder.
    package var url: String {
        "\(scheme.rawValue)://\(host.utf8.contains(0x3A) ? "[\(host)]" : host):\(port)"
    }

    package static func isLoopback(_ host: String) -> Bool {
        if host.lowercased() == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func split(_ text: Substring, standardPort: UInt16) -> (String, UInt16)? {
        let host: Substring
        let rest: Substring
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            host = text[text.index(after: text.startIndex)..<end]
            rest = text[text.index(after: end)...]
            guard host.contains(":") else { return nil }
        } else {
            let colon = text.firstIndex(of: ":") ?? text.endIndex
            host = text[..<colon]
            rest = text[colon...]
        }
        if rest.isEmpty { return (String(host), standardPort) }
        guard rest.hasPrefix(":"), rest.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }),
            let port = UInt16(rest.dropFirst())
        else { return nil }
        return (String(host), port)
    }

    /// Letters, digits, `-`, `.`, `_` and `:` (IPv6): nothing that could end a host in a URL.
    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }
}
