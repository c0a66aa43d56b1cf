import Glibc

/// The permission bits of a file; nil when it is not there.
enum FileModes {
    static func mode(of path: String) -> mode_t? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return status.st_mode & 0o777
    }
}
