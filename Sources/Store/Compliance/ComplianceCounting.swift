internal import Desk
internal import Foundation

/// What the checks count, in one read.
struct ComplianceCounting {
    let session: any SQLSession
    let now: Int64

    private static let day: Int64 = 86_400_000

    func count(into figures: inout ComplianceFigures) throws(StoreFailure) {
        figures.unprovenConsents = try number(
            "SELECT COUNT(*) FROM consent WHERE is_valid = 1 AND (version IS NULL OR act IS NULL)", [])
        figures.staleExports = try number(
            "SELECT COUNT(*) FROM export WHERE gone_at IS NULL AND expires_at < ?", [.integer(now - Self.day)])
        let kept = Int64(Desk.Limits.quarantineKept.components.seconds) * 1000
        figures.staleQuarantine = try number(
            "SELECT COUNT(*) FROM quarantine WHERE looked_at < ?", [.integer(now - kept - 2 * Self.day)])
        figures.untoldRecipients =
            try number("SELECT COUNT(*) FROM recipient_notice WHERE entry IS NULL", [])
            + number("SELECT COALESCE(SUM(untold), 0) FROM erasure", [])
        figures.sentAfterWish = try sentAfterWish()
        for entry in FieldDictionary.entries where entry.kind == .sealed { try sample(entry, &figures) }
        figures.hasSecureDelete = try number("PRAGMA secure_delete", []) == 1
        figures.hasMemoryTemporaries = try number("PRAGMA temp_store", []) == 2
        figures.checkedAt = try DeskMarks.counter(ComplianceMarks.checked, session).map(Moment.date)
        if let at = try DeskMarks.counter(ComplianceMarks.roundTrip, session) {
            let step = try DeskMarks.counter(ComplianceMarks.roundTripStep, session) ?? 0
            figures.roundTrip = RoundTrip(at: Moment.date(at), failedAt: RoundTrip.Step(rawValue: step))
        }
    }

    /// The newest mails that left without an agent's override, against every general wish (Art. 21(3)).
    private func sentAfterWish() throws(StoreFailure) -> Int {
        var wishes: [[UInt8]: (at: Int64, scope: UnsubscribeScope)] = [:]
        try session.look("SELECT hash, at, scope FROM suppression WHERE ticket = 0", []) {
            row throws(StoreFailure) in
            wishes[row.blob(0)] = (row.integer(1), UnsubscribeScope(rawValue: UInt8(clamping: row.integer(2))))
            return .goOn
        }
        guard !wishes.isEmpty else { return 0 }
        var found = 0
        try session.look(
            """
            SELECT class, enqueued_at, hashes FROM outbox WHERE state = ? AND is_overridden = 0
            ORDER BY id DESC LIMIT ?
            """, [.integer(DeliveryState.sent.code), .integer(Limits.entriesListed)]
        ) { row throws(StoreFailure) in
            // The first human answer goes to whoever asked (P5).
            guard let mailClass = MailClass(rawValue: UInt8(clamping: row.integer(0))), mailClass != .humanReply else {
                return .goOn
            }
            let isCovered = EntryRow.split(row.blob(2)).contains { hash in
                wishes[hash].map { row.integer(1) > $0.at && $0.scope.covers(mailClass, sameTicket: false) } ?? false
            }
            if isCovered { found += 1 }
            return .goOn
        }
        return found
    }

    /// Names of tables and columns are constants of the program.
    private func sample(_ entry: FieldEntry, _ figures: inout ComplianceFigures) throws(StoreFailure) {
        var (seen, open) = (0, 0)
        try session.look(
            "SELECT substr(\(entry.column), 1, 2) FROM \(entry.table) WHERE \(entry.column) IS NOT NULL LIMIT ?",
            [.integer(Desk.Limits.complianceSample)]
        ) { row throws(StoreFailure) in
            seen += 1
            if row.blob(0) != Self.magic { open += 1 }
            return .goOn
        }
        figures.sampledFields += seen
        figures.unsealedFields += open
    }

    /// How every sealed field and file begins (gdpr.md B3).
    private static let magic = Array("TK".utf8)

    private func number(_ sql: String, _ values: [SQLValue]) throws(StoreFailure) -> Int {
        try session.first(sql, values) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
    }

    /// Every column of a file, as `table.column`.
    static func columns(_ session: any SQLSession) throws(StoreFailure) -> [String] {
        try session.all(
            """
            SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
            """, []
        ) { row throws(StoreFailure) in "\(row.text(0)).\(row.text(1))" }
    }

    static func journal(_ session: any SQLSession) throws(StoreFailure) -> String {
        try session.first("PRAGMA journal_mode", []) { row throws(StoreFailure) in row.text(0) } ?? ""
    }

    /// Whose keys there are.
    static func owners(_ session: any SQLSession) throws(StoreFailure) -> Set<[UInt8]> {
        Set(
            try session.all("SELECT DISTINCT owner FROM person_key", []) { row throws(StoreFailure) in row.blob(0) })
    }
}
