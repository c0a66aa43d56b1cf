package import Desk
package import Foundation
package import Vault

/// Replacing the keys that wrap people's keys (gdpr.md B6), in steps that can end at any instant.
extension Store {
    package func keyRotation() async throws(StoreFailure) -> KeyRotation {
        let (engine, cabinet, keys) = (engine, cabinet, keys)
        return try await engine.offload { () throws(StoreFailure) in
            let newest = keys.epochs.newest
            let waiting = try cabinet.keysByEpoch().filter { $0.epoch < newest }.map(\.keys).reduce(0, +)
            return KeyRotation(epoch: Int(newest), waiting: waiting)
        }
    }

    package func beginKeyRotation(
        root: SecretBytes, by author: Principal, now: Date
    ) async throws(StoreFailure) -> KeyRotation {
        let (engine, keys) = (engine, keys)
        let before = keys.epochs.newest
        let epoch = try await engine.offload { () throws(StoreFailure) in
            try vault { () throws(VaultFailure) in try keys.beginEpoch(root: root) }
        }
        Fault.point(.k1)
        if epoch != before { try await record(.keyEpochBegun(Int(epoch)), by: author, now: now) }
        return try await keyRotation()
    }

    package func continueKeyRotation() async throws(StoreFailure) -> KeyRotationStep {
        let (engine, keys) = (engine, keys)
        guard keys.epochs.older > 0 else { return .idle }
        let wrapped = try await engine.offload { () throws(StoreFailure) in
            try vault { () throws(VaultFailure) in try keys.rewrap(atMost: Limits.rewrappedKeys) }
        }
        Fault.point(.k2)
        guard wrapped == 0 else { return .goesOn }
        try await engine.offload { () throws(StoreFailure) in
            try vault { () throws(VaultFailure) in try keys.endOlderEpochs() }
        }
        Fault.point(.k3)
        return .finished(epoch: Int(keys.epochs.newest))
    }
}
