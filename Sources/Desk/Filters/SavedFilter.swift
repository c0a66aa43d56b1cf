/// Criteria under a name: a queue when the whole desk has it, somebody's own view otherwise. It shows nobody more than
/// they may see.
package struct SavedFilter: Sendable, Equatable {
    package var id: SavedFilterID
    package var name: ShortName
    /// `Principal.auditName` of whose it is; nil for the whole desk's.
    package var owner: String?
    package var criteria: TicketCriteria

    package init(id: SavedFilterID, name: ShortName, owner: String?, criteria: TicketCriteria) {
        self.id = id
        self.name = name
        self.owner = owner
        self.criteria = criteria
    }
}

package enum SavedFilterKind: Sendable {}
package typealias SavedFilterID = Identifier<SavedFilterKind>
