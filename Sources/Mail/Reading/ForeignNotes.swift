/// The lines that stand for what cannot be read here: in square brackets, in words for somebody who answers mail.
enum ForeignNotes {
    static let encryptedPGP = "[encrypted message (PGP); it cannot be read here]"
    static let encryptedSMIME = "[encrypted message (S/MIME); it cannot be read here]"
    static let signedSMIME = "[signed message (S/MIME); the signature is not checked here]"

    /// RFC 2046 §5.2.2: one piece of a message.
    static func piece(_ number: String?, of total: String?) -> String {
        let place = [number, total].map { $0.flatMap { UInt16($0) }.map { String($0) } ?? "?" }
        return "[piece \(place[0]) of \(place[1]) of a message that was sent in pieces]"
    }

    /// RFC 2046 §5.2.3: a reference to content that is somewhere else. Nothing is fetched.
    static func elsewhere(_ type: ContentType) -> String {
        func value(_ name: String) -> String? {
            type.parameter(name).map { text in
                String(text.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" }.prefix(Limits.linkTargetOctets))
            }
        }
        if let url = value("url") { return "[content kept elsewhere: <\(url)>]" }
        let place = [value("site") ?? value("server"), value("directory"), value("name")].compactMap { $0 }
        let kind = value("access-type")?.lowercased() ?? "somewhere"
        return "[content kept elsewhere: " + ([kind] + place).joined(separator: " ") + "]"
    }
}
