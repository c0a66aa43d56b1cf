import Glibc
import Vault

/// What a process does before it touches mail: no core dumps, no ptrace, no readable files, no death by SIGPIPE.
enum ProcessHygiene {
    static func apply() {
        umask(0o077)
        Allocator.settle()
        signal(SIGPIPE, SIG_IGN)
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        // A crash dump of this process would be customer mail in clear (gdpr.md B12).
        ProcessMemory.refuseDumps()
    }

    /// A daemon started by hand as root would leave files that the service cannot open. It cannot become the owner
    /// either: the C library leaves a thread that Swift has parked for ever as it was, and that thread would stay root.
    static func refuseForeignState(_ directory: String) throws(OperatorError) {
        var status = stat()
        guard geteuid() == 0, stat(directory, &status) == 0, status.st_uid != 0 else { return }
        throw OperatorError(
            "the store belongs to another user, and root would leave files there that he cannot open",
            thing: directory, remedy: "Start the daemon with `systemctl start ticketd`, or as that user.",
            exitCode: .usage)
    }

    /// Becomes the owner of the state folder when run as root, so that no file there ends up root's. For commands that
    /// end soon: it keeps files right and is no wall against an intruder.
    static func becomeOwner(of directory: String) throws(OperatorError) {
        guard geteuid() == 0 else { return }
        var status = stat()
        guard stat(directory, &status) == 0, status.st_uid != 0 else { return }
        guard setgroups(0, nil) == 0, setgid(status.st_gid) == 0, setuid(status.st_uid) == 0 else {
            throw OperatorError(
                "the owner of the state folder could not be taken on (errno \(errno))", thing: directory,
                remedy: "Run the command as that user.", exitCode: .inputOutput)
        }
    }
}
