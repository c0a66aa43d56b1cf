package import Foundation

/// Which alarms stand, and whom they were told to. Pure: a look and a clock in, the notices that are due out.
///
/// Each alarm is told once when it is raised, again after each period while it stands, and once when it is over. What
/// cannot be told is tried again soon. A cause that comes back before its all-clear is the same alarm.
package struct AlarmBook: Sendable, Equatable {
    private var alarms: [AlarmKey: Alarm]

    package init(_ alarms: [Alarm] = []) {
        self.alarms = Dictionary(alarms.map { ($0.key, $0) }) { $1 }
    }

    /// Everything in the book, those that wait for their all-clear included.
    package var all: [Alarm] { alarms.values.sorted { $0.key < $1.key } }
    package var standing: [Alarm] { all.filter(\.isStanding) }

    /// Enters what a look found.
    package mutating func see(_ reading: AlarmReading, now: Date) {
        for (key, count) in reading.causes {
            var alarm = alarms[key] ?? Alarm(key: key, since: now)
            alarm.count = count
            alarm.goneAt = nil
            alarms[key] = alarm
        }
        for alarm in all where reading.causes[alarm.key] == nil && !reading.isUndecided(alarm.key) {
            guard let goneAt = alarm.goneAt else {
                alarms[alarm.key]?.goneAt = now
                // What could not be told of the alarm is no reason to wait with the all-clear.
                alarms[alarm.key]?.triedAt = nil
                continue
            }
            let wait = alarm.toldAt == nil ? Limits.alarmQuiet : Limits.alarmForgotten
            if Self.isOver(wait, since: goneAt, now) { alarms[alarm.key] = nil }
        }
    }

    /// What is to be told now, the most pressing first.
    package func due(now: Date, repeatAfter: Duration) -> [AlarmNotice] {
        all.compactMap { alarm in
            if alarm.key.kind.isRemindedOf { return nil }
            if let tried = alarm.triedAt, !Self.isOver(Limits.alarmRetry, since: tried, now) { return nil }
            if let goneAt = alarm.goneAt {
                // Nobody needs an all-clear of what nobody was told.
                guard alarm.toldAt != nil, Self.isOver(Limits.alarmQuiet, since: goneAt, now) else { return nil }
                return AlarmNotice(alarm, .over, mayCommand: alarm.triedAt == nil)
            }
            guard let toldAt = alarm.toldAt else { return AlarmNotice(alarm, .raised) }
            if Self.isOver(repeatAfter, since: toldAt, now) { return AlarmNotice(alarm, .repeated) }
            return alarm.isUnmailed ? AlarmNotice(alarm, .raised, mayCommand: false) : nil
        }
    }

    /// Enters what became of a notice.
    package mutating func note(_ telling: AlarmTelling, of notice: AlarmNotice, now: Date) {
        guard var alarm = alarms[notice.alarm.key] else { return }
        alarm.isUnmailed = telling != .mailed
        alarm.triedAt = telling == .mailed ? nil : now
        if notice.occasion == .over {
            // It may have come back while the mail was on its way: then it is told as a new one.
            if alarm.isStanding { alarm.toldAt = nil }
            alarms[alarm.key] = telling == .unheard || alarm.isStanding ? alarm : nil
            return
        }
        if telling != .unheard { alarm.toldAt = now }
        alarms[alarm.key] = alarm
    }

    /// Whether a time has passed, on a clock that may have been set back.
    private static func isOver(_ duration: Duration, since start: Date, _ now: Date) -> Bool {
        abs(now.timeIntervalSince(start)) >= duration.seconds
    }
}
