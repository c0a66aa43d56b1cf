/// One folder of the IMAP test server.
package struct IMAPFolder: Sendable {
    package struct Entry: Sendable {
        package var uid: UInt32
        package var bytes: [UInt8]
        package var flags: Set<String> = []
        package var internalDate: String
    }

    package var uidValidity: UInt32
    package var nextUID: UInt32
    package var entries: [Entry] = []
    package var isReadOnly = false

    init(uidValidity: UInt32, nextUID: UInt32 = 1) {
        self.uidValidity = uidValidity
        self.nextUID = nextUID
    }

    @discardableResult
    mutating func add(_ bytes: [UInt8], flags: Set<String> = [], internalDate: String) -> UInt32 {
        let uid = nextUID
        nextUID &+= 1
        entries.append(Entry(uid: uid, bytes: bytes, flags: flags, internalDate: internalDate))
        return uid
    }

    /// The UIDs of a set as RFC 3501 §9 has it; `n:*` always names the last one (gdpr.md C6).
    func select(_ set: String) -> [UInt32] {
        let last = entries.last?.uid ?? 0
        var chosen: [UInt32] = []
        for part in set.split(separator: ",") {
            let ends = part.split(separator: ":").map { $0 == "*" ? last : UInt32($0) ?? 0 }
            guard let first = ends.first, let second = ends.last else { continue }
            let range = min(first, second)...max(first, second)
            chosen += entries.map(\.uid).filter(range.contains)
        }
        return chosen
    }
}
