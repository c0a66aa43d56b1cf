import Foundation
import Mail

/// Reminds the data protection officer and those who hear alarms of requests whose answer is due (Art. 12(3)).
///
/// Each stage of each request is told once, and kept as told only after a server took the mail: a crash in between
/// tells once more, never less. Nobody can mute it.
package struct RightsReminderWatch: Sendable {
    private let desk: Helpdesk
    private let line: StaffLine
    /// Told what was due and whether somebody was told.
    private let report: @Sendable (_ due: [RightsReminder.Due], _ isTold: Bool) -> Void

    package init(
        desk: Helpdesk, courier: @escaping @Sendable () -> (any Courier)?,
        report: @escaping @Sendable ([RightsReminder.Due], Bool) -> Void = { _, _ in }
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
        do throws(StoreFailure) {
            let deadlines = try await desk.store.rightsDeadlines(limit: Limits.reminders)
            let reminder = RightsReminder(deadlines, now: desk.world.now())
            try await note(reminder.calmer)
            guard !reminder.due.isEmpty else { return Limits.reminderLook }
            guard await tell(reminder.due) else { return Limits.noticeRetry }
            try await note(reminder.due)
            return Limits.reminderLook
        } catch {
            // The store has its own alarm; the dates wait in it.
            return Limits.noticeRetry
        }
    }

    /// Whether some server took it for somebody.
    private func tell(_ due: [RightsReminder.Due]) async -> Bool {
        let settings = desk.settings.value
        var recipients = settings.alerts.recipients
        if let officer = settings.officerAddress, !recipients.contains(officer) { recipients.append(officer) }
        let isTold = await line.tell(StaffWords(reminders: due, settings: settings), to: recipients, settings)
        report(due, isTold)
        return isTold
    }

    private func note(_ due: [RightsReminder.Due]) async throws(StoreFailure) {
        for (urgency, stage) in Dictionary(grouping: due, by: \.urgency) {
            try await desk.store.noteReminded(urgency, of: stage.map(\.deadline.id))
        }
    }
}
