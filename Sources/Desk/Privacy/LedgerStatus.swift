/// How the erasure ledger stands: where it ends, and whether its copies follow.
package struct LedgerStatus: Sendable, Equatable {
    /// The last line's number; 0 for an empty ledger.
    package var sequence: Int64
    /// The MAC of the last line; empty for an empty ledger.
    package var mac: [UInt8]
    package var copies: [LedgerCopyStatus]

    /// Copies that do not hold every line.
    package var copiesBehind: Int { copies.count { $0.state != .current } }

    package init(sequence: Int64, mac: [UInt8], copies: [LedgerCopyStatus]) {
        self.sequence = sequence
        self.mac = mac
        self.copies = copies
    }
}

package struct LedgerCopyStatus: Sendable, Equatable {
    package var folder: String
    package var state: LedgerCopyState

    package init(folder: String, state: LedgerCopyState) {
        self.folder = folder
        self.state = state
    }
}

package enum LedgerCopyState: String, Sendable {
    /// Every line is in the folder.
    case current
    /// The folder is missing or cannot be written; lines are added as soon as it can.
    case behind
    /// The folder holds lines that are not in the ledger. Nothing is written there until somebody has looked.
    case differs
}
