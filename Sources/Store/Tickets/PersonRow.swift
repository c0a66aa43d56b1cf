internal import Desk

/// Clear columns of a person.
struct PersonRow: Sendable {
    var id: PersonID
    /// Whether a mail came back for good, and when the last one did; nil when that was before anybody wrote it down.
    private(set) var cameBack = false
    private(set) var cameBackAt: Int64?
    /// Whether some mail of ours has already brought the notice of Art. 13.
    var isInformed = false

    init(id: PersonID) {
        self.id = id
    }

    static let columns = "id, is_undeliverable, is_informed, undeliverable_at"

    /// In the order of `columns`.
    init(_ row: any SQLRow) throws(StoreFailure) {
        id = PersonID(try row.id(0))
        cameBack = row.flag(1)
        isInformed = row.flag(2)
        cameBackAt = row.integerIfAny(3)
    }

    /// Whether automatic mail to the address would only come back again. Addresses are given anew and mailboxes are
    /// emptied, so this ends.
    func isUndeliverable(at now: Int64) -> Bool {
        guard cameBack, let cameBackAt else { return cameBack }
        return now - cameBackAt < Limits.undeliverableFor
    }
}
