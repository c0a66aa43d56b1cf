/// A DKIM-Signature (RFC 6376 §3.5) over a mail of ours, before and after somebody signed it.
///
/// Who has the key does the cryptography: he hashes `body(of:)`, signs `signedBytes` and puts `field(signature:)`
/// before the mail. Every field that may occur once is named once more than it occurs, so that nobody can add another
/// (§8.15); the whole body is signed, never a length of it.
package struct DKIMSignature: Sendable {
    package enum Algorithm: String, Sendable {
        case rsaSHA256 = "rsa-sha256"
        case ed25519SHA256 = "ed25519-sha256"
    }

    /// What is signed where it is there (§5.4.1), and always against being added.
    static let guarded = [
        "from", "to", "cc", "reply-to", "subject", "date", "message-id", "in-reply-to", "references", "mime-version",
        "content-type", "content-transfer-encoding", "auto-submitted", "list-unsubscribe", "list-unsubscribe-post",
    ]

    private let unsigned: [UInt8]
    /// What the signature is made of: the named fields from the bottom up, then this one with an empty `b=`.
    package let signedBytes: [UInt8]

    /// The canonical body, whose SHA-256 is `bodyHash`.
    package static func body(of mail: [UInt8]) -> [UInt8] {
        RelaxedForm.body(mail[HeaderLines.bodyStart(in: mail)...])
    }

    /// nil for a domain or a selector that could not stand in a DNS name.
    package init?(
        of mail: [UInt8], domain: String, selector: String, algorithm: Algorithm, seconds: Int64, bodyHash: [UInt8]
    ) {
        guard Self.isName(domain), Self.isName(selector) else { return nil }
        let lines = HeaderLines.lines(in: mail)
        var named: [String] = []
        var signed: [UInt8] = []
        for name in Self.guarded {
            for line in lines.reversed() where HeaderLines.name(of: line) == name {
                signed += RelaxedForm.field(line) + [0x0D, 0x0A]
                named.append(name)
            }
            named.append(name)
        }
        var text = "DKIM-Signature: v=1; a=\(algorithm.rawValue); c=relaxed/relaxed; d=\(domain);\r\n"
        text += " s=\(selector); q=dns/txt; t=\(seconds);\r\n"
        text += " h=" + Self.folded(named) + ";\r\n"
        text += " bh=\(String(decoding: Base64Lines.encoded(bodyHash), as: UTF8.self));\r\n b="
        unsigned = Array(text.utf8)
        signedBytes = signed + RelaxedForm.field(unsigned[...])
    }

    /// The whole field, with the CRLF at its end.
    package func field(signature: [UInt8]) -> [UInt8] {
        var field = unsigned
        for (index, byte) in Base64Lines.encoded(signature).enumerated() {
            // White space in `b=` counts for nothing (§3.5).
            if index > 0, index.isMultiple(of: 72) { field.append(contentsOf: [0x0D, 0x0A, 0x20]) }
            field.append(byte)
        }
        return field + [0x0D, 0x0A]
    }

    /// Names between colons, folded so that no line is long.
    private static func folded(_ names: [String]) -> String {
        var text = ""
        var column = 3
        for (index, name) in names.enumerated() {
            if index > 0 {
                text += ":"
                column += 1
                if column + name.utf8.count > 72 {
                    text += "\r\n  "
                    column = 2
                }
            }
            text += name
            column += name.utf8.count
        }
        return text
    }

    private static func isName(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.utf8.count)
                    && label.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(RelaxedForm.lowercased(byte))
                            || byte == 0x2D || byte == 0x5F
                    }
            }
    }
}
