/// Signing in at a mail server with a token instead of a password. A known provider brings its own addresses; any
/// other is given by them.
struct OAuthSettings: Sendable, Equatable {
    enum Provider: String, Sendable, CaseIterable {
        case microsoft, google, custom
    }

    enum Flow: String, Sendable, CaseIterable {
        case device, code, client
    }

    enum Mechanism: String, Sendable, CaseIterable {
        case xoauth2, oauthbearer
    }

    let provider: Provider
    var clientID: String?
    var clientSecret: SecretReference?
    /// Microsoft's directory; nil for any.
    var tenant: String?
    var authorizationURL: String?
    var tokenURL: String?
    var deviceURL: String?
    var scopes: [String] = []
    /// How the sign-in goes; nil for what the provider is known to take.
    var flow: Flow?
    var mechanism = Mechanism.xoauth2
}

extension ValueKind where Value == OAuthSettings {
    static let oauth = ValueKind(name: "sign-in", expected: rule, shape: .textOrTable) { raw throws(Mismatch) in
        switch raw {
        case .text(let text):
            guard let provider = OAuthSettings.Provider(rawValue: text), provider != .custom else {
                throw Mismatch(expected: rule)
            }
            return OAuthSettings(provider: provider)
        case .table(let fields):
            return try read(fields)
        default:
            throw Mismatch(expected: rule, found: raw.typeName)
        }
    }

    private static let rule =
        "\"microsoft\", \"google\" or a table {provider, client_id, client_secret, tenant, "
        + "authorization_url, token_url, device_url, scopes, flow, mechanism}"
    private static let names = [
        "provider", "client_id", "client_secret", "tenant", "authorization_url", "token_url", "device_url", "scopes",
        "flow", "mechanism",
    ]

    private static func read(_ fields: [RawValue.Field]) throws(Mismatch) -> OAuthSettings {
        if let unknown = fields.first(where: { !names.contains($0.key) }) {
            let remedy = Spelling.nearest(to: unknown.key, among: names).map { "did you mean \"\($0)\"?" }
            throw Mismatch(expected: rule, found: "the unknown key \(RawValue.quoted(unknown.key))", remedy: remedy)
        }
        func field<Field>(_ name: String, _ kind: ValueKind<Field>) throws(Mismatch) -> Field? {
            guard let raw = fields.first(where: { $0.key == name })?.value else { return nil }
            do {
                return try kind.parse(raw)
            } catch {
                let found = error.found.map { "\(name) is \($0)" } ?? "\(name) is wrong"
                throw Mismatch(expected: error.expected, found: found, remedy: error.remedy)
            }
        }
        var settings = OAuthSettings(
            provider: try field("provider", .choice()) ?? .custom,
            clientID: try field("client_id", .text), clientSecret: try field("client_secret", .secret),
            tenant: try field("tenant", .name), authorizationURL: try field("authorization_url", .page),
            tokenURL: try field("token_url", .page), deviceURL: try field("device_url", .page),
            scopes: try field("scopes", ValueKind<String>.text.list("scopes")) ?? [])
        settings.flow = try field("flow", .choice())
        settings.mechanism = try field("mechanism", .choice()) ?? .xoauth2
        guard settings.provider != .custom || (settings.tokenURL != nil && settings.clientID != nil) else {
            throw Mismatch(
                expected: "client_id and token_url for a provider of your own", found: "a table without them")
        }
        return settings
    }
}
