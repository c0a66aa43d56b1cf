internal import Vault

/// What reading the whole chain found.
///
/// It finds an entry that was changed, removed from the middle, put elsewhere or written by somebody without the key.
/// It cannot find by itself that the end was cut off: a shorter chain is a whole one. That shows only against an
/// anchor, the sequence and hash that the daemon writes to the log of the machine and mails to the DPO every day.
package struct AuditVerdict: Sendable, Equatable {
    /// Entries there are.
    package var entries: Int64
    /// The last of them; nil for an empty log.
    package var head: AuditHead?
    /// The first entry that is missing or not what was written; nil when all fit.
    package var firstBad: Int64?
    /// The first of the anchors it was held against that does not stand in it; nil when all do.
    package var lostAnchor: Int64?

    package init(entries: Int64, head: AuditHead?, firstBad: Int64?, lostAnchor: Int64? = nil) {
        self.entries = entries
        self.head = head
        self.firstBad = firstBad
        self.lostAnchor = lostAnchor
    }

    package var isIntact: Bool { firstBad == nil && lostAnchor == nil }
}

/// Where the chain ends. Kept elsewhere it is an anchor: whatever stood before it cannot be changed unnoticed.
package struct AuditHead: Sendable, Equatable {
    package var sequence: Int64
    package var mac: [UInt8]

    package init(sequence: Int64, mac: [UInt8]) {
        self.sequence = sequence
        self.mac = mac
    }

    package var hex: String { Hex.encode(mac) }

    /// As it is given to a verification: `7:0f3a…`.
    package var text: String { "\(sequence):\(hex)" }

    /// Reads what `text` writes, in either case, and refuses everything else.
    package init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let sequence = Int64(parts[0]), sequence > 0, let mac = Hex.decode(parts[1].lowercased()),
            mac.count == Limits.anchorBytes
        else { return nil }
        self.init(sequence: sequence, mac: mac)
    }
}
