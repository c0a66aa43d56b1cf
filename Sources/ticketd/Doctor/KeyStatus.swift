import Store
import Vault

/// Which root key there is, and whether it opens the store. Writes nothing.
struct KeyStatus: Sendable {
    let instance: String
    let rootID: String
    let fits: Bool
    let problem: String?

    init(_ loaded: LoadedConfiguration) throws(OperatorError) {
        let root = try RootKey.read(loaded)
        let directory = loaded.configuration.service.stateDirectory
        try ProcessHygiene.becomeOwner(of: directory)
        do throws(Store.OpeningFailure) {
            let keys = try Store.openKeys(directory: directory, root: root).keys
            (instance, rootID, fits, problem) = (keys.instance.hex, keys.rootID.hex, true, nil)
        } catch {
            guard case .wrongRoot(_, let found) = error else { throw OpenedStore.error(error, directory: directory) }
            (instance, rootID, fits) = ("", found.hex, false)
            problem = OpenedStore.error(error, directory: directory).description
        }
    }

    var text: String {
        problem ?? "installation  \(instance)\nroot key      \(rootID)\nIt opens the store."
    }

    var json: String {
        JSONText.object([
            ("instance", .string(instance)), ("rootKey", .string(rootID)), ("fits", .bool(fits)),
            ("problem", problem.map { .string($0) } ?? .null),
        ])
    }
}
