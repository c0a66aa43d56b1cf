internal import Desk
internal import Glibc

/// The files of one store, and how they come to be: readable by nobody but their owner from the first moment.
package struct StateFiles: Sendable {
    package let directory: String

    package init(directory: String) {
        self.directory = directory
    }

    package var desk: String { directory + "/desk.db" }
    package var keys: String { directory + "/keys.db" }
    package var lock: String { directory + "/ticketd.lock" }
    package var ledger: String { directory + "/" + Self.ledgerName }

    /// The erasure ledger, in the state folder and in each folder it is copied to.
    static let ledgerName = "erasures.log"

    package var hasDesk: Bool { Self.exists(desk) }
    package var hasKeys: Bool { Self.exists(keys) }

    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Makes the directory, and those above it, when they are missing. An existing one keeps its mode: the operator
    /// chose it.
    static func makeDirectory(_ path: String) throws(StoreFailure) {
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex, !exists(String(path[..<slash])) {
            try makeDirectory(String(path[..<slash]))
        }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(errno) }
    }

    /// Makes an empty file that must not exist yet. SQLite gives its log and its index the mode of their database.
    static func makeFile(_ path: String) throws(StoreFailure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(errno) }
        close(descriptor)
    }

    /// Puts a file, or the entries of a directory, on the disk.
    static func sync(_ path: String) throws(StoreFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .ioFailed }
    }

    static func move(_ path: String, to target: String) throws(StoreFailure) {
        guard rename(path, target) == 0 else { throw failure(errno) }
    }

    /// Removes a file if it is there.
    static func remove(_ path: String) throws(StoreFailure) {
        guard unlink(path) == 0 || errno == ENOENT else { throw failure(errno) }
    }

    /// The folder a file lies in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func size(of path: String) throws(StoreFailure) -> Int64 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(errno) }
        return Int64(status.st_size)
    }

    static func names(in directory: String) throws(StoreFailure) -> [String] {
        guard let stream = opendir(directory) else { throw failure(errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    static func failure(_ code: Int32) -> StoreFailure {
        switch code {
        case ENOENT: .notFound
        case EIO: .ioFailed
        default: .notWritable
        }
    }
}
