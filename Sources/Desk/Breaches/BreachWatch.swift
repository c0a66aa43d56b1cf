import Foundation

/// Looks for signs of a breach and raises them as candidates. It reads what the desk keeps anyway and writes nothing
/// but the candidates.
package struct BreachWatch: Sendable {
    private let desk: Helpdesk
    /// The files of the state, as they lie on the disk now.
    private let files: @Sendable () -> [BreachSights.File]
    /// Told how many candidates are new, or why it could not look.
    private let report: @Sendable (Result<Int, StoreFailure>) -> Void

    package init(
        desk: Helpdesk, files: @escaping @Sendable () -> [BreachSights.File] = { [] },
        report: @escaping @Sendable (Result<Int, StoreFailure>) -> Void = { _ in }
    ) {
        self.desk = desk
        self.files = files
        self.report = report
    }

    /// Until the task is cancelled.
    package func watch() async {
        var verifiedAt: Date?
        while !Task.isCancelled {
            let now = desk.world.now()
            // Reading the whole chain takes its time, so it is read once a day.
            let isDue = verifiedAt.map { abs(now.timeIntervalSince($0)) >= Limits.auditVerified.seconds } ?? true
            if await round(verifying: isDue), isDue { verifiedAt = now }
            // Being cancelled is how the watch ends.
            do { try await desk.world.sleep(Limits.breachLook) } catch { return }
        }
    }

    /// One look. Answers whether it could be made.
    @discardableResult
    package func round(verifying: Bool) async -> Bool {
        do throws(StoreFailure) {
            let now = desk.world.now()
            var sights = try await desk.store.breachSights(now: now)
            sights.files = files()
            if verifying { sights.firstBadEntry = try await desk.store.verifyAudit().firstBad }
            let found = sights.found
            let isNew =
                found.isEmpty ? 0 : try await desk.store.raise(found.map { candidate($0, at: now) }, now: now)
            report(.success(isNew))
            return true
        } catch {
            report(.failure(error))
            return false
        }
    }

    private func candidate(_ found: BreachSights.Found, at now: Date) -> BreachCandidate {
        BreachCandidate(
            id: BreachCandidateID(from: desk.world), sign: found.sign, subject: found.subject, count: found.count,
            at: now)
    }
}
