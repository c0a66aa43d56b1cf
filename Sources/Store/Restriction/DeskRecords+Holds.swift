internal import Desk
internal import Foundation
internal import Vault

/// Rows of legal holds.
extension DeskRecords {
    private static let selectHolds = """
        SELECT id, person, ground, set_at, set_by, review_on, lifted_at, lifted_by, content FROM legal_hold
        """

    func isHeld(_ person: PersonID) throws(StoreFailure) -> Bool {
        try session.exists(
            "SELECT 1 FROM legal_hold WHERE person = ? AND lifted_at IS NULL", [.id(person.object)])
    }

    func holds() throws(StoreFailure) -> [LegalHold] {
        try session.all(
            """
            \(Self.selectHolds)
            ORDER BY CASE WHEN lifted_at IS NULL THEN 0 ELSE 1 END,
                CASE WHEN lifted_at IS NULL THEN review_on ELSE -lifted_at END, id LIMIT ?
            """, [.integer(Limits.holdsShown)]
        ) { row throws(StoreFailure) in try hold(row) }
    }

    func hold(_ id: LegalHoldID) throws(StoreFailure) -> LegalHold? {
        try session.first("\(Self.selectHolds) WHERE id = ?", [.id(id.object)]) { row throws(StoreFailure) in
            try hold(row)
        }
    }

    func add(_ hold: LegalHold, of person: PersonID) throws(StoreFailure) {
        try insert(
            hold.id, person, hold.ground, at: Moment.minute(hold.setAt), by: hold.setBy, hold.reviewOn,
            content: try sealer.seal(Array(hold.matter.utf8), at: Place.hold(hold.id), owner: person))
    }

    /// From the ledger, which does not know the matter.
    func restoreHold(
        _ id: LegalHoldID, of person: PersonID, _ ground: LegalHold.Ground, reviewOn day: CalendarDay,
        at entry: LedgerEntry
    ) throws(StoreFailure) {
        guard try hold(id) == nil else { return }
        try insert(
            id, person, ground, at: entry.seconds * 1000, by: Principal.daemon.auditName, day, content: nil)
    }

    /// False when it does not stand.
    @discardableResult
    func endHold(_ id: LegalHoldID, by author: String, now: Int64) throws(StoreFailure) -> Bool {
        try session.run(
            "UPDATE legal_hold SET lifted_at = ?, lifted_by = ? WHERE id = ? AND lifted_at IS NULL",
            [.integer(now - now % 60_000), .text(author), .id(id.object)]) == 1
    }

    /// An erasure that was about to be carried out when somebody set a hold.
    func stopForHold(_ id: ErasureID) throws(StoreFailure) {
        guard let row = try erasure(id), [.planned, .waiting].contains(row.erasure.state),
            let brief = try brief(of: row), try isHeld(brief.person)
        else { return }
        try set(.onHold, of: id)
    }

    private func insert(
        _ id: LegalHoldID, _ person: PersonID, _ ground: LegalHold.Ground, at: Int64, by author: String,
        _ reviewOn: CalendarDay, content: [UInt8]?
    ) throws(StoreFailure) {
        try session.run(
            """
            INSERT INTO legal_hold (id, person, ground, set_at, set_by, review_on, content)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .id(id.object), .id(person.object), .text(ground.rawValue), .integer(at), .text(author),
                .integer(reviewOn.number), .blob(content),
            ])
    }

    private func hold(_ row: any SQLRow) throws(StoreFailure) -> LegalHold {
        guard let ground = LegalHold.Ground(rawValue: row.text(2)) else { throw .damaged }
        let (id, person) = (LegalHoldID(try row.id(0)), try row.idIfAny(1).map { PersonID($0) })
        return LegalHold(
            id: id, person: person, matter: try matter(row.blobIfAny(8), of: id, about: person), ground: ground,
            setAt: Moment.date(row.integer(3)), setBy: row.text(4),
            reviewOn: CalendarDay(number: Int(clamping: row.integer(5))),
            liftedAt: row.integerIfAny(6).map(Moment.date), liftedBy: row.textIfAny(7))
    }

    /// Whoever may see holds answers for rights, so the matter is not withheld from them.
    private func matter(
        _ sealed: [UInt8]?, of id: LegalHoldID, about person: PersonID?
    ) throws(StoreFailure) -> String {
        guard let sealed, let person else { return "" }
        do throws(StoreFailure) {
            let bytes = try sealer.opening(held: true).open(sealed, at: Place.hold(id), owner: person)
            return String(decoding: bytes, as: UTF8.self)
        } catch .keyDestroyed {
            return ""
        }
    }
}
