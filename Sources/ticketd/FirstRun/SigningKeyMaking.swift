import Desk
import Foundation
import Vault

/// Makes keys for signing mail as files of mode 0400, and never twice.
struct SigningKeyMaking {
    struct Made {
        let identity: SigningIdentity
        let record: String
        /// As the configuration writes it.
        let reference: String
    }

    let domain: String
    let selector: String
    let directory: String

    /// The key that stands there already, else a new one.
    func key(_ kind: SigningKey.Kind) throws(OperatorError) -> Made {
        let name = "dkim-\(domain)-\(selector)-\(kind.rawValue)"
        let path = "\(directory)/\(name)"
        let key = try FileManager.default.fileExists(atPath: path) ? read(path) : make(kind, at: path)
        let identity = SigningIdentity(
            domain: domain, selector: selector + (kind == .rsa ? "r" : "e"), key: key)
        do throws(VaultFailure) {
            let reference =
                directory == SecretSources.credentialsFolder ? "credential:\(name)" : "file:\(path)"
            return Made(identity: identity, record: try identity.record(), reference: reference)
        } catch {
            throw unusable(path)
        }
    }

    private func make(_ kind: SigningKey.Kind, at path: String) throws(OperatorError) -> SigningKey {
        do {
            let key = try SigningKey.make(kind)
            var pem = try key.pem()
            defer { for index in pem.indices { pem[index] = 0 } }
            try PrivateFile.makeDirectory(directory)
            try PrivateFile.create(path, bytes: pem, mode: 0o400)
            return key
        } catch is VaultFailure {
            throw OperatorError(
                "no key could be made", thing: path, remedy: "libcrypto refused; is the system short of memory?",
                exitCode: .unavailable)
        } catch {
            throw OperatorError(
                "the key cannot be written", thing: path, remedy: "Run it as root, or name a --directory of yours.",
                exitCode: .notAllowed)
        }
    }

    private func read(_ path: String) throws(OperatorError) -> SigningKey {
        guard var pem = FileManager.default.contents(atPath: path).map({ [UInt8]($0) }) else { throw unusable(path) }
        defer { for index in pem.indices { pem[index] = 0 } }
        do throws(VaultFailure) {
            return try SigningKey(pem: pem)
        } catch {
            throw unusable(path)
        }
    }

    private func unusable(_ path: String) -> OperatorError {
        OperatorError(
            "the key that is there cannot be used", thing: path,
            remedy: "It has to be RSA of 2048 bits or more, or Ed25519, as PEM. Move it away for a new one.",
            exitCode: .configuration)
    }
}
