import Foundation
import Glibc

/// Files that only their owner may read: written whole, synced, and never over an existing one.
enum PrivateFile {
    enum Failure: Error, Equatable {
        case exists
        case failed(errno: Int32)

        var isTransient: Bool { false }
    }

    static func create(_ path: String, bytes: [UInt8], mode: mode_t = 0o600) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else { throw errno == EEXIST ? .exists : .failed(errno: errno) }
        defer { close(descriptor) }
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

    static func makeDirectory(_ path: String, mode: Int = 0o700) throws(Failure) {
        if FileManager.default.fileExists(atPath: path) { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
        } catch {
            throw .failed(errno: errno)
        }
    }
}
