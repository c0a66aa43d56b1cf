internal import Foundation
internal import Glibc

/// One daemon for one store: holds an advisory lock on `ticketd.lock` for as long as it lives.
///
/// The kernel lets go of it when the process ends, however it ends, so there is no stale lock to clear. The file
/// holds the holder's process number for people; only the lock itself decides.
package final class InstanceLock: Sendable {
    package enum Failure: Error, Sendable, Equatable {
        /// Somebody else has it; its process number when the file tells.
        case held(by: Int32?)
        /// The lock file cannot be made or written.
        case unusable(code: Int32)

        package var isTransient: Bool {
            switch self {
            case .held: true
            case .unusable: false
            }
        }
    }

    private let descriptor: Int32

    package init(directory: String) throws(Failure) {
        let path = StateFiles(directory: directory).lock
        // Never inherited: a child that lives on must not hold the lock of its dead parent.
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unusable(code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let holder = Self.holder(descriptor)
            close(descriptor)
            throw code == EWOULDBLOCK ? .held(by: holder) : .unusable(code: code)
        }
        self.descriptor = descriptor
        writeNumber()
    }

    deinit {
        close(descriptor)
    }

    /// Best effort: a full disk must not keep a daemon from reading its store (P9).
    private func writeNumber() {
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private static func holder(_ descriptor: Int32) -> Int32? {
        var bytes = [UInt8](repeating: 0, count: Limits.lockBytes)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        return Int32(String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
