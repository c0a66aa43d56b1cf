internal import Desk
internal import Glibc
internal import Synchronization

/// A file that only grows: what was appended is on the disk when `append` returns.
///
/// The bytes that count are the first `length`; whatever follows them is cut off before the next are written.
final class LedgerFile: Sendable {
    let path: String
    private let descriptor = Mutex<Int32?>(nil)

    init(path: String) {
        self.path = path
    }

    deinit {
        descriptor.withLock { if let open = $0 { close(open) } }
    }

    /// Everything in the file; nothing when there is none.
    static func read(_ path: String) throws(StoreFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return [] }
            throw StateFiles.failure(errno)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: Limits.ledgerPiece)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            guard count >= 0 else { throw StateFiles.failure(errno) }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    func append(_ bytes: [UInt8], after length: Int) throws(StoreFailure) {
        let descriptor = try opened()
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw StateFiles.failure(errno) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress, $0.count, off_t(length + written))
            }
            guard count > 0 else {
                let code = errno
                // What is left over is cut off by the next append as well; a full disk can always be cut.
                _ = ftruncate(descriptor, off_t(length))
                throw StateFiles.failure(code)
            }
            written += count
        }
        // After a failed sync nobody knows what the disk holds: the process has to end.
        guard fsync(descriptor) == 0 else { throw .ioFailed }
    }

    /// How long the file is now, through the path: somebody may have put another in its place.
    func size() throws(StoreFailure) -> Int64 {
        do throws(StoreFailure) { return try StateFiles.size(of: path) } catch .notFound { return 0 }
    }

    /// Lets go of the file, so that the next append opens what stands at the path then.
    func letGo() {
        descriptor.withLock {
            if let open = $0 { close(open) }
            $0 = nil
        }
    }

    private func opened() throws(StoreFailure) -> Int32 {
        if let known = descriptor.withLock({ $0 }) { return known }
        let isNew = !StateFiles.exists(path)
        let made = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard made >= 0 else { throw StateFiles.failure(errno) }
        descriptor.withLock { $0 = made }
        if isNew { try StateFiles.sync(StateFiles.folder(of: path)) }
        return made
    }
}
