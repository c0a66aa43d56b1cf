package import Foundation

/// What the store alone can count for the checks, read at one moment. Counts and names of columns, nothing personal.
package struct ComplianceFigures: Sendable, Equatable {
    /// Columns of the files that the dictionary does not explain, as `table.column`.
    package var unexplainedColumns: [String] = []
    /// Consents that count and lack the version of their words or the act (Art. 7(1)).
    package var unprovenConsents = 0
    /// Copies for people that should be gone by a day and are not.
    package var staleExports = 0
    /// Unreadable mails that somebody looked at and that should be gone.
    package var staleQuarantine = 0
    /// Recipients of somebody's data who could not be told of a correction or an erasure (Art. 19).
    package var untoldRecipients = 0
    /// Mails of the classes an unsubscribe covers that began after it.
    package var sentAfterWish = 0
    /// Sealed fields that were looked at, and those that do not begin as sealed fields do.
    package var sampledFields = 0
    package var unsealedFields = 0
    /// People whose rows are there and whose key is not.
    package var keylessPeople = 0
    package var hasSecureDelete = true
    package var hasMemoryTemporaries = true
    /// `wal` for desk.db, `delete` for keys.db.
    package var journals: [String] = ["wal", "delete"]
    /// The last round trip; nil when there was none.
    package var roundTrip: RoundTrip?
    /// When the checks last ran; nil when they never did.
    package var checkedAt: Date?

    package init() {}
}
