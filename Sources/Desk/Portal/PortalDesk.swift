/// Answers those who asked for a link, behind the page that told everybody the same.
///
/// Who is on file is looked up here and not where the page answers, so neither its words nor its time tell (P15). It
/// also ends links and sessions whose time is over.
package struct PortalDesk: Sendable {
    package let desk: Helpdesk
    /// Told how many links left and what the store could not do.
    private let report: @Sendable (Result<PortalAnswers, StoreFailure>) -> Void

    package init(
        desk: Helpdesk, report: @escaping @Sendable (Result<PortalAnswers, StoreFailure>) -> Void = { _ in }
    ) {
        self.desk = desk
        self.report = report
    }

    /// Works until the task is cancelled. Throws only when the store says that the process must stop.
    package func work() async throws(StoreFailure) {
        var swept = desk.world.monotonic() - Limits.portalSweep
        while !Task.isCancelled {
            do throws(StoreFailure) {
                try await answer()
                if desk.world.monotonic() - swept >= Limits.portalSweep {
                    try await desk.store.endOldLinks(now: desk.world.now())
                    swept = desk.world.monotonic()
                }
            } catch {
                report(.failure(error))
                guard error.isTransient else { throw error }
            }
            // Being cancelled is how a rest ends early; the loop looks at that itself.
            do { try await desk.world.sleep(Limits.portalRest) } catch { return }
        }
    }

    /// Answers everybody who waits.
    @discardableResult
    package func answer() async throws(StoreFailure) -> PortalAnswers {
        let dispatch = Dispatch(settings: desk.settings.value, keys: desk.keys, world: desk.world)
        var total = PortalAnswers()
        while try await desk.store.isLinkAskedFor() {
            let answers = try await desk.store.answerAsks(limit: Limits.portalAnswers, dispatch: dispatch)
            total.settled += answers.settled
            total.sent += answers.sent
            guard answers.settled > 0 else { break }
        }
        if total.sent > 0 { desk.bells.ringAll() }
        if total.settled > 0 { report(.success(total)) }
        return total
    }
}
