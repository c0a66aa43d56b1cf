internal import Desk

/// Clear columns of a person.
struct PersonRow: Sendable {
    var id: PersonID
    var isUndeliverable = false
    /// Whether some mail of ours has already brought the notice of Art. 13.
    var isInformed = false
}
