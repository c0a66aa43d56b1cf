package import Foundation

/// Mails of one folder that become ticket events in one transaction.
package struct IntakeBatch: Sendable {
    package var profile: MailboxProfile
    package var settings: DeskSettings
    package var folder: String
    package var uidValidity: UInt32
    package var arrivals: [Arrival]
    /// An import of old mail: original dates, closed tickets, no acknowledgements.
    package var isArchive: Bool
    package var now: Date

    package init(
        profile: MailboxProfile, settings: DeskSettings, folder: String, uidValidity: UInt32, arrivals: [Arrival],
        isArchive: Bool, now: Date
    ) {
        self.profile = profile
        self.settings = settings
        self.folder = folder
        self.uidValidity = uidValidity
        self.arrivals = arrivals
        self.isArchive = isArchive
        self.now = now
    }
}
