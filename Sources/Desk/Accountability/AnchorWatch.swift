import Foundation
import Mail

/// Mails to the data protection officer, once a day, where the audit log and the erasure ledger end: numbers and
/// hashes, nothing else. What lies in a mailbox elsewhere nobody changes together with the log (gdpr.md B11).
package struct AnchorWatch: Sendable {
    private let desk: Helpdesk
    private let line: StaffLine
    /// Told whether a server took it.
    private let report: @Sendable (_ isTaken: Bool) -> Void

    package init(
        desk: Helpdesk, courier: @escaping @Sendable () -> (any Courier)?,
        report: @escaping @Sendable (_ isTaken: Bool) -> Void = { _ in }
    ) {
        self.desk = desk
        line = StaffLine(desk: desk, courier: courier)
        self.report = report
    }

    /// Until the task is cancelled.
    package func watch() async {
        while !Task.isCancelled {
            await round()
            // Being cancelled is how the watch ends.
            do { try await desk.world.sleep(Limits.anchorLook) } catch { return }
        }
    }

    /// Mails it when a day has gone by. What no server takes is tried again at the next look.
    package func round() async {
        let settings = desk.settings.value
        guard let officer = settings.officerAddress else { return }
        let now = desk.world.now()
        do throws(StoreFailure) {
            // A clock that was put back must not keep it silent for as long.
            if let last = try await desk.store.anchorMailedAt(), last <= now,
                now < last.addingTimeInterval(Limits.anchorEvery.seconds)
            {
                return
            }
            guard let head = try await desk.store.auditHead() else { return }
            guard !(await desk.mutes(of: [officer]).hearing(notices: [officer])).isEmpty else { return }
            let words = StaffWords(anchor: head, ledger: await desk.store.ledgerStatus(), settings: settings)
            let isTaken = await line.tell(words, to: [officer], settings)
            if isTaken { try await desk.store.noteAnchorMailed(at: now) }
            report(isTaken)
        } catch {
            // The store has its own alarm, and the end of the log is as good an hour later.
            return
        }
    }
}
