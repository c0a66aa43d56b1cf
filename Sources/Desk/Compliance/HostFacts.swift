/// What the machine does for the store: where the root key comes from, who may read the files, what the process may do.
///
/// Read anew for each look by whoever wires the desk. nil is what could not be told.
package struct HostFacts: Sendable, Equatable {
    package enum KeySource: String, Sendable {
        /// Handed over by systemd, in memory of the service alone.
        case credential
        /// A file that anybody who reads the disk can read.
        case file
    }

    package var keySource: KeySource?
    /// The permission bits of the key's file.
    package var keyMode: UInt32?
    package var isKeyInState: Bool?
    /// Files and folders of the state that others than the owner may read.
    package var openFiles: [String]?
    package var isRoot: Bool?
    /// PR_SET_NO_NEW_PRIVS is set for the process.
    package var hasNoNewPrivileges: Bool?
    package var mayDumpCore: Bool?
    /// The folders the two sets of backups go to.
    package var backupFolders: [BackupSet: String] = [:]
    /// Whether both lie on one disk.
    package var sharesBackupDisk: Bool?
    /// Mailboxes whose server is reached without TLS.
    package var plainMailboxes: [String]?

    package init() {}
}
