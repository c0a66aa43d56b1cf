internal import Desk
internal import Foundation
internal import Mail
internal import Vault

/// Rows of erasures.
extension DeskRecords {
    func erasure(_ id: ErasureID) throws(StoreFailure) -> ErasureRow? {
        try session.first("\(ErasureRow.select) WHERE id = ?", [.id(id.object)]) { row throws(StoreFailure) in
            try ErasureRow(row)
        }
    }

    /// As it is shown, with what became of the confirmation and how many mentions are left.
    func shown(_ row: ErasureRow) throws(StoreFailure) -> Erasure {
        var erasure = row.erasure
        if let entry = row.entry, let sent = try self.entry(entry) { erasure.confirmation = sent.state }
        erasure.mentions =
            try session.first(
                "SELECT COUNT(*) FROM erasure_mention WHERE erasure = ?", [.id(erasure.id.object)]
            ) { row throws(StoreFailure) in Int(clamping: row.integer(0)) } ?? 0
        return erasure
    }

    /// The erasure of this address that is under way.
    func erasure(withEvidence evidence: [UInt8]) throws(StoreFailure) -> ErasureRow? {
        try session.first(
            "\(ErasureRow.select) WHERE finished_at IS NULL AND evidence = ?", [.blob(evidence)]
        ) { row throws(StoreFailure) in try ErasureRow(row) }
    }

    /// nil once the erasure is over, or its key was destroyed by a step that a crash interrupted.
    func brief(of row: ErasureRow) throws(StoreFailure) -> ErasureBrief? {
        guard let sealed = row.brief else { return nil }
        let id = row.erasure.id
        do throws(StoreFailure) {
            return try ErasureBrief(
                bytes: sealer.open(sealed, at: Place.brief(of: id), owner: PersonID(id.object)))
        } catch .keyDestroyed {
            return nil
        }
    }

    func auditEntries(about person: PersonID) throws(StoreFailure) -> Int {
        try session.first("SELECT COUNT(*) FROM audit WHERE object = ?", [.id(person.object)]) {
            row throws(StoreFailure) in Int(clamping: row.integer(0))
        } ?? 0
    }

    func set(_ state: ErasureState, of id: ErasureID) throws(StoreFailure) {
        try session.run(
            "UPDATE erasure SET state = ? WHERE id = ?", [.text(state.rawValue), .id(id.object)])
    }
}
