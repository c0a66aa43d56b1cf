import Foundation
import Mail

/// Reminds the data protection officer of the tasks of the year, each due date once.
///
/// It goes to the officer; where the configuration names none, to those who hear alarms. A due date is kept as told
/// only after a server took the mail: a crash in between tells once more, never less. Nobody can mute it.
package struct OfficerReminderWatch: Sendable {
    private let desk: Helpdesk
    private let line: StaffLine
    /// Told how many tasks were due and whether somebody was told.
    private let report: @Sendable (_ due: Int, _ isTold: Bool) -> Void

    package init(
        desk: Helpdesk, courier: @escaping @Sendable () -> (any Courier)?,
        report: @escaping @Sendable (Int, Bool) -> Void = { _, _ in }
    ) {
        self.desk = desk
        line = StaffLine(desk: desk, courier: courier)
        self.report = report
    }

    /// Until the task is cancelled.
    package func watch() async {
        await desk.world.rounds { await round() }
    }

    /// Tells what is due and answers how long to wait.
    @discardableResult
    package func round() async -> Duration {
        do throws(DeskRefusal) {
            let due = try await desk.officerTasksToRemindOf()
            guard !due.isEmpty else { return Limits.officerLook }
            guard await tell(due) else { return Limits.noticeRetry }
            try await desk.noteReminded(due)
            return Limits.officerLook
        } catch {
            // The store has its own alarm; the days wait in it.
            return Limits.noticeRetry
        }
    }

    private func tell(_ due: [OfficerTask]) async -> Bool {
        let settings = desk.settings.value
        let recipients = settings.officerAddress.map { [$0] } ?? settings.alerts.recipients
        let isTold = await line.tell(StaffWords(tasks: due, settings: settings), to: recipients, settings)
        report(due.count, isTold)
        return isTold
    }
}
