import Desk
import Foundation

/// Writes to the machine's log where the audit log and the erasure ledger end: at the start and once a day. Kept
/// elsewhere, such an anchor shows what the chain itself cannot, that its end was cut off or that somebody with the key
/// wrote it anew.
struct AnchorLoop: Sendable {
    let store: any AuditStore
    let world: World
    let log: Log

    static let every = Duration.seconds(86_400)
    /// After a failure: reading works again soon or the store is beyond help.
    static let retry = Duration.seconds(300)

    func run() async {
        while !Task.isCancelled {
            let wait = await anchor()
            do { try await world.sleep(wait) } catch { return }
        }
    }

    private func anchor() async -> Duration {
        do throws(StoreFailure) {
            if let head = try await store.auditHead() {
                log(.auditAnchor(sequence: Int(clamping: head.sequence), digest: head.mac))
            }
            let ledger = await store.ledgerStatus()
            if ledger.sequence > 0 {
                log(.ledgerAnchor(sequence: Int(clamping: ledger.sequence), digest: ledger.mac))
            }
            let behind = ledger.copies.count { $0.state != .current }
            if behind > 0 { log(.ledgerCopiesBehind(behind, of: ledger.copies.count)) }
            return Self.every
        } catch {
            log(.auditAnchorFailed(reason: error.word))
            return Self.retry
        }
    }
}
