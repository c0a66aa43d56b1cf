/// The keys of the desk itself, unwrapped. Each has one use, and each use its own label besides.
struct ServiceKeys: Sendable {
    /// The names under which they lie in the cabinet.
    enum Name: String, CaseIterable {
        case blindIndex = "bidx"
        case suppression = "suppress"
        case unsubscribe = "unsub"
        case messageID = "mid"
        case identity
        case capability
        case audit
        case evidence
        case portal
        case quarantine
        case hold
    }

    /// Versions newest first; every name has at least one.
    private let keys: [Name: [(version: UInt8, key: SecretBytes)]]

    /// Refuses a cabinet in which a key is missing. Names it does not know are left alone: a newer release wrote them.
    init(_ unwrapped: [(name: String, version: UInt8, key: SecretBytes)]) throws(VaultFailure) {
        var keys: [Name: [(version: UInt8, key: SecretBytes)]] = [:]
        for item in unwrapped {
            guard let name = Name(rawValue: item.name) else { continue }
            keys[name, default: []].append((item.version, item.key))
        }
        for name in Name.allCases {
            guard let versions = keys[name] else { throw .keyMissing }
            keys[name] = versions.sorted { $0.version > $1.version }
        }
        self.keys = keys
    }

    func versions(of name: Name) -> [(version: UInt8, key: SecretBytes)] {
        keys[name] ?? []
    }

    func newest(_ name: Name) -> (version: UInt8, key: SecretBytes) {
        guard let newest = keys[name]?.first else { preconditionFailure("Every service key has a version.") }
        return newest
    }

    subscript(_ name: Name) -> SecretBytes { newest(name).key }

    func key(_ name: Name, version: UInt8) -> SecretBytes? {
        keys[name]?.first { $0.version == version }?.key
    }
}
