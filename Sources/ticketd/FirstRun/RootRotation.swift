import Desk
import Foundation
import Glibc
import Store
import Vault

/// Replaces the root key. The new one is written beside the old as `….new`, shown for the escrow sheet, the keys are
/// wrapped under it in one commit, and it takes the old one's place. Ended at any instant it is run again.
struct RootRotation {
    enum Outcome: Equatable {
        case replaced(String)
        /// The old key does not lie in a file of ours: whoever keeps it has to put the new one there.
        case waiting(String)
    }

    let loaded: LoadedConfiguration
    /// Shows the sheet of the new key.
    let show: (SecretBytes) throws -> Void

    func run() throws -> Outcome {
        let path = try KeyMaking.path(of: loaded.configuration.keys.root)
        let next = path + ".new"
        let root = try made(next, like: path)
        Fault.point(.k4)
        if try !opens(root) {
            try show(root)
            try change(to: root)
        }
        Fault.point(.k5)
        guard FileManager.default.fileExists(atPath: path) else { return .waiting(next) }
        try replace(path, by: next)
        Fault.point(.k6)
        return .replaced(path)
    }

    /// The new key: the one of a run that was ended, or a fresh one.
    private func made(_ next: String, like path: String) throws -> SecretBytes {
        if let bytes = FileManager.default.contents(atPath: next) {
            guard bytes.count == RootKey.byteCount else { throw unwritable(next) }
            return SecretBytes(copying: Array(bytes))
        }
        let root = try KeyMaking.fresh()
        try KeyMaking.write(root, to: next)
        var status = stat()
        // Whoever may read the old one may read the new one.
        if stat(path, &status) == 0 {
            guard chown(next, status.st_uid, status.st_gid) == 0, chmod(next, status.st_mode & 0o777) == 0 else {
                throw unwritable(next)
            }
        }
        return root
    }

    private var directory: String { loaded.configuration.service.stateDirectory }

    private func opens(_ root: SecretBytes) throws(OperatorError) -> Bool {
        do throws(Store.OpeningFailure) {
            _ = try Store.openKeys(directory: directory, root: root)
            return true
        } catch .wrongRoot {
            return false
        } catch {
            throw OpenedStore.error(error, directory: directory)
        }
    }

    private func change(to root: SecretBytes) throws(OperatorError) {
        let old = try RootKey.read(loaded)
        let ring: KeyRing
        do throws(Store.OpeningFailure) {
            ring = try Store.openKeys(directory: directory, root: old).keys
        } catch {
            throw OpenedStore.error(error, directory: directory)
        }
        do throws(VaultFailure) {
            try ring.changeRoot(to: root)
        } catch {
            throw OperatorError(
                "the keys could not be wrapped under the new root", thing: directory + "/keys.db",
                remedy: "Nothing was changed. Run the command again.", exitCode: .inputOutput)
        }
    }

    /// The old key is overwritten before its name goes to the new one. What the disk keeps of overwritten blocks is
    /// beyond reach.
    private func replace(_ path: String, by next: String) throws(OperatorError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 || errno == EACCES else { throw unwritable(path) }
        if descriptor >= 0 {
            defer { close(descriptor) }
            let zeros = [UInt8](repeating: 0, count: RootKey.byteCount)
            guard zeros.withUnsafeBytes({ pwrite(descriptor, $0.baseAddress, $0.count, 0) }) == zeros.count,
                fsync(descriptor) == 0
            else { throw unwritable(path) }
        }
        guard rename(next, path) == 0 else { throw unwritable(path) }
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw unwritable(path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw unwritable(path) }
    }

    private func unwritable(_ path: String) -> OperatorError {
        OperatorError(
            "the root key cannot be replaced", thing: path,
            remedy: "Run the command as root, or as the owner of the file; it goes on where it was.",
            exitCode: .inputOutput)
    }
}
