import Foundation
import Vault

/// Reads the root key from where the configuration says, into memory that is wiped.
enum RootKey {
    static let byteCount = 32

    static func read(_ loaded: LoadedConfiguration) throws(OperatorError) -> SecretBytes {
        let reference = loaded.configuration.keys.root
        var bytes: [UInt8]
        do throws(SecretFailure) {
            bytes = try loaded.secrets.bytes(of: reference)
        } catch {
            throw OperatorError(
                "the root key cannot be read", thing: reference.text,
                remedy: "\(error.description) Make one with `ticketd keys init`, or restore it from the escrow sheet.",
                exitCode: .configuration)
        }
        defer { for index in bytes.indices { bytes[index] = 0 } }
        guard bytes.count == byteCount else {
            throw OperatorError(
                "the root key has \(bytes.count) bytes instead of \(byteCount)", thing: reference.text,
                remedy: "Restore the file from the escrow sheet with `ticketd keys escrow --restore`.",
                exitCode: .configuration)
        }
        return SecretBytes(copying: bytes)
    }
}
