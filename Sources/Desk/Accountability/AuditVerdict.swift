internal import Vault

/// What reading the whole chain found.
///
/// It finds an entry that was changed, removed from the middle, put elsewhere or written by somebody without the key.
/// It cannot find that the end was cut off: a shorter chain is a whole one. That shows only against an anchor, the
/// sequence and hash that the daemon writes to the log of the machine every day.
package struct AuditVerdict: Sendable, Equatable {
    /// Entries there are.
    package var entries: Int64
    /// The last of them; nil for an empty log.
    package var head: AuditHead?
    /// The first entry that is missing or not what was written; nil when all fit.
    package var firstBad: Int64?

    package init(entries: Int64, head: AuditHead?, firstBad: Int64?) {
        self.entries = entries
        self.head = head
        self.firstBad = firstBad
    }
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
}
