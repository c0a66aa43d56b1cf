/// A key that a mailbox's replies are signed with (RFC 6376): its name in the DNS, and where it is kept.
struct DKIMSettings: Sendable, Equatable {
    let selector: PlainName
    let key: SecretReference
}

extension ValueKind where Value == DKIMSettings {
    static let dkim = ValueKind(name: "signing key", expected: rule, shape: .textOrTable) { raw throws(Mismatch) in
        guard case .table(let fields) = raw else { throw Mismatch(expected: rule, found: raw.typeName) }
        if let unknown = fields.first(where: { !["selector", "key"].contains($0.key) }) {
            throw Mismatch(expected: rule, found: "the unknown key \(RawValue.quoted(unknown.key))")
        }
        guard let selector = fields.first(where: { $0.key == "selector" })?.value,
            let key = fields.first(where: { $0.key == "key" })?.value
        else { throw Mismatch(expected: rule, found: "a table without one of them") }
        return DKIMSettings(
            selector: try ValueKind<PlainName>.plainName.parse(selector),
            key: try ValueKind<SecretReference>.secret.parse(key))
    }

    private static let rule = "a table {selector = \"NAME\", key = \"credential:NAME\"}"
}
