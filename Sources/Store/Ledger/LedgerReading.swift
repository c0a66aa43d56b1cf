internal import Vault

/// What reading a ledger from its first line found.
package struct LedgerReading: Sendable, Equatable {
    /// What follows the lines that fit.
    package enum Rest: Sendable, Equatable {
        case nothing
        /// A last line that is not whole: the process or the machine ended while it was written, and what it would
        /// have said was never acknowledged. It is written over.
        case torn
        /// The line with this number is not what was written, and others follow it.
        case damaged(line: Int64)
        /// The line with this number was written by a newer ticketd.
        case unknown(line: Int64)

        /// What keeps a store from going on with this ledger; nil when nothing does.
        package var fault: LedgerFault? {
            switch self {
            case .nothing, .torn: nil
            case .damaged(let line): .damaged(line: line)
            case .unknown(let line): .unknown(line: line)
            }
        }
    }

    package var entries: [LedgerEntry] = []
    /// The last line that fits; nil when there is none.
    package var head: LedgerHead?
    /// Bytes of the lines that fit.
    package var length = 0
    package var rest = Rest.nothing
    /// The MACs of `entries`.
    var macs: [[UInt8]] = []

    init(_ bytes: [UInt8], chain: LedgerChain) {
        while length < bytes.count {
            let end = bytes[length...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            let line = (head?.sequence ?? 0) &+ 1
            switch end == bytes.endIndex
                ? .broken : LedgerLine.read(bytes[length..<end], after: head, chain: chain)
            {
            case .fits(let line):
                entries.append(line.entry)
                macs.append(line.mac)
                head = LedgerHead(sequence: line.entry.sequence, mac: line.mac)
                length = end + 1
            case .unknownAct:
                rest = .unknown(line: line)
                return
            case .broken:
                rest = end + 1 < bytes.count ? .damaged(line: line) : .torn
                return
            }
        }
    }

    /// Whether every line of the other is a line of this one.
    package func continues(_ other: LedgerReading) -> Bool {
        guard let head = other.head else { return true }
        return macs.count >= other.macs.count && macs[other.macs.count - 1] == head.mac
    }
}
