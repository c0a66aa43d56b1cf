internal import Desk
internal import Vault

/// Finds the ledger to restore by: the longest valid chain among some folders, and how far it is known to have been.
struct LedgerChoice {
    /// The whole lines, as bytes.
    let bytes: [UInt8]
    let reading: LedgerReading
    /// Where it was found; nil when no folder has one.
    let folder: String?

    /// Of chains of equal length the first wins: the state folder is named first.
    init(among folders: [String], chain: LedgerChain) {
        var best = (bytes: [UInt8](), reading: LedgerReading([], chain: chain), folder: String?.none)
        for folder in folders {
            let bytes: [UInt8]
            do throws(StoreFailure) {
                bytes = try LedgerFile.read(folder + "/" + StateFiles.ledgerName)
            } catch {
                continue
            }
            let reading = LedgerReading(bytes, chain: chain)
            guard reading.entries.count > best.reading.entries.count else { continue }
            best = (Array(bytes.prefix(reading.length)), reading, folder)
        }
        (bytes, reading, folder) = best
    }

    /// The newest of these anchors that the chain does not reach, or reaches with another line; nil when there is none.
    func gap(_ anchors: [BackupManifest.Ledger]) -> (has: Int64, needs: Int64)? {
        let has = Int64(reading.entries.count)
        let missed = anchors.filter { anchor in
            guard anchor.sequence > 0 else { return false }
            guard anchor.sequence <= has else { return true }
            return !anchor.mac.isEmpty && Hex.encode(reading.macs[Int(anchor.sequence - 1)]) != anchor.mac
        }
        return missed.map(\.sequence).max().map { (has, $0) }
    }
}
