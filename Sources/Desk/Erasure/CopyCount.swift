/// What became of the copies in a folder of a mail server.
package struct CopyCount: Sendable, Equatable {
    package var removed = 0
    /// To be removed, and still there: no safe way to do it (neither RFC 4315 nor the right to write), another mail
    /// under the number, or another generation of the folder.
    package var left = 0

    package init(removed: Int = 0, left: Int = 0) {
        self.removed = removed
        self.left = left
    }

    static func + (one: CopyCount, other: CopyCount) -> CopyCount {
        CopyCount(removed: one.removed + other.removed, left: one.left + other.left)
    }
}
