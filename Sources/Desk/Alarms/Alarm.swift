package import Foundation

/// One alarm: since when it stands, and what was told of it. Holds words, counts and times, nothing personal (P14).
package struct Alarm: Sendable, Equatable {
    package var key: AlarmKey
    package var since: Date
    /// Minutes, hours, mails, MiB or seconds, as the kind has it. 0 when it is not known.
    package var count: Int
    /// Since when the cause is not seen any more. The all-clear waits a little: it may come back.
    package var goneAt: Date?
    /// When somebody was last told that it stands, by mail or by the command.
    package var toldAt: Date?
    /// When telling last failed.
    package var triedAt: Date?
    /// The last word about it could not be mailed.
    package var isUnmailed: Bool

    package init(
        key: AlarmKey, since: Date, count: Int = 0, goneAt: Date? = nil, toldAt: Date? = nil, triedAt: Date? = nil,
        isUnmailed: Bool = false
    ) {
        self.key = key
        self.since = since
        self.count = count
        self.goneAt = goneAt
        self.toldAt = toldAt
        self.triedAt = triedAt
        self.isUnmailed = isUnmailed
    }

    package var isStanding: Bool { goneAt == nil }

    /// Whether `/readyz` is red for it.
    package var keepsFromReady: Bool { isStanding && (key.kind.stopsWork || isUnmailed) }
}
