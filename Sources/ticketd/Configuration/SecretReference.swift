/// Where a secret is kept. The configuration holds only this, never the secret, so that a backup, a shared screen
/// or a support request cannot give it away.
enum SecretReference: Hashable, Sendable {
    /// `$CREDENTIALS_DIRECTORY/NAME`, else `/etc/ticketd/credentials/NAME`, else the encrypted credential store of
    /// systemd.
    case credential(PlainName)
    case file(String)
    case environment(String)

    /// What may be written, for error messages and the manual.
    static let forms = "\"credential:NAME\", \"file:/path\" or \"env:NAME\""

    init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let value = String(text[text.index(after: colon)...])
        switch text[..<colon] {
        case "credential":
            guard let name = PlainName(value) else { return nil }
            self = .credential(name)
        case "file":
            guard value.hasPrefix("/"), value.unicodeScalars.allSatisfy(RawValue.isVisible),
                value.utf8.count <= ConfigurationLimits.pathBytes
            else { return nil }
            self = .file(value)
        case "env":
            let isName = value.utf8.allSatisfy { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || byte == UInt8(ascii: "_")
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            }
            guard isName, !value.isEmpty else { return nil }
            self = .environment(value)
        default:
            return nil
        }
    }

    /// As the configuration writes it. It names the place, so it may be shown.
    var text: String {
        switch self {
        case .credential(let name): "credential:\(name.text)"
        case .file(let path): "file:\(path)"
        case .environment(let name): "env:\(name)"
        }
    }
}

extension ValueKind where Value == SecretReference {
    static let secret = secret(allowingEnvironment: true)
    /// Environment variables are inherited and can be read by other processes of the user; a key that opens everything
    /// must not stand there.
    static let rootSecret = secret(allowingEnvironment: false)

    private static func secret(allowingEnvironment: Bool) -> ValueKind {
        let rule =
            "where the secret is kept: "
            + (allowingEnvironment ? SecretReference.forms : "\"credential:NAME\" or \"file:/path\"")
        return ValueKind(name: "secret", expected: rule, shape: .text) { raw throws(Mismatch) in
            guard case .text(let text) = raw else {
                // Even a number may be the secret itself, so only the type is named.
                throw Mismatch(expected: rule, found: raw.typeName, remedy: SecretReference.remedy)
            }
            guard let reference = SecretReference(text) else {
                throw Mismatch(expected: rule, found: "a value written inline", remedy: SecretReference.remedy)
            }
            if case .environment = reference, !allowingEnvironment {
                throw Mismatch(
                    expected: rule, found: "an environment variable",
                    remedy: "store the key as a credential (`ticketd keys init` does) and write \"credential:root\"")
            }
            return reference
        }
    }
}

extension SecretReference {
    static let remedy =
        "put the secret into /etc/ticketd/credentials/NAME (mode 0600) and write \"credential:NAME\" here"
}
