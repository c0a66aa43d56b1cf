import Desk

/// The loop that makes the checks every day and the round trip every week.
extension Daemon {
    func checking(_ desk: Helpdesk) -> Loop {
        let watch = ComplianceWatch(desk: desk) { [log] observation in
            switch observation {
            case .checked(let failing, let began): log(.complianceChecked(failing: failing, began: began.count))
            case .wentRound(let failedAt): log(.roundTripMade(failedStep: failedAt.map { Int($0.rawValue) } ?? 0))
            case .storeFailed(let failure): log(.storeReadOnly(reason: failure.word))
            }
        }
        return Loop(ending: .cancel) { () async throws(StoreFailure) in await watch.watch() }
    }
}
