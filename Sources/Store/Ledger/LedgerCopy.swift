internal import Desk
internal import Synchronization

/// The ledger in one folder of `privacy.ledger_copies`.
///
/// The folder is never made: where a disk is not mounted, a copy on the disk below would only seem to be elsewhere.
final class LedgerCopy: Sendable {
    let folder: String
    private let file: LedgerFile
    private let state: Mutex<LedgerCopyState>
    /// Bytes known to be the same as the ledger's; nil when the copy has to be compared first.
    private let known = Mutex<Int?>(nil)

    init(folder: String) {
        self.folder = folder
        file = LedgerFile(path: folder + "/" + StateFiles.ledgerName)
        state = Mutex(.behind)
    }

    var path: String { file.path }
    var status: LedgerCopyStatus { LedgerCopyStatus(folder: folder, state: state.withLock { $0 }) }

    /// What the folder has; nil when it cannot be read.
    func bytes() -> [UInt8]? {
        do throws(StoreFailure) { return try LedgerFile.read(path) } catch { return nil }
    }

    /// Brings the copy up to the ledger's first `length` bytes. Blocks for as long as the folder's disk does.
    func follow(_ ledger: String, length: Int) {
        let outcome: LedgerCopyState
        do throws(StoreFailure) {
            outcome = try catchUp(with: ledger, length: length)
        } catch {
            known.withLock { $0 = nil }
            file.letGo()
            outcome = .behind
        }
        state.withLock { $0 = outcome }
    }

    private func catchUp(with ledger: String, length: Int) throws(StoreFailure) -> LedgerCopyState {
        guard StateFiles.exists(folder) else { throw .notFound }
        let size = try file.size()
        var start = known.withLock { $0 }
        if start.map(Int64.init) != size {
            file.letGo()
            start = nil
        }
        guard length != start else { return .current }
        let bytes = try LedgerFile.read(ledger).prefix(length)
        if start == nil {
            let mine = try LedgerFile.read(path)
            // Longer or different: something else wrote here, and what it wrote is not ours to overwrite.
            guard bytes.starts(with: mine) else { return .differs }
            start = mine.count
        }
        let from = start ?? 0
        if from < bytes.count { try file.append(Array(bytes[from...]), after: from) }
        known.withLock { $0 = bytes.count }
        return .current
    }
}
