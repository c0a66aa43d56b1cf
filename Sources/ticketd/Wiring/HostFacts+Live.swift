import Desk
import Foundation
import Glibc
import Store

/// What this machine does for the store, read from the configuration, the files and `/proc`.
extension HostFacts {
    init(_ loaded: LoadedConfiguration) {
        self.init()
        let configuration = loaded.configuration
        let directory = configuration.service.stateDirectory
        readKey(configuration.keys.root, directory)
        let state = StateFiles(directory: directory)
        openFiles = [directory, state.desk, state.keys, state.ledger].filter { path in
            FileModes.mode(of: path).map { $0 & 0o077 != 0 } ?? false
        }
        isRoot = geteuid() == 0
        readProcess()
        if let desk = configuration.backup.desk.to { backupFolders[.desk] = desk }
        if let keys = configuration.backup.keys.to { backupFolders[.keys] = keys }
        if let desk = backupFolders[.desk].flatMap(FileModes.device), let keys = backupFolders[.keys] {
            sharesBackupDisk = FileModes.device(of: keys).map { $0 == desk }
        }
        plainMailboxes = configuration.mailboxes.filter(\.insecure).map(\.name.text)
    }

    /// A credential is handed over in a folder of the service's own; anything else is a file on the disk.
    private mutating func readKey(_ reference: SecretReference, _ directory: String) {
        let path: String
        switch reference {
        case .credential(let name):
            let folder = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"]
            if let folder, FileModes.mode(of: "\(folder)/\(name.text)") != nil {
                keySource = .credential
                path = "\(folder)/\(name.text)"
            } else {
                keySource = .file
                path = "/etc/ticketd/credentials/\(name.text)"
            }
        case .file(let place):
            keySource = .file
            path = place
        case .environment: return
        }
        keyMode = FileModes.mode(of: path).map { UInt32($0) }
        isKeyInState = path.hasPrefix(directory + "/")
    }

    private mutating func readProcess() {
        var core = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core) == 0 { mayDumpCore = core.rlim_cur > 0 }
        let status: String
        do { status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8) } catch { return }
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("NoNewPrivs:") }) else { return }
        hasNoNewPrivileges = line.hasSuffix("1")
    }
}
