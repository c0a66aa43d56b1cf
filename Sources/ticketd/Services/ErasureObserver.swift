import Desk
import Vault

/// Turns what the worker of erasures sees into log lines: ids and words of ours.
struct ErasureObserver: Sendable {
    let log: Log

    func saw(_ observation: ErasureWorker.Observation) {
        switch observation {
        case .finished(let id): log(.erased(erasure: id.object.bytes))
        case .blocked(let id): log(.erasureWaits(erasure: id.object.bytes, reason: "mail-server"))
        case .held(let id): log(.erasureWaits(erasure: id.object.bytes, reason: "daily-limit"))
        case .residue(let id): log(.erasureResidue(erasure: id.object.bytes))
        case .storeFailed(let failure): log(.storeReadOnly(reason: failure.word))
        }
    }
}
