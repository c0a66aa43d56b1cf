internal import Desk
internal import Vault

/// Carries out work of Vault and gives its failures the names the desk has for them.
func vault<Value>(_ body: () throws(VaultFailure) -> Value) throws(StoreFailure) -> Value {
    do throws(VaultFailure) {
        return try body()
    } catch {
        throw StoreFailure(error)
    }
}

extension StoreFailure {
    init(_ failure: VaultFailure) {
        switch failure {
        case .keyDestroyed: self = .keyDestroyed
        case .keyHeld: self = .keyHeld
        case .authenticationFailed, .keyMissing, .wrongRoot, .malformed: self = .damaged
        case .unavailable(.cabinet(let reason)): self = reason as? StoreFailure ?? .ioFailed
        case .unavailable: self = .notWritable
        }
    }
}
