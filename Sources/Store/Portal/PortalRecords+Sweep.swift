internal import Desk
internal import Foundation

/// Removing what a day has ended.
extension PortalRecords {
    /// Sessions that are over, and links with what is kept of their mails. A mail that did not leave in time is
    /// withdrawn, because its link is dead; one that is on its way just now stays until the next look.
    func endOld(now: Date) throws(StoreFailure) {
        let session = records.session
        let (oldest, latest) = (oldest(Desk.Limits.portalSessionLength, now), Moment.milliseconds(now) + 60_000)
        try session.run(
            "DELETE FROM portal_session WHERE begun_at <= ? OR begun_at > ?", [.integer(oldest), .integer(latest)])
        let links = try session.all(
            """
            SELECT hash, entry FROM portal_link
            WHERE (export IS NULL AND made_at <= ?) OR made_at <= ? OR made_at > ?
            """,
            [
                .integer(self.oldest(Desk.Limits.portalLinkKept, now)),
                .integer(self.oldest(Desk.Limits.exportKept, now)), .integer(latest),
            ]
        ) { row throws(StoreFailure) in (row.blob(0), OutboxEntryID(try row.id(1))) }
        for (hash, entry) in links {
            switch try records.entry(entry)?.state {
            case .claimed, .handing, .unknown: continue
            case .queued, .deferred, .sent, .delayed, .failed, .suppressed, .withdrawn, nil: break
            }
            try records.removeLetter(entry)
            try session.run("DELETE FROM portal_link WHERE hash = ?", [.blob(hash)])
        }
    }

    private func oldest(_ age: Duration, _ now: Date) -> Int64 {
        Moment.milliseconds(now.addingTimeInterval(-age.seconds))
    }
}
