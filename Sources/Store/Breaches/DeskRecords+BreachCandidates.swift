internal import Desk
internal import Foundation
internal import Vault

/// Rows of what the daemon saw.
extension DeskRecords {
    func breachCandidates(
        includingDecided: Bool, limit: Int
    ) throws(StoreFailure) -> [BreachCandidate] {
        try session.all(
            """
            \(Self.selectCandidates) WHERE decided_at IS NULL OR ? = 1
            ORDER BY CASE WHEN decided_at IS NULL THEN 0 ELSE 1 END, at DESC, id LIMIT ?
            """, [.flag(includingDecided), .integer(limit)]
        ) { row throws(StoreFailure) in try candidate(row) }
    }

    func breachCandidate(_ id: BreachCandidateID) throws(StoreFailure) -> BreachCandidate? {
        try session.first("\(Self.selectCandidates) WHERE id = ?", [.id(id.object)]) { row throws(StoreFailure) in
            try candidate(row)
        }
    }

    /// False when it was raised before.
    func add(_ candidate: BreachCandidate) throws(StoreFailure) -> Bool {
        try session.run(
            """
            INSERT INTO breach_candidate (id, sign, subject, count, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (sign, subject) DO NOTHING
            """,
            [
                .id(candidate.id.object), .text(candidate.sign.rawValue), .text(candidate.subject),
                .integer(candidate.count), .integer(Moment.milliseconds(candidate.at)),
            ]) == 1
    }

    func decide(
        _ decision: BreachCandidate.Decision, about id: BreachCandidateID, by author: String, now: Int64
    ) throws(StoreFailure) {
        var (breach, reasons): (Int64?, [UInt8]?) = (nil, nil)
        switch decision {
        case .confirmed(let number): breach = number.value
        case .dismissed(let text):
            reasons = try sealer.desk.seal(Array(text.utf8), at: Place.candidate(id), padded: true)
        }
        try session.run(
            "UPDATE breach_candidate SET breach = ?, decided_at = ?, decided_by = ?, reasons = ? WHERE id = ?",
            [.integer(breach), .integer(now), .text(author), .blob(reasons), .id(id.object)])
    }

    private static let selectCandidates = """
        SELECT id, sign, subject, count, at, breach, decided_at, decided_by, reasons FROM breach_candidate
        """

    private func candidate(_ row: any SQLRow) throws(StoreFailure) -> BreachCandidate {
        guard let sign = BreachCandidate.Sign(rawValue: row.text(1)) else { throw .damaged }
        let id = BreachCandidateID(try row.id(0))
        var decision: BreachCandidate.Decision?
        if let number = row.integerIfAny(5).flatMap({ BreachNumber($0) }) {
            decision = .confirmed(number)
        } else if let sealed = row.blobIfAny(8) {
            let bytes = try sealer.desk.open(sealed, at: Place.candidate(id))
            decision = .dismissed(reasons: String(decoding: bytes, as: UTF8.self))
        }
        return BreachCandidate(
            id: id, sign: sign, subject: row.text(2), count: Int(clamping: row.integer(3)),
            at: Moment.date(row.integer(4)), decision: decision, decidedAt: row.integerIfAny(6).map(Moment.date),
            decidedBy: row.textIfAny(7))
    }
}
