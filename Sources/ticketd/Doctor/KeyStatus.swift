import Desk
import Foundation
import Store
import Vault

/// Which root key there is, and whether it opens the store. Writes nothing.
struct KeyStatus: Sendable {
    let instance: String
    let rootID: String
    let fits: Bool
    let problem: String?
    /// How many keys of people each wrapping key wraps, the oldest first. More than one: a rotation is under way.
    let epochs: [(epoch: UInt32, keys: Int)]

    init(_ loaded: LoadedConfiguration) throws(OperatorError) {
        let root = try RootKey.read(loaded)
        let directory = loaded.configuration.service.stateDirectory
        try ProcessHygiene.becomeOwner(of: directory)
        do throws(Store.OpeningFailure) {
            let (keys, cabinet) = try Store.openKeys(directory: directory, root: root)
            do throws(StoreFailure) { epochs = try cabinet.keysByEpoch() } catch {
                throw Store.OpeningFailure.storage(error)
            }
            (instance, rootID, fits, problem) = (keys.instance.hex, keys.rootID.hex, true, nil)
        } catch {
            guard case .wrongRoot(_, let found) = error else { throw OpenedStore.error(error, directory: directory) }
            (instance, rootID, fits, epochs) = ("", found.hex, false, [])
            problem = OpenedStore.error(error, directory: directory).description
        }
    }

    var text: String {
        problem
            ?? (["installation  \(instance)", "root key      \(rootID)"]
            + epochs.map { "epoch \($0.epoch)".padding(toLength: 14, withPad: " ", startingAt: 0) + "\($0.keys) keys" }
            + ["It opens the store."]).joined(separator: "\n")
    }

    var json: String {
        JSONText.object([
            ("instance", .string(instance)), ("rootKey", .string(rootID)), ("fits", .bool(fits)),
            (
                "epochs",
                .list(
                    epochs.map {
                        .object([("epoch", .number(Int($0.epoch))), ("keys", .number($0.keys))])
                    })
            ),
            ("problem", problem.map { .string($0) } ?? .null),
        ])
    }
}
