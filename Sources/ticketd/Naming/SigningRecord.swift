import Desk

/// A key record as zone files write it.
enum SigningRecord {
    /// RFC 6376 §3.6.2.2: a string holds at most 255 bytes; several are joined without anything between them.
    static func line(of identity: SigningIdentity, record: String) -> String {
        var strings: [Substring] = []
        var rest = record[...]
        while !rest.isEmpty {
            strings.append(rest.prefix(250))
            rest = rest.dropFirst(250)
        }
        return "\(identity.selector)._domainkey.\(identity.domain). TXT ( "
            + strings.map { "\"\($0)\"" }.joined(separator: " ") + " )"
    }
}
