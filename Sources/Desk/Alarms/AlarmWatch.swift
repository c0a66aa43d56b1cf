import Foundation
import Mail

/// Looks for alarms, tells them, and keeps the book. Whatever breaks is what it is there for.
///
/// The way out is its own: a courier that no mailbox shares, and the operator's command where no mail leaves.
package struct AlarmWatch: Sendable {
    /// Told to logs and metrics after each look.
    package struct Report: Sendable, Equatable {
        package var standing: [Alarm]
        package var told: [Told]
        /// Since this look the book cannot be kept; it is tried again.
        package var keepFailure: StoreFailure?
    }

    /// What is on disk, as far as it is known, and why the book could not be kept.
    package struct Kept: Sendable, Equatable {
        var alarms: [Alarm]?
        var failure: StoreFailure?

        package init() {}

        fileprivate init(alarms: [Alarm]?) { self.alarms = alarms }
    }

    package struct Told: Sendable, Equatable {
        package var notice: AlarmNotice
        package var telling: AlarmTelling
    }

    private let desk: Helpdesk
    /// Made anew for each burst of mail; nil when there is no server to send by.
    private let line: StaffLine
    /// Runs the operator's command; false when there is none or it could not be run.
    private let command: @Sendable (AlarmNotice) async -> Bool
    private let report: @Sendable (Report) -> Void

    package init(
        desk: Helpdesk, courier: @escaping @Sendable () -> (any Courier)?,
        command: @escaping @Sendable (AlarmNotice) async -> Bool,
        report: @escaping @Sendable (Report) -> Void = { _ in }
    ) {
        self.desk = desk
        line = StaffLine(desk: desk, courier: courier)
        self.command = command
        self.report = report
    }

    /// Until the task is cancelled. A disk that fails is told first; then it ends the process, as it must.
    package func watch() async throws(StoreFailure) {
        var kept = Kept()
        while !Task.isCancelled {
            let now = await round(after: kept)
            if let failure = kept.failure, !failure.isTransient { throw failure }
            kept = now
            // Being cancelled is how the watch ends.
            do { try await desk.world.sleep(Limits.alarmLook) } catch { return }
        }
    }

    /// One look and what follows from it.
    @discardableResult
    package func round(after before: Kept = Kept()) async -> Kept {
        let standing = await desk.lookForAlarms()
        let due = desk.alarms.due(now: desk.world.now(), repeatAfter: desk.settings.value.alerts.repeatAfter)
        let told = due.isEmpty ? [] : await tell(due)
        var kept = Kept(alarms: before.alarms)
        do throws(StoreFailure) {
            kept.alarms = try await keep(before.alarms)
        } catch {
            kept.failure = error
        }
        // A full disk is said once and not at each look.
        let failure = kept.failure == before.failure ? nil : kept.failure
        report(Report(standing: standing, told: told, keepFailure: failure))
        return kept
    }

    private func keep(_ keptBefore: [Alarm]?) async throws(StoreFailure) -> [Alarm] {
        let now = desk.alarms.all.map { alarm in
            var alarm = alarm
            // A count is of the moment and not worth a write.
            alarm.count = 0
            return alarm
        }
        if now != keptBefore { try await desk.store.keep(now) }
        return now
    }

    private func tell(_ due: [AlarmNotice]) async -> [Told] {
        let mailed = await mail(due)
        var told: [Told] = []
        for notice in due {
            var telling = AlarmTelling.unheard
            if mailed.contains(notice.alarm.key) {
                telling = .mailed
            } else if notice.mayCommand, await command(notice) {
                telling = .commanded
            }
            desk.alarms.note(telling, of: notice, now: desk.world.now())
            told.append(Told(notice: notice, telling: telling))
        }
        return told
    }

    /// The alarms of which at least one recipient's mail was taken.
    private func mail(_ due: [AlarmNotice]) async -> Set<AlarmKey> {
        let settings = desk.settings.value
        let named = settings.alerts.recipients
        // Art. 38(1): the officer is involved in time, in what is theirs.
        let officer = settings.officerAddress.flatMap { named.contains($0) ? nil : $0 }
        let officers = due.contains { $0.alarm.key.kind.isForOfficer } ? [officer].compactMap { $0 } : []
        guard !(named + officers).isEmpty, let post = line.post(settings) else { return [] }
        let mutes = await desk.mutes(of: named)
        var mailed: Set<AlarmKey> = []
        for recipient in named + officers {
            let heard = due.filter { notice in
                recipient == officer
                    ? notice.alarm.key.kind.isForOfficer
                    : mutes.hearing(notice.alarm.key.kind, of: named).contains(recipient)
            }
            guard !heard.isEmpty else { continue }
            if await post.send(StaffWords(heard, settings: settings), to: recipient) {
                mailed.formUnion(heard.map(\.alarm.key))
            }
        }
        await post.close()
        return mailed
    }
}
