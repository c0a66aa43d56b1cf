import Foundation
import Store
import Vault

/// What stands on the disk: whether the root key opens the store, whether others could read it, whether there is room.
struct StateCheck: Sendable {
    let loaded: LoadedConfiguration
    /// nil when it cannot be read; another finding says so.
    let root: SecretBytes?

    private static let enoughRoom: UInt64 = 512 * 1_048_576

    private var directory: String { loaded.configuration.service.stateDirectory }

    /// The findings, and the keys when they open.
    func examine() -> (findings: [Finding], keys: KeyRing?) {
        var findings: [Finding] = []
        let keys = root.flatMap { open($0, &findings) }
        return (findings + files() + [disk()], keys)
    }

    private func open(_ root: SecretBytes, _ findings: inout [Finding]) -> KeyRing? {
        do throws(Store.OpeningFailure) {
            let keys = try Store.openKeys(directory: directory, root: root).keys
            findings.append(.well("keys", "the root key opens the store"))
            return keys
        } catch {
            findings.append(Finding("keys", OpenedStore.error(error, directory: directory)))
            return nil
        }
    }

    private func files() -> [Finding] {
        let state = StateFiles(directory: directory)
        let wanted: [(path: String, mode: mode_t)] = [(directory, 0o700), (state.desk, 0o600), (state.keys, 0o600)]
        let open = wanted.filter { (FileModes.mode(of: $0.path) ?? 0) & 0o077 != 0 }
        guard !open.isEmpty else { return [.well("files", "\(directory) is private")] }
        return open.map { path, mode in
            .problem("files", "\(path) is open to others", mend: "chmod \(String(mode, radix: 8)) \(path)")
        }
    }

    private func disk() -> Finding {
        guard let free = DiskSpace.free(at: directory) else {
            return .problem("disk", "the free space of \(directory) cannot be told", mend: "check that it exists")
        }
        let mebibytes = free / 1_048_576
        return free < Self.enoughRoom
            ? .problem("disk", "only \(mebibytes) MiB are free at \(directory)", mend: "free some space")
            : .well("disk", "\(mebibytes) MiB are free at \(directory)")
    }
}
