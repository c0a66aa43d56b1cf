import Desk

/// Brings the copies of the erasure ledger up to it. An erasure does so by itself; this is for the folder that was away
/// at that moment, whose next erasure may be months off.
struct LedgerCopyLoop: Sendable {
    let store: any AuditStore
    let world: World

    /// Often enough that the alarm about a disk that is back ends while somebody still looks.
    static let every = Duration.seconds(300)

    func run() async {
        while !Task.isCancelled {
            do { try await world.sleep(Self.every) } catch { return }
            await store.copyLedger()
        }
    }
}
