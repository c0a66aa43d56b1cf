import Desk
import Glibc

/// How much room the file system of a path has for ordinary users; nil when it cannot be told.
enum DiskSpace {
    static func free(at path: String) -> UInt64? { room(at: path)?.free }

    static func room(at path: String) -> DiskRoom? {
        var statistics = statvfs()
        guard statvfs(path, &statistics) == 0 else { return nil }
        let size = statistics.f_frsize
        return DiskRoom(free: bytes(statistics.f_bavail, size), total: bytes(statistics.f_blocks, size))
    }

    private static func bytes(_ blocks: fsblkcnt_t, _ size: UInt) -> UInt64 {
        let (bytes, overflow) = UInt64(blocks).multipliedReportingOverflow(by: UInt64(size))
        return overflow ? UInt64.max : bytes
    }
}
