internal import Desk
internal import Foundation
internal import Vault

/// Which privacy notice was shown to whom. The words of each version are kept once.
extension DeskRecords {
    /// The mail brings the notice for the first time: from now on the person is informed, of these words.
    func markInformed(_ id: PersonID, by mail: PreparedMail, now: Int64) throws(StoreFailure) {
        try markInformed(id)
        guard let notice = mail.notice else { return }
        try session.run(
            """
            INSERT INTO notice_version (version, language, first_at, content) VALUES (?, ?, ?, ?)
            ON CONFLICT (version) DO NOTHING
            """, [.text(notice.version), .text(notice.language.rawValue), .integer(now), .text(notice.text)])
        try session.run(
            """
            INSERT INTO notice_shown (person, version, entry, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (person, version) DO NOTHING
            """,
            [
                .id(id.object), .text(notice.version), .id(mail.entry.object),
                .integer(Moment.minute(Moment.date(now))),
            ])
    }

    /// The mail that brought it was taken back before it left.
    func unmarkInformed(_ id: PersonID) throws(StoreFailure) {
        try session.run("UPDATE person SET is_informed = 0 WHERE id = ?", [.id(id.object)])
        try session.run("DELETE FROM notice_shown WHERE person = ?", [.id(id.object)])
    }

    func noticesShown(to id: PersonID) throws(StoreFailure) -> [NoticeShown] {
        try session.all(
            """
            SELECT s.version, v.language, s.at FROM notice_shown s JOIN notice_version v ON v.version = s.version
            WHERE s.person = ? ORDER BY s.at, s.version
            """, [.id(id.object)]
        ) { row throws(StoreFailure) in
            NoticeShown(version: row.text(0), language: row.text(1), at: Moment.date(row.integer(2)))
        }
    }
}
