import Glibc

/// The user the daemon runs as, as root sees it: files are given to it while they are made.
struct ServiceAccount: Sendable, Equatable {
    let user: uid_t
    let group: gid_t

    /// nil when there is no such user, or when we could not give anything away.
    init?(named name: String?) {
        guard geteuid() == 0, let name else { return nil }
        var entry = passwd()
        var buffer = [CChar](repeating: 0, count: Self.bufferBytes)
        var found: UnsafeMutablePointer<passwd>?
        guard getpwnam_r(name, &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        (user, group) = (entry.pw_uid, entry.pw_gid)
    }

    /// getpwnam_r(3) suggests 1,024; names from a directory service may be longer.
    private static let bufferBytes = 16_384
}
