import Glibc

/// Free bytes for ordinary users on the file system of a path; nil when it cannot be told.
enum DiskSpace {
    static func free(at path: String) -> UInt64? {
        var statistics = statvfs()
        guard statvfs(path, &statistics) == 0 else { return nil }
        let (bytes, overflow) = UInt64(statistics.f_bavail).multipliedReportingOverflow(by: UInt64(statistics.f_frsize))
        return overflow ? UInt64.max : bytes
    }
}
