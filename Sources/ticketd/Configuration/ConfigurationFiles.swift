import Foundation
import Glibc

/// How configuration and secrets are read from disk: two functions, so that a test can be the disk.
struct ConfigurationFiles: Sendable {
    enum ReadFailure: Error, Equatable {
        case missing, tooLarge
        case refused(code: Int32)

        /// All three need a hand on the file.
        var isTransient: Bool { false }
    }

    /// The content of a file of at most so many bytes.
    let read: @Sendable (_ path: String, _ most: Int) throws(ReadFailure) -> [UInt8]
    /// The names in a folder, in any order; empty when there is no such folder.
    let names: @Sendable (_ folder: String) -> [String]

    static let live = ConfigurationFiles(
        read: { path, most throws(ReadFailure) in try content(of: path, most: most) },
        names: { folder in
            do { return try FileManager.default.contentsOfDirectory(atPath: folder) } catch { return [] }
        })

    /// Reads with the system calls themselves: they tell "missing" from "not allowed" and stop at the limit.
    private static func content(of path: String, most: Int) throws(ReadFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            let code = errno
            throw code == ENOENT || code == ENOTDIR ? .missing : .refused(code: code)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while bytes.count <= most {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .refused(code: errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
        throw .tooLarge
    }
}
