/// How much of the store's file system is left, in bytes.
package struct DiskRoom: Sendable, Equatable {
    package var free: UInt64
    package var total: UInt64

    package init(free: UInt64, total: UInt64) {
        self.free = free
        self.total = total
    }

    /// Under 512 MiB, or under 5 % of a disk so small that 512 MiB would be much of it (reliability.md §3.3).
    package var isLow: Bool { free < min(Limits.diskLowBytes, total / Limits.diskLowShare) }

    var freeMebibytes: Int { Int(clamping: free / 1_048_576) }
}
