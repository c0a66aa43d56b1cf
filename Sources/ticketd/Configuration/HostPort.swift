import Glibc

/// A host (name, IPv4 or bracketed IPv6 literal) and a port: where to listen or whom to connect to.
/// It cannot hold white space, a path, a user or a control character.
struct HostPort: Hashable, Sendable {
    /// Without brackets.
    let host: String
    let port: Int

    init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `host:port` or `[v6]:port`; the port may be left out when there is a default.
    init?(_ text: String, defaultPort: Int? = nil) {
        var rest = text[...]
        if rest.hasPrefix("[") {
            guard let end = rest.firstIndex(of: "]") else { return nil }
            host = String(rest[rest.index(after: rest.startIndex)..<end])
            guard Self.isIPv6(host) else { return nil }
            rest = rest[rest.index(after: end)...]
        } else {
            let end = rest.firstIndex(of: ":") ?? rest.endIndex
            host = String(rest[..<end])
            guard Self.isName(host) else { return nil }
            rest = rest[end...]
        }
        if rest.isEmpty, let defaultPort {
            port = defaultPort
        } else {
            let digits = rest.dropFirst()
            guard rest.hasPrefix(":"), digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits),
                (1...65_535).contains(number)
            else { return nil }
            port = number
        }
    }

    var text: String { "\(hostText):\(port)" }

    /// The host as a URL writes it.
    var hostText: String { host.contains(":") ? "[\(host)]" : host }

    /// Whether the host is this machine itself. Only `localhost` counts among names (RFC 6761 §6.3), because any
    /// other name may resolve elsewhere tomorrow.
    var isLoopback: Bool {
        host.lowercased() == "localhost" || host == "::1" || (Self.isIPv4(host) && host.hasPrefix("127."))
    }

    static func isIPv6(_ text: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET6, text, &address) == 1
    }

    static func isIPv4(_ text: String) -> Bool {
        var address = in_addr()
        return inet_pton(AF_INET, text, &address) == 1
    }

    /// Letters, digits and hyphens in labels of at most 63 (RFC 1123 §2.1); an internationalised name is given as
    /// its A-label.
    static func isName(_ text: String) -> Bool {
        guard (1...ConfigurationLimits.hostBytes).contains(text.utf8.count) else { return false }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        }
    }
}
