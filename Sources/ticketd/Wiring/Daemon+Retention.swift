import Desk

/// The loop that deletes what has been kept long enough.
extension Daemon {
    func retaining(_ loaded: LoadedConfiguration, _ desk: Helpdesk) -> Loop {
        let notice = RetentionNotice(desk: desk, courier: { alarmCourier(loaded, desk) })
        let worker = RetentionWorker(desk: desk, tell: notice.tell, observe: RetentionObserver(log: log).saw)
        return Loop(ending: .cancel) { () async throws(StoreFailure) in try await worker.work() }
    }
}
