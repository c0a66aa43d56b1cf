/// The description of a domain's mail servers that mail programs look for (`config-v1.1.xml`).
///
/// Servers without TLS, and those that speak something else, are passed over.
struct AutoconfigDocument: Sendable, Hashable {
    struct Server: Sendable, Hashable {
        let url: String
        /// With placeholders: `%EMAILADDRESS%`, `%EMAILLOCALPART%`, `%EMAILDOMAIN%`.
        let username: String
    }

    private(set) var imap: [Server] = []
    private(set) var smtp: [Server] = []

    /// Nil when it is no such document or names no server we could use.
    init?(_ bytes: [UInt8]) {
        guard let events = MarkupReader.events(bytes) else { return nil }
        var (path, kind, facts): ([String], String, [String: String]) = ([], "", [:])
        for event in events {
            switch event {
            case .opened(let name, let attributes):
                path.append(name)
                if Self.servers.contains(name) { (kind, facts) = (attributes["type"] ?? "", [:]) }
            case .text(let text):
                guard let name = path.last, path.dropLast().last.map(Self.servers.contains) == true else { continue }
                // The first way to authenticate, and so on, is the one the provider prefers.
                let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if !words.isEmpty, facts[name] == nil { facts[name] = words }
            case .closed:
                guard let name = path.popLast(), Self.servers.contains(name) else { continue }
                take(kind.lowercased(), facts)
            }
        }
        guard !imap.isEmpty || !smtp.isEmpty else { return nil }
    }

    private static let servers: Set = ["incomingServer", "outgoingServer"]

    private mutating func take(_ kind: String, _ facts: [String: String]) {
        guard let host = facts["hostname"], HostPort.isName(host), let port = facts["port"].flatMap(UInt16.init),
            port > 0, let security = facts["socketType"]?.uppercased(), ["SSL", "STARTTLS"].contains(security),
            kind == "imap" || kind == "smtp"
        else { return }
        let url = "\(kind)\(security == "SSL" ? "s" : "")://\(host.lowercased()):\(port)"
        let server = Server(url: url, username: facts["username"] ?? "%EMAILADDRESS%")
        if kind == "imap" { imap.append(server) } else { smtp.append(server) }
    }
}
