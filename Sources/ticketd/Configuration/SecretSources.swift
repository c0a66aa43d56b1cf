import Foundation

/// Turns a `SecretReference` into bytes. It looks at the places in their documented order, takes the first that
/// exists and never falls back past one that exists but cannot be read: a permission mistake must not silently pick
/// an older secret.
struct SecretSources: Sendable {
    static let credentialsFolder = "/etc/ticketd/credentials"
    static let encryptedStore = "/etc/credstore.encrypted"

    /// `$CREDENTIALS_DIRECTORY`, which systemd sets for `LoadCredential=`.
    let credentialsDirectory: String?
    let environment: [String: String]
    let files: ConfigurationFiles
    /// Runs `systemd-creds decrypt` on a path under a name; nil when it refused.
    let decrypt: @Sendable (_ path: String, _ name: String) -> [UInt8]?
    private var remembered: [SecretReference: Result<[UInt8], SecretFailure>] = [:]

    init(
        environment: [String: String], files: ConfigurationFiles = .live,
        decrypt: @escaping @Sendable (String, String) -> [UInt8]? = CredentialDecryption.run
    ) {
        self.credentialsDirectory = environment["CREDENTIALS_DIRECTORY"]
        self.environment = environment
        self.files = files
        self.decrypt = decrypt
    }

    /// The same with these read now, found or not, and not looked at again.
    func remembering(_ references: [SecretReference]) -> SecretSources {
        var sources = self
        for reference in references {
            do throws(SecretFailure) {
                sources.remembered[reference] = .success(try bytes(of: reference))
            } catch {
                sources.remembered[reference] = .failure(error)
            }
        }
        return sources
    }

    /// The bytes exactly as they are kept; for keys.
    func bytes(of reference: SecretReference) throws(SecretFailure) -> [UInt8] {
        if let known = remembered[reference] { return try known.get() }
        switch reference {
        case .credential(let name):
            return try credential(name.text)
        case .file(let path):
            guard let bytes = try read(path) else { throw .missing(places: [path]) }
            return bytes
        case .environment(let name):
            guard let value = environment[name] else { throw .missing(places: ["environment variable \(name)"]) }
            guard !value.isEmpty else { throw .empty(place: "environment variable \(name)") }
            return Array(value.utf8)
        }
    }

    /// The bytes without the line end that editors and `echo` leave behind; for passwords and tokens.
    func password(of reference: SecretReference) throws(SecretFailure) -> [UInt8] {
        var bytes = try bytes(of: reference)
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard !bytes.isEmpty else { throw .empty(place: reference.text) }
        return bytes
    }

    /// The places a credential may be at, in order, for `check` and error messages.
    func places(ofCredential name: String) -> [String] {
        let loaded = credentialsDirectory.map { ["\($0)/\(name)"] } ?? []
        return loaded + ["\(Self.credentialsFolder)/\(name)", "\(Self.encryptedStore)/ticketd.\(name)"]
    }

    private func credential(_ name: String) throws(SecretFailure) -> [UInt8] {
        let places = places(ofCredential: name)
        for place in places.dropLast() {
            if let bytes = try read(place) { return bytes }
        }
        let encrypted = "\(Self.encryptedStore)/ticketd.\(name)"
        guard try read(encrypted) != nil else { throw .missing(places: places) }
        guard let bytes = decrypt(encrypted, "ticketd.\(name)") else { throw .undecryptable(place: encrypted) }
        guard !bytes.isEmpty else { throw .empty(place: encrypted) }
        return bytes
    }

    /// nil when there is no such file.
    private func read(_ path: String) throws(SecretFailure) -> [UInt8]? {
        let bytes: [UInt8]
        do {
            bytes = try files.read(path, ConfigurationLimits.secretBytes)
        } catch {
            switch error {
            case .missing: return nil
            case .tooLarge: throw .tooLarge(place: path)
            case .refused(let code): throw .unreadable(place: path, code: code)
            }
        }
        guard !bytes.isEmpty else { throw .empty(place: path) }
        return bytes
    }
}
