import Desk

/// One thing that goes on until it is told to end.
struct Loop: Sendable {
    enum Ending: Sendable {
        /// It is cancelled in the middle of whatever it does.
        case cancel
        /// It is told, and ends by itself.
        case tell(@Sendable () -> Void)
    }

    let ending: Ending
    let body: @Sendable () async throws(StoreFailure) -> Void

    func run(until signal: StopSignal) async throws(StoreFailure) {
        let body = body
        let ending = ending
        let failure = await withTaskGroup(of: StoreFailure??.self) { group in
            group.addTask {
                do throws(StoreFailure) {
                    try await body()
                    return .some(nil)
                } catch {
                    return .some(error)
                }
            }
            group.addTask {
                await signal.wait()
                return nil
            }
            var failure: StoreFailure?
            while let ended = await group.next() {
                if let result = ended {
                    failure = result
                    group.cancelAll()
                    continue
                }
                // The signal. Cancelling reaches the body; telling lets it end in its own time.
                switch ending {
                case .cancel: group.cancelAll()
                case .tell(let tell): tell()
                }
            }
            return failure
        }
        if let failure { throw failure }
    }
}
