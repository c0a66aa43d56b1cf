import Desk
import Vault

/// Turns what the worker of exports sees into log lines: ids and words of ours.
struct ExportObserver: Sendable {
    let log: Log

    func saw(_ observation: ExportWorker.Observation) {
        switch observation {
        case .made(let id): log(.exportMade(export: id.object.bytes))
        case .ended(let count): log(.exportsEnded(count))
        case .restless(let id): log(.exportWaits(export: id.object.bytes))
        case .storeFailed(let failure): log(.storeReadOnly(reason: failure.word))
        }
    }
}
