internal import Desk
internal import Foundation

/// Rows of purposes and of their words.
extension DeskRecords {
    func consentPurposes() throws(StoreFailure) -> [ConsentPurpose] {
        try purposes("\(Self.selectPurposes) ORDER BY code", [])
    }

    func consentPurpose(_ code: ShortName) throws(StoreFailure) -> ConsentPurpose? {
        try purposes("\(Self.selectPurposes) WHERE code = ?", [.text(code.value)]).first
    }

    /// Nil when there are as many as there may be.
    func save(
        _ draft: ConsentPurposeDraft, withdrawal: String, by author: Principal, now: Date
    ) throws(StoreFailure) -> ConsentPurpose? {
        let known = try consentPurpose(draft.code)
        if known == nil {
            guard try consentPurposes().count < Desk.Limits.consentPurposes else { return nil }
            try session.run(
                """
                INSERT INTO consent_purpose (code, mailbox, review_months, is_for_children, created_at, closed_at,
                                             author) VALUES (?, ?, ?, ?, ?, NULL, ?)
                """,
                [
                    .text(draft.code.value), .text(draft.mailbox?.value), .integer(draft.reviewMonths),
                    .flag(draft.isForChildren), .integer(Moment.minute(now)), .text(author.auditName),
                ])
        } else {
            // How a purpose is looked after may change; what was consented to stands in the texts, which never do.
            try session.run(
                """
                UPDATE consent_purpose SET mailbox = ?, review_months = ?, is_for_children = ?, closed_at = NULL
                WHERE code = ?
                """,
                [
                    .text(draft.mailbox?.value), .integer(draft.reviewMonths), .flag(draft.isForChildren),
                    .text(draft.code.value),
                ])
        }
        let text = draft.text
        let hash = ConsentText.hash(title: text.title, text: text.text, withdrawal: withdrawal)
        let newest = known?.newest(in: text.language)
        if newest?.hash != hash {
            let number = (newest?.version.number ?? 0) + 1
            guard number <= Desk.Limits.consentVersions else { return nil }
            try session.run(
                """
                INSERT INTO consent_text (purpose, language, number, title, text, withdrawal, hash, at, author)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(draft.code.value), .text(text.language.rawValue), .integer(number), .text(text.title),
                    .text(text.text), .text(withdrawal), .blob(hash), .integer(Moment.minute(now)),
                    .text(author.auditName),
                ])
            try AuditLog(self).append(
                .purposeWorded(number: number, text.language), by: author.auditName, at: Moment.milliseconds(now))
        }
        return try consentPurpose(draft.code)
    }

    private static let selectPurposes = """
        SELECT code, mailbox, review_months, is_for_children, created_at, closed_at FROM consent_purpose
        """

    private func purposes(_ sql: String, _ values: [SQLValue]) throws(StoreFailure) -> [ConsentPurpose] {
        var found = try session.all(sql, values) { row throws(StoreFailure) in
            guard let code = ShortName(row.text(0)) else { throw .damaged }
            return ConsentPurpose(
                code: code, mailbox: row.textIfAny(1).flatMap { MailboxName($0) },
                reviewMonths: Int(clamping: row.integer(2)), isForChildren: row.flag(3),
                createdAt: Moment.date(row.integer(4)), closedAt: row.integerIfAny(5).map { Moment.date($0) },
                texts: [])
        }
        for index in found.indices { found[index].texts = try texts(of: found[index].code) }
        return found
    }

    /// Words that are not what they were when they were written are no proof of anything.
    private func texts(of code: ShortName) throws(StoreFailure) -> [ConsentText] {
        try session.all(
            """
            SELECT language, number, title, text, withdrawal, hash, at FROM consent_text WHERE purpose = ?
            ORDER BY language, number
            """, [.text(code.value)]
        ) { row throws(StoreFailure) in
            guard let language = Language(rawValue: row.text(0)) else { throw .damaged }
            let text = ConsentText(
                version: ConsentTextVersion(language: language, number: Int(clamping: row.integer(1))),
                title: row.text(2), text: row.text(3), withdrawal: row.text(4), at: Moment.date(row.integer(6)))
            guard text.hash == row.blob(5) else { throw .damaged }
            return text
        }
    }
}
