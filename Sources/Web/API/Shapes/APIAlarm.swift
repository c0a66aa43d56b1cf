import Desk
package import Foundation

/// One alarm that stands.
package struct APIAlarm: Codable, Sendable, Equatable {
    /// A stable word, such as `login-refused`.
    package var kind: String
    @OrNull package var mailbox: String?
    package var since: Date
    /// What the kind counts: minutes, hours, mails, MiB or seconds; 0 when that is not known.
    package var count: Int
    package var what: String
    package var remedy: String
    /// Whether the desk cannot do all its work while it stands.
    package var stopsWork: Bool
    /// Whether the last word about it could not be mailed to anybody.
    package var unmailed: Bool

    init(_ alarm: Alarm) {
        kind = alarm.key.kind.rawValue
        mailbox = alarm.key.mailbox?.value
        since = alarm.since
        count = alarm.count
        what = alarm.what
        remedy = alarm.remedy
        stopsWork = alarm.key.kind.stopsWork
        unmailed = alarm.isUnmailed
    }
}
