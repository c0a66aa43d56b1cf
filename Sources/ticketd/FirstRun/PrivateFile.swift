import Foundation
import Glibc

/// Files that only their owner, and at most one group, may read: written whole and synced, and over an existing one
/// only where that is asked for.
enum PrivateFile {
    enum Failure: Error, Equatable {
        case exists
        case failed(errno: Int32)

        var isTransient: Bool { false }
    }

    static func create(
        _ path: String, bytes: [UInt8], mode: mode_t = 0o600, group: gid_t? = nil
    ) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw errno == EEXIST ? .exists : .failed(errno: errno) }
        defer { close(descriptor) }
        if let group, fchown(descriptor, uid_t.max, group) != 0 { throw .failed(errno: errno) }
        // The mode of open() passes the umask; the file must have exactly this one.
        guard fchmod(descriptor, mode) == 0 else { throw .failed(errno: errno) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else {
                if written < 0 && errno == EINTR { continue }
                throw .failed(errno: errno)
            }
            rest = rest.dropFirst(written)
        }
        guard fsync(descriptor) == 0 else { throw .failed(errno: errno) }
    }

    /// Puts a file in the place of another, whole or not at all: a crash leaves the old one.
    static func replace(
        _ path: String, bytes: [UInt8], mode: mode_t = 0o600, group: gid_t? = nil
    ) throws(Failure) {
        let fresh = path + ".new"
        // Left by a run that was broken off between the two.
        guard unlink(fresh) == 0 || errno == ENOENT else { throw .failed(errno: errno) }
        try create(fresh, bytes: bytes, mode: mode, group: group)
        guard rename(fresh, path) == 0 else { throw .failed(errno: errno) }
    }

    /// Makes the folder and those above it. An existing one stays as it is: the operator chose it.
    static func makeDirectory(
        _ path: String, mode: mode_t = 0o700, user: uid_t? = nil, group: gid_t? = nil
    ) throws(Failure) {
        if FileManager.default.fileExists(atPath: path) { return }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if parent != path, !FileManager.default.fileExists(atPath: parent) { try makeDirectory(parent, mode: 0o755) }
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw .failed(errno: errno) }
        if user != nil || group != nil, chown(path, user ?? uid_t.max, group ?? gid_t.max) != 0 {
            throw .failed(errno: errno)
        }
        guard chmod(path, mode) == 0 else { throw .failed(errno: errno) }
    }
}
